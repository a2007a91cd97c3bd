import type { CommandBody } from '@flowviz/contract/command'
import type { Lot } from '@flowviz/contract/lot'
import type { Run } from '@flowviz/contract/run'
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { isOpen, type ShownEntry } from '../outbox/entry.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { draftSignal } from '../session/draft.ts'
import type { UndoState } from '../undo/undo-state.ts'
import type { ManualWeight } from '../weight/manual-weight.ts'
import type { NotedWeights } from '../weight/noted-weights.ts'
import { shownKg } from '../weight/weighing.ts'
import type { WeightState } from '../weight/weight-state.ts'
import { say } from './consume-words.ts'
import { kgOf, mgOf } from './mass.ts'

/** How the quantity of a scanned lot is found: all that is left of it, or what a scale or a person says. */
export type TakeHow = 'whole' | 'weighed'

export interface ConsumeDraft {
  how: TakeHow
  hand: ManualWeight | null
  /** The lot whose weight is still to be said. */
  lot: ConsumedLot | null
}

export type ConsumedLot = Pick<Lot, 'lot_id' | 'lot_code' | 'on_hand_mg' | 'count' | 'stock'>

/** A weight that stands, and what a list may show of it. */
interface Weighed {
  weight_kg: string
  by_scale: boolean
  body: Pick<CommandBody<'consume-lot'>, 'scale_id' | 'weight_kg' | 'manual_reason' | 'count'>
}

export interface ConsumeParts {
  outbox: Pick<Outbox, 'put' | 'entry' | 'entries'>
  undo: Pick<UndoState, 'offer'>
  weight: Pick<WeightState, 'scale' | 'view' | 'problem'>
  noted: Pick<NotedWeights, 'note' | 'of'>
  person_id: ReadonlySignal<string | null>
  storage: Pick<Storage, 'getItem' | 'setItem'>
  report: (error: unknown) => void
}

export interface ConsumeState {
  draft: Signal<ConsumeDraft>
  /** Why the scale's weight cannot be taken now; null when it can, or a weight by hand stands. */
  problem: ReadonlySignal<string | null>
  edit: (change: Partial<ConsumeDraft>) => void
  /** Milligrams that are left of a lot, less what this tablet has taken of it already. */
  left: (lot: Pick<ConsumedLot, 'lot_id' | 'lot_code' | 'on_hand_mg'>) => number
  /** Kilograms that are left of a lot when the weight that stands is more than that; null when it is not. */
  exceeds: (lot: ConsumedLot) => string | null
  /** Puts a lot into the run by the way of the draft; null when its weight is still to be said. Resolves with the kilograms. */
  take: (lot: ConsumedLot) => Promise<string | null>
  /** Puts so much of a lot back to where it came from. */
  putBack: (lot: { lot_id: string; lot_code: string }, weight_mg: number) => Promise<void>
}

const EMPTY: ConsumeDraft = { how: 'whole', hand: null, lot: null }

/** Scan after scan into one run. */
export function createConsumeState(parts: ConsumeParts, run: Pick<Run, 'run_id' | 'run_code'>): ConsumeState {
  const { outbox, weight, noted, undo } = parts
  const draft = draftSignal(parts.storage, `consume.${run.run_code}`, EMPTY)
  const last = signal<string | null>(null)
  const edit = (change: Partial<ConsumeDraft>) => {
    draft.value = { ...draft.value, ...change }
  }
  const lane = `run:${run.run_code}`
  const problem = computed(() => {
    if (draft.value.hand !== null) return null
    // The appliance reads the scale when the command arrives: until then the goods stay on it.
    const state = last.value === null ? undefined : outbox.entry(last.value)?.state
    if (state === 'queued' || state === 'sending') return say('leave_on_scale')
    return weight.problem.value
  })
  const putBack: ConsumeState['putBack'] = async ({ lot_id, lot_code }, weight_mg) => {
    await outbox.put({
      command: 'return-material',
      params: { run_id: run.run_id },
      body: { lot_id, weight_kg: kgOf(weight_mg), manual_reason: say('reason_put_back') },
      lane,
      after: [`lot:${lot_code}`],
      about: `${lot_code} · ${run.run_code}`,
    })
  }
  const weighed = (lot: ConsumedLot): Weighed | null => {
    const { how, hand } = draft.value
    if (how === 'whole') return wholeOf(lot, parts)
    if (hand !== null) {
      const { weight_kg, reason } = hand
      return { weight_kg, by_scale: false, body: { weight_kg, manual_reason: reason } }
    }
    const { scale, view } = weight
    if (problem.value !== null || scale.value === null || view.value.kind !== 'live') return null
    const weight_kg = shownKg(view.value.value, view.value.unit) ?? ''
    return { weight_kg, by_scale: true, body: { scale_id: scale.value.id } }
  }
  return {
    draft,
    problem,
    edit,
    putBack,
    left: lot => leftOf(lot, outbox.entries.value),
    exceeds: lot => {
      const left_mg = leftOf(lot, outbox.entries.value)
      return mgOf(weighed(lot)?.weight_kg || '0') > left_mg ? kgOf(left_mg) : null
    },
    take: async lot => {
      const found = weighed(lot)
      if (found === null) {
        edit({ lot })
        return null
      }
      const { weight_kg, by_scale, body } = found
      const { key } = await outbox.put({
        command: 'consume-lot',
        params: { run_id: run.run_id },
        body: { lot_id: lot.lot_id, ...body },
        lane,
        after: [`lot:${lot.lot_code}`],
        about: `${lot.lot_code} · ${run.run_code}`,
      })
      last.value = by_scale ? key : null
      edit({ lot: null, hand: null })
      if (by_scale && weight_kg !== '') {
        const [scale, person_id] = [weight.scale.value?.name ?? '', parts.person_id.value ?? '']
        noted.note(key, { weight_kg, scale, person_id })
      }
      if (weight_kg !== '') {
        const done = say('consumed', { code: lot.lot_code, kg: weight_kg })
        undo.offer({ done, undo: () => void putBack(lot, mgOf(weight_kg)).catch(parts.report) })
      }
      return weight_kg
    },
  }
}

/** All that is left of a lot; its pieces are told where nothing of it was taken here. */
function wholeOf(lot: ConsumedLot, { outbox }: Pick<ConsumeParts, 'outbox'>): Weighed {
  const left_mg = leftOf(lot, outbox.entries.value)
  const weight_kg = kgOf(left_mg)
  const pieces = lot.stock.reduce<number | null>(
    (sum, { count }) => (sum === null || count === null ? null : sum + count),
    0,
  )
  const count = left_mg === lot.on_hand_mg && pieces !== null && pieces > 0 ? { count: pieces } : {}
  return { weight_kg, by_scale: false, body: { weight_kg, manual_reason: say('reason_whole'), ...count } }
}

type Left = Pick<ConsumedLot, 'lot_id' | 'lot_code' | 'on_hand_mg'>

function leftOf(lot: Left, entries: readonly ShownEntry[] | null): number {
  const gone = (entries ?? []).filter(entry => isTakenOf(entry, lot))
  return Math.max(
    0,
    gone.reduce((mg, { body }) => mg - mgOf(String(body.weight_kg ?? 0)), lot.on_hand_mg),
  )
}

const isTakenOf = (entry: ShownEntry, { lot_id, lot_code }: Left): boolean =>
  entry.command === 'consume-lot' && isOpen(entry) && (entry.body.lot_id === lot_id || entry.body.lot_id === lot_code)
