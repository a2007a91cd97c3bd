import Type, { type Static } from 'typebox'
import { Allergens } from './allergen.ts'
import { RunTotals } from './event/run.ts'
import { orNull, Text } from './event/shape.ts'
import { Lot } from './lot.ts'
import { LotType } from './lot-word.ts'
import { Name } from './name.ts'
import { Quantity } from './quantity.ts'
import { RunState } from './run-word.ts'
import { Timestamp } from './time.ts'
import { Uuid } from './uuid.ts'

/** A run's code as it is accepted; generated ones are `RUN-YYMMDD-LINE-NN`. */
export const RunCode = Type.String({
  pattern: '^[A-Z0-9](?:[A-Z0-9-]{0,38}[A-Z0-9])?$',
  examples: ['RUN-261123-L1-01'],
})

/** How the masses of a run stand to each other (food-domain F5). */
export const RunBalance = Type.Object(
  {
    unexplained_mg: Type.Integer({ description: 'Input less everything that came out; below zero: more came out.' }),
    tolerance_mg: Type.Integer(),
    closes: Type.Boolean({ description: 'What is unexplained is within the tolerance.' }),
    yield_pct: orNull(Type.String({ description: 'Good output of input; null without input.' })),
    yield_expected: orNull(Type.Boolean({ description: 'The yield is one that the recipe expects.' })),
  },
  { $id: 'RunBalance', additionalProperties: false },
)
export type RunBalance = Static<typeof RunBalance>

/** A production run as it is now. */
export const Run = Type.Object(
  {
    run_id: Uuid,
    run_code: Type.String(),
    state: RunState,
    recipe_id: orNull(Name),
    recipe_version: orNull(Type.Integer()),
    item_id: orNull(Name),
    product: Text,
    line: Type.String(),
    shift: Text,
    planned_start: orNull(Timestamp),
    planned: orNull(Quantity),
    plan_id: Name,
    plan_version: Type.Integer(),
    declared_allergens: orNull(Allergens),
    tolerance_pct: Type.String(),
    notes: Text,
    gate_passed: Type.Integer({ description: 'Gates of its plan that have passed, in their order.' }),
    stage: Type.Integer({ description: 'What is consumed after an output begins the next stage.' }),
    /** Of everything that went in so far. */
    allergens: Allergens,
    totals: RunTotals,
    balance: RunBalance,
    /** Of a balance that did not close. */
    explanation: Text,
    planned_at: Timestamp,
    released_at: orNull(Timestamp),
    prepared_at: orNull(Timestamp),
    started_at: orNull(Timestamp),
    paused_at: orNull(Timestamp),
    resumed_at: orNull(Timestamp),
    completed_at: orNull(Timestamp),
    reconciled_at: orNull(Timestamp),
    reviewed_at: orNull(Timestamp),
    reviewed_by: orNull(Type.String({ description: 'Id of the person.' })),
    closed_at: orNull(Timestamp),
    aborted_at: orNull(Timestamp),
    voided_at: orNull(Timestamp),
    last_reason: orNull(Type.String({ description: 'Why it was paused or aborted.' })),
  },
  { $id: 'Run', additionalProperties: false },
)
export type Run = Static<typeof Run>

const MATERIAL = {
  lot_id: Uuid,
  lot_code: Type.String(),
  lot_type: LotType,
  item_id: orNull(Name),
  stage: Type.Integer(),
  weight_mg: Type.Integer(),
  count: orNull(Type.Integer()),
  seq: Type.Integer({ description: 'Number of its ledger event.' }),
}

/** What went into a run: one row for each weighing. */
export const RunInput = Type.Object(MATERIAL, { $id: 'RunInput', additionalProperties: false })
export type RunInput = Static<typeof RunInput>

/** What came back unused, of each lot. */
export const RunReturn = Type.Object(
  { lot_id: Uuid, lot_code: Type.String(), weight_mg: Type.Integer(), count: orNull(Type.Integer()) },
  { $id: 'RunReturn', additionalProperties: false },
)
export type RunReturn = Static<typeof RunReturn>

/** What came of a run: a lot for each weighing. */
export const RunOutput = Type.Object(
  { ...MATERIAL, rework: Type.Boolean({ description: 'To be worked again.' }) },
  { $id: 'RunOutput', additionalProperties: false },
)
export type RunOutput = Static<typeof RunOutput>

/** A run with everything that went in and came out, from the genealogy. */
export const RunWhole = Type.Object(
  {
    ...Run.properties,
    inputs: Type.Array(RunInput),
    returns: Type.Array(RunReturn),
    outputs: Type.Array(RunOutput),
  },
  { $id: 'RunWhole', additionalProperties: false },
)
export type RunWhole = Static<typeof RunWhole>

/** A run and the lot that a step moved into it or out of it, as both are now. */
export const RunWithLot = Type.Object({ run: Run, lot: Lot }, { $id: 'RunWithLot', additionalProperties: false })
export type RunWithLot = Static<typeof RunWithLot>
