import type { LotType } from './lot-word.ts'
import type { QcGate, QcPlan } from './plant/qc-plan.ts'

/** What somebody wants to do with a lot. */
export type Purpose = 'consume' | 'ship'

const listed = (gate: Pick<QcGate, 'before_consume' | 'before_ship'>, purpose: Purpose, type: LotType): boolean =>
  (purpose === 'consume' ? gate.before_consume : gate.before_ship).includes(type)

/** The last gate that a lot of a type needs before it is consumed or shipped; 0 when it needs none. */
export function gateFor(plan: Pick<QcPlan, 'gates'>, purpose: Purpose, type: LotType): number {
  return Math.max(0, ...plan.gates.filter(gate => listed(gate, purpose, type)).map(({ gate_no }) => gate_no))
}
