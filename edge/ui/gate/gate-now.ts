import type { Lot } from '@flowviz/contract/lot'
import type { QcPlanVersion } from '@flowviz/contract/master'
import type { QcGate } from '@flowviz/contract/plant/qc-plan'

type At = Pick<Lot, 'plan_id' | 'plan_version' | 'gate_next'>

/** The gate that a lot stands at by its own version of the plan; `unknown` when this tablet lacks that version. */
export function gateNow(
  lot: At,
  plans: readonly Pick<QcPlanVersion, 'plan_id' | 'version' | 'gates'>[],
): QcGate | 'passed' | 'unknown' {
  if (lot.gate_next === null) return 'passed'
  const plan = plans.find(({ plan_id, version }) => plan_id === lot.plan_id && version === lot.plan_version)
  return plan?.gates.find(({ gate_no }) => gate_no === lot.gate_next) ?? 'unknown'
}
