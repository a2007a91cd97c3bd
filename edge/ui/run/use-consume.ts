import type { Lot } from '@flowviz/contract/lot'
import { useFloor } from '../frame/floor-context.ts'
import { planAt } from '../gate/gate-now.ts'
import { judgeLot } from '../lot/judge-lot.ts'
import { notUsableWord } from '../lot/not-usable-word.ts'
import type { Scan } from '../scan/scan-bus.ts'
import { consumeOf } from './consume-of.ts'
import type { ConsumedLot } from './consume-state.ts'
import { say } from './consume-words.ts'
import { judgeMaterial } from './judge-material.ts'
import type { RunNow } from './run-now.ts'
import type { Taken } from './taken.ts'
import { lotOf, type Material, todayOf } from './use-run.ts'
import { say as sayRun } from './words.ts'

/** What a scan does on the way into a run: it is judged by what this tablet knows, and heard at once. */
export function useConsume(now: RunNow, { recipe, needs }: Material) {
  const floor = useFloor()
  const { bus } = floor.scan
  const { run } = now
  const consume = consumeOf(floor, run)
  const why = (lot: Lot): string | null => {
    const plan = planAt(lot, floor.shelf.plans.value.value ?? [])
    const judging = { purpose: 'consume', plan, today: todayOf(floor), entries: floor.outbox.entries.value } as const
    const need = needs?.find(({ item_id }) => item_id === lot.item_id)
    const into = { run, recipe, inside_mg: need?.used_mg ?? 0, max_mg: need?.max_mg ?? null }
    const unusable = judgeLot({ ...lot, on_hand_mg: consume.left(lot) }, judging)
    if (unusable !== null) return notUsableWord(unusable)
    const misplaced = judgeMaterial(lot, into)
    return misplaced === null ? null : say(misplaced)
  }
  const take = async (lot: ConsumedLot) => {
    // Something else stands on the scale: the tick would be taken back by the appliance a moment later.
    const left_kg = consume.exceeds(lot)
    if (left_kg !== null) {
      consume.edit({ lot })
      bus.say({ tone: 'forbidden', title: say('exceeds', { kg: left_kg }), text: lot.lot_code })
      return
    }
    try {
      const kg = await consume.take(lot)
      const text = kg === null ? say('put_on_scale') : kg === '' ? undefined : `${kg} kg`
      bus.say({ tone: 'ok', title: lot.lot_code, ...(text === undefined ? {} : { text }) })
    } catch (error) {
      floor.report(error)
      bus.say({ tone: 'forbidden', title: sayRun('not_kept') })
    }
  }
  const offer = async (lot: Lot) => {
    if (now.state !== 'RUNNING') return bus.say({ tone: 'forbidden', title: say('not_running') })
    const refusal = why(lot)
    if (refusal !== null) return bus.say({ tone: 'forbidden', title: refusal, text: lot.lot_code })
    await take(lot)
  }
  return {
    lot: offer,
    take,
    putBack: (lot: Taken) =>
      void consume.putBack(lot, lot.weight_mg).then(
        () => bus.say({ tone: 'ok', title: say('put_back_done', { code: lot.lot_code }) }),
        () => bus.say({ tone: 'forbidden', title: sayRun('not_kept') }),
      ),
    scan: async (scan: Scan): Promise<boolean> => {
      const finding = await scan.finding()
      // What the shelf knows is newer than the finding: the live stream changes it.
      if (finding.kind === 'lot') await offer(lotOf(floor, finding.lot.lot_id) ?? finding.lot)
      else if (finding.kind === 'handling_unit') {
        const lots = finding.unit.contents.flatMap(({ lot_id }) => lotOf(floor, lot_id) ?? [])
        if (lots.length !== finding.unit.contents.length) return false
        for (const lot of lots) await offer(lot)
      } else return false
      return true
    },
  }
}
