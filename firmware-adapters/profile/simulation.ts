import { Decimal } from '@flowviz/contract/decimal'
import { Name } from '@flowviz/contract/name'
import Type, { type Static } from 'typebox'

const closed = { additionalProperties: false }
const Period = Type.Integer({ minimum: 1, maximum: 86_400 })

/** How a value moves by itself. `amp` is how far it goes from its mean, `rate` how much it grows in an hour. */
export const Wave = Type.Union([
  Type.Object({ wave: Type.Literal('constant'), mean: Decimal }, closed),
  Type.Object({ wave: Type.Enum(['sine', 'square']), mean: Decimal, amp: Decimal, period_s: Period }, closed),
  Type.Object({ wave: Type.Literal('ramp'), mean: Decimal, rate: Decimal }, closed),
])
export type Wave = Static<typeof Wave>

/** How a pretended device of a profile behaves: its values, and what stands in its other registers (on the wire, from 0). */
export const Simulation = Type.Object(
  {
    points: Type.Record(Name, Wave),
    registers: Type.Optional(
      Type.Array(
        Type.Object(
          {
            fc: Type.Enum([1, 2, 3, 4] as (1 | 2 | 3 | 4)[]),
            address: Type.Integer({ minimum: 0, maximum: 0xffff }),
            values: Type.Array(Type.Integer({ minimum: 0, maximum: 0xffff }), { minItems: 1, maxItems: 64 }),
          },
          closed,
        ),
        { maxItems: 32 },
      ),
    ),
  },
  closed,
)
export type Simulation = Static<typeof Simulation>
