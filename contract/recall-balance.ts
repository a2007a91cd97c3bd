import { decimalOf, scaleDecimal } from './decimal.ts'
import type { LotType } from './lot-word.ts'
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

/** What a lot was made of. */
export interface LotSource {
  lot_type: LotType
  /** Runs that made it. */
  run_ids: readonly string[]
  /** Milligrams of it that other lots became, and of them those in scope. */
  of_lots_mg: number
  of_scope_mg: number
}

/** The balance over all lots in scope and the runs that they went into. @param sourceOf by the id of the lot */
export function totalOf(
  lots: readonly LotBalance[],
  runs: readonly RunShare[],
  sourceOf: (lotId: string) => LotSource,
): RecallTotal {
  const sum = (field: Field | 'registered_mg' | 'on_hand_mg' | 'unexplained_mg') =>
    lots.reduce((total, lot) => total + lot[field], 0)
  const ofRuns = (field: keyof RunShare & `${string}_mg`) => runs.reduce((total, run) => total + run[field], 0)
  const registered_mg = sum('registered_mg')
  const sources = lots.map(lot => ({ ...sourceOf(lot.lot_id), registered_mg: lot.registered_mg }))
  const registeredOf = (some: typeof sources) => some.reduce((total, lot) => total + lot.registered_mg, 0)
  const produced = sources.filter(({ run_ids }) => run_ids.length > 0)
  const entered_mg = enteredMg(sources, runs)
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
    received_mg: registeredOf(sources.filter(({ run_ids, of_lots_mg }) => run_ids.length === 0 && of_lots_mg === 0)),
    produced_mg: registeredOf(produced),
    rework_mg: registeredOf(produced.filter(({ lot_type }) => lot_type === 'REWORK')),
    run_waste_mg: ofRuns('waste_mg'),
    run_sample_mg: ofRuns('sample_mg'),
    run_loss_mg: ofRuns('process_loss_mg'),
    entered_mg,
    accounted_pct: accountedPct(entered_mg, unexplained_mg),
  }
}

/**
 * What goes through three runs is registered four times: a loss would be a quarter of what it is if it were judged by
 * all that was registered. Counted is what came from outside.
 */
function enteredMg(
  lots: readonly (LotSource & { registered_mg: number })[],
  runs: readonly Pick<RunShare, 'run_id' | 'input_mg' | 'scope_mg'>[],
): number {
  const inScope = new Set(runs.map(({ run_id }) => run_id))
  const ofLots = lots.reduce((total, { run_ids, registered_mg, of_scope_mg }) => {
    const ofRuns_mg = run_ids.some(id => inScope.has(id)) ? registered_mg : 0
    return total + registered_mg - ofRuns_mg - of_scope_mg
  }, 0)
  return runs.reduce((total, { input_mg, scope_mg }) => total + input_mg - scope_mg, ofLots)
}

/** Explained of what there was, percent with two decimals, rounded away from 100; null when there was nothing to explain. */
export function accountedPct(whole_mg: number, unexplained_mg: number): string | null {
  if (whole_mg <= 0) return null
  const whole = BigInt(whole_mg)
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
