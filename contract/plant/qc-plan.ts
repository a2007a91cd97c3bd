import Type, { type Static } from 'typebox'
import { Decimal } from '../decimal.ts'
import { LotType } from '../lot-word.ts'
import { Name } from '../name.ts'

/** One thing that a gate looks at, with its limits in its own unit. Without limits it is a yes or no. */
export const QcCheck = Type.Object(
  {
    parameter: Name,
    title: Type.String({ minLength: 1, maxLength: 120 }),
    unit: Type.Optional(Type.String({ maxLength: 20 })),
    low: Type.Optional(Decimal),
    high: Type.Optional(Decimal),
    /** A PASS needs its value. */
    required: Type.Optional(Type.Boolean()),
    instrument_kind: Type.Optional(Type.String({ maxLength: 40 })),
  },
  { additionalProperties: false },
)
export type QcCheck = Static<typeof QcCheck>

export const QcGate = Type.Object(
  {
    gate_no: Type.Integer({ minimum: 1, maximum: 20 }),
    gate_id: Name,
    title: Type.String({ minLength: 1, maxLength: 80 }),
    ccp: Type.Boolean(),
    /** Kind of control: CCP, PC-process, PC-allergen, PC-sanitation, PC-supply-chain, verification, quality. */
    control: Type.String({ maxLength: 60 }),
    checks: Type.Array(QcCheck, { maxItems: 40 }),
    /** Lots of these types are not consumed before this gate has passed. */
    before_consume: Type.Array(LotType),
    /** Lots of these types are not shipped before this gate has passed. */
    before_ship: Type.Array(LotType),
    /** Passed by one who has no part in what it judges, and signed; bad news waits for no signature. */
    signed: Type.Boolean(),
    frequency: Type.Optional(Type.String({ maxLength: 120 })),
    reaction: Type.String({ maxLength: 200 }),
    citation: Type.Optional(Type.String({ maxLength: 120 })),
  },
  { additionalProperties: false },
)
export type QcGate = Static<typeof QcGate>

/** A QC plan: gates in their order. Numbers are examples until the plant has validated them. */
export const QcPlan = Type.Object(
  {
    plan_id: Name,
    title: Type.String({ minLength: 1, maxLength: 80 }),
    gates: Type.Array(QcGate, { minItems: 1, maxItems: 20 }),
  },
  { $id: 'QcPlan', additionalProperties: false },
)
export type QcPlan = Static<typeof QcPlan>
