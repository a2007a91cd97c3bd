import Type, { type Static } from 'typebox'
import { LotRef } from './command/lot.ts'
import { RunRef } from './command/run.ts'
import { Decimal } from './decimal.ts'
import { QUALITY_EVENTS } from './event/quality.ts'
import { orNull, Text } from './event/shape.ts'
import { Actor } from './identity.ts'
import { Name } from './name.ts'
import { Decision } from './quality-word.ts'
import { Signing, Witnessing } from './signature.ts'
import { Timestamp } from './time.ts'
import { Uuid } from './uuid.ts'

const Why = Type.String({ minLength: 3, maxLength: 200 })

/** An actual value of a check: a number with its unit, or yes or no. */
export const MeasuredValue = Type.Object(
  {
    parameter: Name,
    value: Type.Union([Decimal, Type.Number(), Type.Boolean()]),
    unit: Type.Optional(Type.String({ maxLength: 20, description: 'UCUM code; left out: the unit of the plan.' })),
  },
  { additionalProperties: false },
)
export type MeasuredValue = Static<typeof MeasuredValue>

/** A decision at a gate of the QC plan, on one lot or on one run. */
export const QcDecisionRequest = Type.Object(
  {
    lot_id: Type.Optional(LotRef),
    run_id: Type.Optional(RunRef),
    gate_id: Type.Union([Type.Integer({ minimum: 1, maximum: 20 }), Type.String({ minLength: 1, maxLength: 40 })], {
      description: 'Id of the gate in the plan, such as `cook`, or its number.',
    }),
    decision: Decision,
    notes: Type.Optional(Type.String({ maxLength: 500 })),
    values: Type.Optional(Type.Array(MeasuredValue, { maxItems: 40 })),
    instrument_id: Type.Optional(Name),
    waive: Type.Optional(
      Type.Boolean({ description: 'Lets a gate that is no CCP pass unchecked; signed by a manager.' }),
    ),
    recheck: Type.Optional(Type.Boolean({ description: 'Does a gate again that was decided before; with a reason.' })),
    reason: Type.Optional(Why),
    occurred_at: Type.Optional(Timestamp),
    entered_late_reason: Type.Optional(Why),
    sign: Type.Optional(Signing),
    witness: Type.Optional(Witnessing),
  },
  { $id: 'QcDecisionRequest', additionalProperties: false },
)
export type QcDecisionRequest = Static<typeof QcDecisionRequest>

/** A decision as it stands in the ledger, with the hold and the deviation that came of it. */
export const QcDecision = Type.Object(
  {
    seq: Type.Integer({ description: 'Number of its ledger event.' }),
    decided_at: Timestamp,
    occurred_at: Timestamp,
    decided_by: Actor,
    reason: Text,
    ...QUALITY_EVENTS['gate.decided'].properties,
    hold_id: orNull(Uuid),
    deviation_id: orNull(Uuid),
  },
  { $id: 'QcDecision', additionalProperties: false },
)
export type QcDecision = Static<typeof QcDecision>

export const QcDecisionPage = Type.Object(
  { decisions: Type.Array(QcDecision), next: Text },
  { $id: 'QcDecisionPage', additionalProperties: false },
)
export type QcDecisionPage = Static<typeof QcDecisionPage>
