import Type, { type Static } from 'typebox'
import { Decimal } from './decimal.ts'

/** A mass as exact text and as whole milligrams for sums, and the pieces of a catch-weight lot where they are counted. */
export const Quantity = Type.Object(
  {
    weight_kg: Decimal,
    weight_mg: Type.Integer(),
    count: Type.Union([Type.Integer(), Type.Null()]),
  },
  { $id: 'Quantity', additionalProperties: false },
)
export type Quantity = Static<typeof Quantity>

/** A positive weight as a number or as decimal text; the text is kept exactly, a number by its shortest form. */
export const WeightKg = Type.Union([Decimal, Type.Number({ exclusiveMinimum: 0, maximum: 1_000_000 })])

/** Pieces. */
export const Count = Type.Integer({ minimum: 1, maximum: 10_000_000 })

/** How a person says a quantity. */
export const QuantityInput = {
  weight_kg: WeightKg,
  count: Type.Optional(Count),
} as const
