import Type, { type Static } from 'typebox'
import { compareDecimal, Decimal } from './decimal.ts'

/** No real value changes by more than `by` within so many seconds. */
export const Rate = Type.Object(
  { by: Decimal, within_s: Type.Integer({ minimum: 1, maximum: 3_600 }) },
  { additionalProperties: false },
)
export type Rate = Static<typeof Rate>

/**
 * Bounds of a channel in its own unit: outside `hard` a value is impossible, outside `warn` it is doubtful, outside
 * `low`/`high` it is an alarm.
 */
export const Limits = Type.Object(
  {
    hard_low: Type.Optional(Decimal),
    low: Type.Optional(Decimal),
    high: Type.Optional(Decimal),
    hard_high: Type.Optional(Decimal),
    warn_low: Type.Optional(Decimal),
    warn_high: Type.Optional(Decimal),
    rate: Type.Optional(Rate),
  },
  { additionalProperties: false },
)
export type Limits = Static<typeof Limits>

// Each stands at or above the one before it. A value beyond `low` must not be called impossible: nobody would be alarmed.
const ORDERS = [
  ['hard_low', 'low', 'high', 'hard_high'],
  ['hard_low', 'warn_low', 'warn_high', 'hard_high'],
] as const

/** What is wrong with the bounds of a channel, each with its field. Empty means sound. */
export function limitsProblems(limits: Limits): { path: string; message: string }[] {
  const problems = ORDERS.flatMap(order => {
    const given = order.filter(name => limits[name] !== undefined)
    return given.slice(1).flatMap((name, at) => {
      const before = given[at]!
      const crossed = compareDecimal(limits[before]!, limits[name]!) > 0
      return crossed ? [{ path: `/${name}`, message: `${name} is below ${before}` }] : []
    })
  })
  if (limits.rate !== undefined && compareDecimal(limits.rate.by, '0') <= 0)
    problems.push({ path: '/rate/by', message: 'a change of nothing is no change' })
  return problems
}
