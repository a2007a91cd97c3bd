import type { CommandBody } from '@flowviz/contract/command'
import type { Problem } from '@flowviz/contract/error'
import type { HandlingUnit } from '@flowviz/contract/logistics-view'
import type { Run } from '@flowviz/contract/run'
import { timestampOf } from '@flowviz/contract/time'
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Registered } from '../lot/receive-state.ts'
import { answeredLot } from '../lot/registered-step.ts'
import { type Doer, type Outbox, OutboxRefusal, type OutboxTrouble } from '../outbox/outbox.ts'
import { draftSignal } from '../session/draft.ts'
import type { Shelf } from '../shelf/shelf.ts'
import type { Tablet } from '../tablet/tablet.ts'
import type { ManualWeight } from '../weight/manual-weight.ts'
import type { NotedWeights } from '../weight/noted-weights.ts'
import { shownKg } from '../weight/weighing.ts'
import type { WeightState } from '../weight/weight-state.ts'
import { troubleSentence, troubleWords } from '../word/trouble-word.ts'
import { typeOfOutput } from './type-of-output.ts'

export const KINDS = ['good', 'by_product', 'rework'] as const
export type Kind = (typeof KINDS)[number]

/** The pallet that stands beside the line. */
export interface Pallet {
  hu_id: string
  sscc: string | null
  location_id: string
  /** Codes of the lots that were put on it here. */
  lots: string[]
}

export interface OutputDraft {
  kind: Kind
  hand: ManualWeight | null
  containers: number
  location_id: string | null
  /** What a container may weigh more or less than its nominal weight, per cent. */
  percent: number
  pallet: Pallet | null
}

const EMPTY: OutputDraft = { kind: 'good', hand: null, containers: 1, location_id: null, percent: 3, pallet: null }
/** Where an output stands when nobody says where. */
export const PLACE_DEFAULT = 'receiving'
/** Where this tablet put the last output: the next run of its line begins there, not among what is received raw. */
const PLACE_KEY = 'flowviz.output-place'

type Refused = Pick<Problem, 'code' | 'title' | 'detail' | 'hint'> | null

export interface OutputParts {
  outbox: Pick<Outbox, 'doer' | 'put' | 'entry' | 'settled'>
  tablet: Pick<Tablet, 'lotCode'>
  weight: Pick<WeightState, 'view' | 'scale' | 'problem'>
  noted: NotedWeights
  shelf: { items: Pick<Shelf['items'], 'value'> }
  person_id: ReadonlySignal<string | null>
  now: () => number
  report: (error: unknown) => void
  storage: Pick<Storage, 'getItem' | 'setItem'>
}

export interface OutputState {
  draft: ReadonlySignal<OutputDraft>
  last: ReadonlySignal<Registered | null>
  busy: ReadonlySignal<boolean>
  refusal: ReadonlySignal<Pick<OutboxTrouble, 'title' | 'hint'> | null>
  /** Why the next one cannot be weighed yet. */
  problem: ReadonlySignal<{ waits_for: string } | { weight: string } | null>
  /** A pallet was asked for and has no number yet. */
  pallet_waits: ReadonlySignal<boolean>
  /** Why there is none. */
  pallet_refusal: ReadonlySignal<{ title: string; hint: string } | null>
  edit: (change: Partial<OutputDraft>) => void
  register: (run: Run) => Promise<Registered | null>
  newPallet: () => Promise<void>
  closePallet: () => void
  forget: () => void
}

/** What comes out of one run, weighed one after the other. */
export function createOutputState(parts: OutputParts, run_code: string): OutputState {
  const { outbox, weight, noted } = parts
  const { storage } = parts
  const draft = draftSignal(storage, `output.${run_code}`, { ...EMPTY, location_id: storage.getItem(PLACE_KEY) })
  const last = signal<Registered | null>(null)
  const busy = signal(false)
  const refusal = signal<OutboxTrouble | null>(null)
  const pallet_waits = signal(false)
  const pallet_refusal = signal<{ title: string; hint: string } | null>(null)
  const refuse = (problem: Refused) => {
    if (problem !== null) pallet_refusal.value = { title: troubleSentence(problem), hint: troubleWords(problem).hint }
  }
  const edit = (change: Partial<OutputDraft>) => {
    draft.value = { ...draft.value, ...change }
    if (change.location_id != null) storage.setItem(PLACE_KEY, change.location_id)
  }
  const register = async (run: Run): Promise<Registered | null> => {
    if (busy.value) return null
    busy.value = true
    const by = outbox.doer()
    try {
      const kept = await keep(parts, draft.value, run)
      batch(() => {
        last.value = kept
        refusal.value = null
        edit({ hand: null })
      })
      void packed(parts, { kept, by, draft, edit, refuse }).catch(parts.report)
      return kept
    } catch (error) {
      if (!(error instanceof OutboxRefusal)) throw error
      refusal.value = error.trouble
      return null
    } finally {
      busy.value = false
    }
  }
  return {
    draft,
    last,
    busy,
    refusal,
    pallet_waits,
    pallet_refusal,
    problem: computed(() => {
      if (draft.value.hand !== null) return null
      const before = last.value
      const state = before?.by_scale === true ? outbox.entry(before.key)?.state : undefined
      if (before !== null && (state === 'queued' || state === 'sending') && noted.of(before.key)?.taken !== true)
        return { waits_for: before.lot_code ?? before.title }
      return weight.problem.value === null ? null : { weight: weight.problem.value }
    }),
    edit,
    register,
    newPallet: async () => {
      pallet_waits.value = true
      pallet_refusal.value = null
      const location_id = draft.value.location_id ?? PLACE_DEFAULT
      const body = { kind: 'pallet', location_id, sscc: 'next' } as const
      try {
        const { key } = await outbox.put({ command: 'create-hu', body, lane: `pallet:${run_code}` })
        const { state, answer, problem } = await outbox.settled(key)
        if (state === 'acked' && answer !== null) {
          const { hu_id, sscc } = answer as HandlingUnit
          edit({ pallet: { hu_id, sscc, location_id, lots: [] } })
        } else refuse(problem)
      } finally {
        pallet_waits.value = false
      }
    },
    closePallet: () => edit({ pallet: null }),
    forget: () => {
      last.value = null
    },
  }
}

async function keep(parts: OutputParts, draft: OutputDraft, run: Run): Promise<Registered> {
  const { weight, outbox, tablet, noted } = parts
  const put_at = parts.now()
  // Whoever put it there and saw the display; the next person may be here when it is kept.
  const person_id = parts.person_id.peek() ?? ''
  const { hand, kind, containers, location_id } = draft
  const scale = weight.scale.value
  const view = weight.view.value
  const lot_code = await tablet.lotCode()
  const body: CommandBody<'produce-lot'> = {
    kind,
    ...(hand === null ? { scale_id: scale?.id ?? '' } : { weight_kg: hand.weight_kg, manual_reason: hand.reason }),
    ...(containers > 1 ? { count: containers } : {}),
    ...(lot_code === null ? {} : { lot_code }),
    ...(location_id === null ? {} : { location_id }),
    occurred_at: timestampOf(put_at),
  }
  const about = [lot_code, run.product, run.run_code].filter(Boolean).join(' · ')
  const { run_id, run_code } = run
  const intent = { command: 'produce-lot', params: { run_id }, body, lane: `run:${run_code}`, about } as const
  const { key } = await outbox.put(intent)
  const weight_kg = view.kind === 'live' ? shownKg(view.value, view.unit) : null
  if (hand === null && weight_kg !== null) noted.note(key, { weight_kg, scale: scale?.name ?? '', person_id })
  const lot_type = typeOfOutput(kind, run, parts.shelf.items.value.value ?? [])
  return { key, lot_code, title: run.product ?? run_code, lot_type, containers, by_scale: hand === null, put_at }
}

interface Packing {
  kept: Registered
  /** Who made it: the next person may be here when its weight is known. */
  by: Doer | null
  draft: ReadonlySignal<OutputDraft>
  edit: (change: Partial<OutputDraft>) => void
  refuse: (problem: Refused) => void
}

/** Puts a lot on the open pallet as soon as its weight is known: what is on a pallet has one. */
async function packed({ outbox }: OutputParts, { kept, by, draft, edit, refuse }: Packing): Promise<void> {
  const open = draft.value.pallet
  if (open === null || by === null) return
  const lot = answeredLot((await outbox.settled(kept.key)).answer)
  if (lot === null) return
  const { lot_id, lot_code, weight_kg, count } = lot
  const line = { lot_id, weight_kg, ...(count === null ? {} : { count }) }
  const params = { hu_id: open.hu_id }
  const about = `${lot_code} · ${open.sscc ?? ''}`
  const lane = `hu_id:${open.hu_id}`
  const after = [`lot:${lot_code}`]
  const { key } = await outbox.put({ command: 'pack-hu', params, body: { lines: [line] }, lane, after, about, by })
  const { state, problem } = await outbox.settled(key)
  if (state !== 'acked') return refuse(problem)
  const now = draft.value.pallet
  if (now?.hu_id === open.hu_id) edit({ pallet: { ...now, lots: [...now.lots, lot_code] } })
}
