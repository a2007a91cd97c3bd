import { decimalOf, scaleDecimal } from './decimal.ts'
import type { LotBalance, RecallGoal, RecallTotal, RunShare } from './recall-word.ts'

/** What left a lot for an account outside of the plant, less what came back from it. */
export interface AccountNet {
  account: string
  weight_mg: number
}

type Field = Exclude<
  keyof LotBalance,
  | 'lot_id'
  | 'lot_code'
  | 'item_id'
  | 'status'
  | 'places'
  | 'shipped'
  | 'registered_mg'
  | 'on_hand_mg'
  | 'unexplained_mg'
>
export type LotSums = Pick<LotBalance, Field>

const FIELD: Readonly<Record<string, Field>> = {
  run: 'used_mg',
  lot: 'divided_mg',
  customer: 'shipped_mg',
  waste: 'waste_mg',
  sample: 'sample_mg',
  loss: 'loss_mg',
  adjustment: 'adjusted_mg',
  return: 'sent_back_mg',
  supplier: 'sent_back_mg',
  void: 'voided_mg',
}

const NOTHING: LotSums = {
  used_mg: 0,
  divided_mg: 0,
  shipped_mg: 0,
  waste_mg: 0,
  sample_mg: 0,
  loss_mg: 0,
  adjusted_mg: 0,
  sent_back_mg: 0,
  voided_mg: 0,
}

/** Where what left a lot went, by kind of account. An account of an unknown kind explains nothing. */
export function sumsOf(accounts: readonly AccountNet[]): LotSums {
  const sums = { ...NOTHING }
  for (const { account, weight_mg } of accounts) {
    const field = FIELD[account.split(':', 1)[0] ?? '']
    if (field !== undefined) sums[field] += weight_mg
  }
  return sums
}

/** What is left of a lot's registration after all that is known of it: food-domain F5, right side less left side. */
export function unexplainedMg(registered_mg: number, on_hand_mg: number, sums: LotSums): number {
  return Object.values(sums).reduce((left, weight_mg) => left - weight_mg, registered_mg - on_hand_mg)
}

/** The balance over all lots in scope and the runs that they went into. */
export function totalOf(lots: readonly LotBalance[], runs: readonly RunShare[]): RecallTotal {
  const sum = (field: Field | 'registered_mg' | 'on_hand_mg' | 'unexplained_mg') =>
    lots.reduce((total, lot) => total + lot[field], 0)
  const ofRuns = (field: 'in_process_mg' | 'unexplained_mg') => runs.reduce((total, run) => total + run[field], 0)
  const registered_mg = sum('registered_mg')
  const run_unexplained_mg = ofRuns('unexplained_mg')
  const unexplained_mg = sum('unexplained_mg') + run_unexplained_mg
  return {
    registered_mg,
    used_mg: sum('used_mg'),
    divided_mg: sum('divided_mg'),
    shipped_mg: sum('shipped_mg'),
    waste_mg: sum('waste_mg'),
    sample_mg: sum('sample_mg'),
    loss_mg: sum('loss_mg'),
    adjusted_mg: sum('adjusted_mg'),
    sent_back_mg: sum('sent_back_mg'),
    voided_mg: sum('voided_mg'),
    on_hand_mg: sum('on_hand_mg'),
    unexplained_mg,
    lot_count: lots.length,
    run_count: runs.length,
    in_process_mg: ofRuns('in_process_mg'),
    run_unexplained_mg,
    accounted_pct: accountedPct(registered_mg, unexplained_mg),
  }
}

/** Explained of registered, percent with two decimals, rounded away from 100; null when nothing was registered. */
export function accountedPct(registered_mg: number, unexplained_mg: number): string | null {
  if (registered_mg === 0) return null
  const whole = BigInt(registered_mg)
  const explained = (whole - BigInt(unexplained_mg)) * 10_000n
  const up = unexplained_mg < 0 ? whole - 1n : 0n
  return decimalOf(Number((explained + up) / whole), 2)
}

/** True when the quantity is accounted for within the goal and the clock stopped in time. */
export function reaches(
  goal: RecallGoal,
  { accounted_pct, minutes }: { accounted_pct: string | null; minutes: number },
) {
  return minutes <= goal.minutes_max && isAccounted(goal, accounted_pct)
}

/** True when what is accounted for lies within the goal. */
export function isAccounted(goal: RecallGoal, accounted_pct: string | null): boolean {
  if (accounted_pct === null) return true
  const pct = scaleDecimal(accounted_pct, 6)
  return pct >= scaleDecimal(goal.accounted_min_pct, 6) && pct <= scaleDecimal(goal.accounted_max_pct, 6)
}
