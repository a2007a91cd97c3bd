import type { CommandBody } from '@flowviz/contract/command'
import type { Lot } from '@flowviz/contract/lot'
import type { Floor } from '../floor-state.ts'
import { useFloor } from '../frame/floor-context.ts'
import { planAt } from '../gate/gate-now.ts'
import { judgeLot, type NotUsable } from '../lot/judge-lot.ts'
import { notUsableWord } from '../lot/not-usable-word.ts'
import { lotOf, todayOf } from '../run/use-run.ts'
import type { Finding } from '../scan/finding.ts'
import { useBook } from '../shelf/use-book.ts'
import { type Goods, judgePick, type NotPicked } from './judge-pick.ts'
import { type ShipmentNow, shipmentNow } from './shipment-now.ts'
import { say } from './words.ts'

/** Shipments that have not left, as they are now; null while nothing was ever heard. */
export function useShipments(): ShipmentNow[] | null {
  const { shelf, outbox } = useFloor()
  const shipments = useBook(shelf.shipments, shelf.stirred)
  const as_of = shelf.shipments.kept.value?.as_of ?? 0
  const entries = outbox.entries.value
  return shipments?.map(shipment => shipmentNow(shipment, entries, as_of)) ?? null
}

/** Whether a lot may leave, as this tablet knows it. */
export function mayLeave(floor: Floor, lot: Lot): NotUsable | null {
  const plan = planAt(lot, floor.shelf.plans.value.value ?? [])
  return judgeLot(lot, { purpose: 'ship', plan, today: todayOf(floor), entries: floor.outbox.entries.value })
}

/** What a finding is as goods to be picked; null for what is none. */
export function goodsOf(floor: Floor, finding: Finding): Goods | null {
  if (finding.kind === 'lot') return { kind: 'lot', lot: lotOf(floor, finding.lot.lot_id) ?? finding.lot }
  if (finding.kind !== 'handling_unit') return null
  const { unit } = finding
  return { kind: 'unit', unit, lots: unit.contents.flatMap(({ lot_id }) => lotOf(floor, lot_id) ?? []) }
}

/** Picks goods for a shipment, or says why not; both are heard at once. */
export function usePick(now: ShipmentNow) {
  const { shipment, state } = now
  const floor = useFloor()
  const takeOut = useTakeOut(now)
  const { bus } = floor.scan
  return async (goods: Goods): Promise<void> => {
    const title = goods.kind === 'lot' ? goods.lot.lot_code : say('pallet', { sscc: goods.unit.sscc ?? '' })
    if (state !== 'PLANNED' && state !== 'PICKING') return bus.say({ tone: 'forbidden', title: say('not_picking') })
    const refusal = judgePick(goods, {
      shipment_id: shipment.shipment_id,
      shipments: floor.shelf.shipments.value.value ?? [],
      entries: floor.outbox.entries.value ?? [],
      judge: lot => mayLeave(floor, lot),
    })
    if (refusal !== null) return bus.say({ tone: 'forbidden', title: notPickedWord(refusal), text: title })
    const body = goods.kind === 'lot' ? { lot_id: goods.lot.lot_id } : { hu_id: goods.unit.hu_id }
    try {
      await floor.outbox.put({
        command: 'pick-shipment',
        params: { shipment_id: shipment.shipment_id },
        body,
        lane: `shipment:${shipment.shipment_code}`,
        after: lanesOf(goods),
        about: title,
      })
      bus.say({ tone: 'ok', title, text: say('taken') })
      floor.undo.offer({ done: say('picked_undo', { what: title }), undo: () => void takeOut(body, title) })
    } catch {
      bus.say({ tone: 'forbidden', title: say('not_kept') })
    }
  }
}

/** Takes out again what was picked: it moves nothing, so nothing has to be carried back. */
export function useTakeOut({ shipment: { shipment_id, shipment_code } }: ShipmentNow) {
  const { outbox, scan } = useFloor()
  return async (body: CommandBody<'unpick-shipment'>, title: string): Promise<void> => {
    try {
      const lane = `shipment:${shipment_code}`
      await outbox.put({ command: 'unpick-shipment', params: { shipment_id }, body, lane, about: title })
      scan.bus.say({ tone: 'ok', title, text: say('taken_out') })
    } catch {
      scan.bus.say({ tone: 'forbidden', title: say('not_kept') })
    }
  }
}

/** Goods leave after what was done with them here. */
const lanesOf = (goods: Goods): string[] =>
  goods.kind === 'lot'
    ? [`lot:${goods.lot.lot_code}`]
    : [`hu_id:${goods.unit.hu_id}`, ...goods.lots.map(({ lot_code }) => `lot:${lot_code}`)]

function notPickedWord(refusal: NotPicked): string {
  if (refusal.why === 'may_not') return say('may_not', { why: notUsableWord(refusal.unusable) })
  return refusal.why === 'elsewhere' ? say('elsewhere', { code: refusal.code }) : say(refusal.why)
}
