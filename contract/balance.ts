import { decimalOf, scaleDecimal } from './decimal.ts'
import type { RunTotals } from './event/run.ts'
import type { RunBalance } from './run.ts'

/** What a balance is judged by, in percent as decimal text. */
export interface BalanceLimits {
  tolerance_pct: string
  yield_min_pct?: string | undefined
  yield_max_pct?: string | undefined
}

const PCT_PLACES = 3

/** A share of a mass, in milligrams, rounded down: never towards more tolerance. */
export function shareOf(weight_mg: number, pct: string): number {
  return Number((BigInt(weight_mg) * BigInt(scaleDecimal(pct, PCT_PLACES))) / 100_000n)
}

/** What went out of a run in any way, in milligrams. */
export function givenMg({ input_mg: _, ...out }: RunTotals): number {
  return Object.values(out).reduce((sum, weight_mg) => sum + weight_mg, 0)
}

/**
 * The mass balance of a run (food-domain F5, I3): what went in, less everything that came out. Below zero when more
 * came out than went in. The yield is good output of input, in percent with two decimals; null without input.
 */
export function balanceOf(totals: RunTotals, limits: BalanceLimits): RunBalance {
  const { input_mg, good_mg } = totals
  const unexplained_mg = input_mg - givenMg(totals)
  const tolerance_mg = shareOf(input_mg, limits.tolerance_pct)
  const yield_pct = input_mg === 0 ? null : decimalOf(Number((BigInt(good_mg) * 10_000n) / BigInt(input_mg)), 2)
  return {
    unexplained_mg,
    tolerance_mg,
    closes: Math.abs(unexplained_mg) <= tolerance_mg,
    yield_pct,
    yield_expected: yield_pct === null ? null : inside(good_mg, input_mg, limits),
  }
}

function inside(good_mg: number, input_mg: number, { yield_min_pct, yield_max_pct }: BalanceLimits): boolean {
  const good = BigInt(good_mg) * 100_000n
  const share = (pct: string) => BigInt(input_mg) * BigInt(scaleDecimal(pct, PCT_PLACES))
  if (yield_min_pct !== undefined && good < share(yield_min_pct)) return false
  return yield_max_pct === undefined || good <= share(yield_max_pct)
}
