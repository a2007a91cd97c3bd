import Type, { type Static } from 'typebox'
import { Allergens } from '../allergen.ts'
import { WeightEvidence } from '../lot-word.ts'
import { Name } from '../name.ts'
import { Posting } from '../posting.ts'
import { Quantity } from '../quantity.ts'
import { RunState } from '../run-word.ts'
import { Timestamp } from '../time.ts'
import { Uuid } from '../uuid.ts'
import { object, oneOf, orNull, Text } from './shape.ts'

/** What a run took in and gave so far, in milligrams; absolute, so that each event alone says where the run stands. */
export const RunTotals = object({
  input_mg: Type.Integer(),
  good_mg: Type.Integer(),
  by_product_mg: Type.Integer(),
  rework_mg: Type.Integer(),
  waste_mg: Type.Integer(),
  sample_mg: Type.Integer(),
  process_loss_mg: Type.Integer(),
})
export type RunTotals = Static<typeof RunTotals>

const Step = object({ run_id: Uuid, from: RunState, to: RunState })

/** Production runs. A run's material flows through stages: what is consumed after an output begins the next one. */
export const RUN_EVENTS = {
  'run.planned': object({
    run_id: Uuid,
    run_code: Type.String({ maxLength: 40 }),
    recipe_id: orNull(Name),
    recipe_version: orNull(Type.Integer()),
    item_id: orNull(Name),
    product: Text,
    line: Type.String({ maxLength: 4 }),
    shift: Text,
    planned_start: orNull(Timestamp),
    planned: orNull(Quantity),
    plan_id: Name,
    plan_version: Type.Integer(),
    /** What the label of the output declares; material with any other allergen is refused. Null: nothing is declared. */
    declared_allergens: orNull(Allergens),
    tolerance_pct: Type.String(),
    notes: Text,
  }),
  'run.released': Step,
  /** Gate 2: the line is clean and cleared, decided by `gate.decided` in the same transaction. */
  'run.prepared': Step,
  'run.started': Step,
  'run.paused': Step,
  'run.resumed': Step,
  'run.consumed': object({
    run_id: Uuid,
    stage: Type.Integer({ minimum: 1 }),
    lot_id: Uuid,
    quantity: Quantity,
    weight: WeightEvidence,
    allergens: Allergens,
    postings: Type.Array(Posting),
    passed_over: Type.Array(Uuid),
    totals: RunTotals,
  }),
  /** The lot itself is registered by the event before. */
  'run.produced': object({
    run_id: Uuid,
    stage: Type.Integer({ minimum: 1 }),
    lot_id: Uuid,
    kind: oneOf('good', 'by_product', 'rework'),
    quantity: Quantity,
    totals: RunTotals,
  }),
  /** What left the run without becoming a lot. */
  'run.lost': object({
    run_id: Uuid,
    cause: oneOf('waste', 'sample', 'process_loss'),
    quantity: Quantity,
    weight: WeightEvidence,
    totals: RunTotals,
  }),
  /** Unused material goes back to the lot that it came from. */
  'run.returned': object({
    run_id: Uuid,
    lot_id: Uuid,
    quantity: Quantity,
    postings: Type.Array(Posting),
    totals: RunTotals,
  }),
  'run.completed': Step,
  'run.reconciled': object({
    run_id: Uuid,
    from: RunState,
    to: RunState,
    totals: RunTotals,
    unexplained_mg: Type.Integer(),
    tolerance_mg: Type.Integer(),
    yield_pct: Text,
    explanation: Text,
  }),
  'run.reviewed': Step,
  'run.closed': Step,
  'run.aborted': Step,
  'run.voided': object({
    run_id: Uuid,
    from: RunState,
    to: RunState,
    lot_ids: Type.Array(Uuid),
    postings: Type.Array(Posting),
  }),
} as const
