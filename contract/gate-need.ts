import type { LotType } from './lot-word.ts'
import type { QcGate, QcPlan } from './plant/qc-plan.ts'
import type { RunState } from './run-word.ts'

/** What somebody wants to do with a lot. */
export type Purpose = 'consume' | 'ship'

const listed = (gate: Pick<QcGate, 'before_consume' | 'before_ship'>, purpose: Purpose, type: LotType): boolean =>
  (purpose === 'consume' ? gate.before_consume : gate.before_ship).includes(type)

/** The last gate that a lot of a type needs before it is consumed or shipped; 0 when it needs none. */
export function gateFor(plan: Pick<QcPlan, 'gates'>, purpose: Purpose, type: LotType): number {
  return Math.max(0, ...plan.gates.filter(gate => listed(gate, purpose, type)).map(({ gate_no }) => gate_no))
}

/** What lots of a type are for: finished goods leave the house, everything else goes into a run. */
const USES: Readonly<Record<LotType, readonly [Purpose, Purpose]>> = {
  RAW: ['consume', 'ship'],
  WIP: ['consume', 'ship'],
  REWORK: ['consume', 'ship'],
  PACKAGING: ['consume', 'ship'],
  FG: ['ship', 'consume'],
}

/**
 * The last gate that keeps a lot of a type from what it is for; its other use counts where the plan says nothing of that
 * one. A lot behind it waits at no gate: what follows is judged on the run that it goes into, or never.
 */
export function gateAwaitedLast(plan: Pick<QcPlan, 'gates'>, type: LotType): number {
  const [first, second] = USES[type]
  return gateFor(plan, first, type) || gateFor(plan, second, type)
}

/** The gate at which a lot waits; null for one that waits at none. */
export function gateAwaited(
  plan: Pick<QcPlan, 'gates'>,
  { lot_type, gate_passed }: { lot_type: LotType; gate_passed: number },
): QcGate | null {
  return gate_passed < gateAwaitedLast(plan, lot_type) ? (plan.gates[gate_passed] ?? null) : null
}

/** The gate that says that a line is clean and cleared. It judges a run, which does not start before. */
export const PRE_OP_GATE = 2

/** The gate at which a run waits for its start; null for one that does not. */
export function gateBeforeStart(
  plan: Pick<QcPlan, 'gates'>,
  { state, gate_passed }: { state: RunState; gate_passed: number },
): QcGate | null {
  return state === 'PRE_OP' && gate_passed < PRE_OP_GATE ? (plan.gates[gate_passed] ?? null) : null
}
