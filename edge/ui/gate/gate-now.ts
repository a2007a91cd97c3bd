import { gateAwaited, gateBeforeStart } from '@flowviz/contract/gate-need'
import type { Lot } from '@flowviz/contract/lot'
import type { QcPlanVersion } from '@flowviz/contract/master'
import type { QcGate, QcPlan } from '@flowviz/contract/plant/qc-plan'
import { SEVEN_GATES, SEVEN_GATES_VERSION } from '@flowviz/contract/plant/seven-gates'
import type { Run } from '@flowviz/contract/run'

type Planned = Pick<Lot, 'plan_id' | 'plan_version'>
type At = Planned & Pick<Lot, 'gate_next'>
export type Plans = readonly Pick<QcPlanVersion, 'plan_id' | 'version' | 'gates'>[]

/** The version of a plan that a lot or a run was begun under; null when this tablet lacks it. */
export function planAt({ plan_id, plan_version }: Planned, plans: Plans): Pick<QcPlan, 'gates'> | null {
  const plan = plans.find(one => one.plan_id === plan_id && one.version === plan_version)
  if (plan !== undefined) return plan
  // The plan of the release is in no list until a site approves one of its own.
  return plan_id === SEVEN_GATES.plan_id && plan_version === SEVEN_GATES_VERSION ? SEVEN_GATES : null
}

/** The gate that a lot stands at by its own version of the plan; `unknown` when this tablet lacks that version. */
export function gateNow(lot: At, plans: Plans): QcGate | 'passed' | 'unknown' {
  if (lot.gate_next === null) return 'passed'
  return planAt(lot, plans)?.gates.find(({ gate_no }) => gate_no === lot.gate_next) ?? 'unknown'
}

/** The gate that a run decides next. */
export function gateOfRun(run: Planned & { gate_passed: number }, plans: Plans): QcGate | 'passed' | 'unknown' {
  const plan = planAt(run, plans)
  if (plan === null) return 'unknown'
  return plan.gates.find(({ gate_no }) => gate_no === run.gate_passed + 1) ?? 'passed'
}

/** The gate at which a lot waits, as the board counts it; null for none, and for a plan that this tablet lacks. */
export function gateWaitedAt(lot: Planned & Pick<Lot, 'lot_type' | 'gate_passed'>, plans: Plans): QcGate | null {
  const plan = planAt(lot, plans)
  return plan === null ? null : gateAwaited(plan, lot)
}

/** The gate at which a run waits for its start; null for none. */
export function runWaitsAt(run: Planned & Pick<Run, 'state' | 'gate_passed'>, plans: Plans): QcGate | null {
  const plan = planAt(run, plans)
  return plan === null ? null : gateBeforeStart(plan, run)
}
