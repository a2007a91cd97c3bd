import type { RunTotals } from '../event/run.ts'
import type { EventData } from '../event.ts'
import type { RunState } from '../run-word.ts'
import type { Change, Told } from './change.ts'

/** A run that has not begun. */
export const NOTHING: RunTotals = {
  input_mg: 0,
  good_mg: 0,
  by_product_mg: 0,
  rework_mg: 0,
  waste_mg: 0,
  sample_mg: 0,
  process_loss_mg: 0,
}

type Step = { run_id: string; to: RunState }

const step = ({ run_id, to: state }: Step, set: Record<string, unknown> = {}): Change => ({
  to: 'record',
  of: 'run',
  id: run_id,
  state,
  set: { state, ...set },
})
const only = (stamp: string) => (told: Told<Step>) => [
  step(told.data, { [stamp]: told.recorded_at, ...(told.reason === undefined ? {} : { last_reason: told.reason }) }),
]

/** What the events of runs change. A run's links run through its stages: lot → stage → lot. */
export const RUN_CHANGES = {
  'run.planned': ({ data, recorded_at }: Told<EventData<'run.planned'>>): Change[] => [
    {
      to: 'record',
      of: 'run',
      id: data.run_id,
      parent: data.line,
      state: 'DRAFT',
      set: {
        ...data,
        state: 'DRAFT',
        gate_passed: 1,
        stage: 1,
        last_output_stage: 0,
        allergens: [],
        totals: NOTHING,
        planned_at: recorded_at,
      },
    },
  ],
  'run.released': only('released_at'),
  'run.prepared': only('prepared_at'),
  'run.started': only('started_at'),
  'run.paused': only('paused_at'),
  'run.resumed': only('resumed_at'),
  'run.consumed': ({ data }: Told<EventData<'run.consumed'>>): Change[] => {
    const { run_id, stage, lot_id, quantity, allergens, postings, totals } = data
    const { weight_mg, count } = quantity
    return [
      ...postings.map((posting): Change => ({ to: 'stock', posting })),
      // A later stage may hold what came in before it.
      ...(stage > 1 ? [carried(run_id, stage)] : []),
      { to: 'link', from: { lot_id }, into: { run_id, stage }, kind: 'TRANSFORM', weight_mg, count },
      { to: 'record', of: 'run', id: run_id, set: { stage, allergens, totals } },
    ]
  },
  'run.produced': ({ data }: Told<EventData<'run.produced'>>): Change[] => {
    const { run_id, stage, lot_id, kind, quantity, totals } = data
    const { weight_mg, count } = quantity
    return [
      {
        to: 'link',
        from: { run_id, stage },
        into: { lot_id },
        kind: kind === 'rework' ? 'REWORK' : 'TRANSFORM',
        weight_mg,
        count,
      },
      { to: 'record', of: 'run', id: run_id, set: { stage, last_output_stage: stage, totals } },
    ]
  },
  'run.lost': ({ data: { run_id, totals } }: Told<EventData<'run.lost'>>): Change[] => [
    { to: 'record', of: 'run', id: run_id, set: { totals } },
  ],
  'run.returned': ({ data }: Told<EventData<'run.returned'>>): Change[] => [
    ...data.postings.map((posting): Change => ({ to: 'stock', posting })),
    { to: 'record', of: 'run', id: data.run_id, set: { totals: data.totals } },
  ],
  'run.completed': only('completed_at'),
  'run.reconciled': ({ data, recorded_at }: Told<EventData<'run.reconciled'>>): Change[] => {
    const { run_id, from: _, to, ...balance } = data
    return [step({ run_id, to }, { balance, reconciled_at: recorded_at })]
  },
  'run.reviewed': ({ data, recorded_at, actor }: Told<EventData<'run.reviewed'>>): Change[] => [
    step(data, { reviewed_at: recorded_at, reviewed_by: actor.id }),
  ],
  'run.closed': only('closed_at'),
  'run.aborted': only('aborted_at'),
  'run.voided': ({ data, recorded_at }: Told<EventData<'run.voided'>>): Change[] => [
    ...data.postings.map((posting): Change => ({ to: 'stock', posting })),
    ...data.lot_ids.map((lot_id): Change => ({ to: 'lot-state', lot_id, status: 'VOIDED' })),
    step(data, { voided_at: recorded_at }),
  ],
}

const carried = (run_id: string, stage: number): Change => ({
  to: 'link',
  from: { run_id, stage: stage - 1 },
  into: { run_id, stage },
  kind: 'TRANSFORM',
  weight_mg: 0,
  count: null,
})
