import Type, { type Static } from 'typebox'
import { Decimal } from './decimal.ts'

/** Bounds of a channel in its own unit: outside `hard` a value is impossible, outside `low`/`high` it is an alarm. */
export const Limits = Type.Object(
  {
    hard_low: Type.Optional(Decimal),
    low: Type.Optional(Decimal),
    high: Type.Optional(Decimal),
    hard_high: Type.Optional(Decimal),
  },
  { additionalProperties: false },
)
export type Limits = Static<typeof Limits>
