import { FlowError } from '@flowviz/contract/error'
import { shownStatus } from '@flowviz/contract/lot-status'
import { FINAL, type LotStatus, USABLE } from '@flowviz/contract/lot-word'
import type { QcGate, QcPlan } from '@flowviz/contract/plant/qc-plan'
import type { Decision } from '@flowviz/contract/quality-word'
import { type JudgedLot, releaseGate } from './use.ts'

/** A decision that was taken before. */
export interface TakenDecision {
  gate_no: number
  ccp: boolean
  decision: Decision
}

/** A gate by its id, or by its number as a number or as text. @throws FlowError gate_unknown */
export function gateOf(plan: QcPlan, ref: string | number): QcGate {
  const gate_no = /^\d{1,2}$/.test(String(ref)) ? Number(ref) : null
  const gate = plan.gates.find(gate => (gate_no === null ? gate.gate_id === ref : gate.gate_no === gate_no))
  if (gate === undefined) throw new FlowError('gate_unknown', `The plan ${plan.plan_id} has no gate ${ref}.`)
  return gate
}

export interface Turn {
  gate: QcGate
  /** How far the lot or run is. */
  passed: number
  /** The last decision at this gate. */
  last: Decision | null
  decision: Decision
  recheck: boolean
  /** On a run a gate is a test that comes back: at the start, each hour, at the end, by whoever runs the line. */
  routine: boolean
}

/**
 * Gates pass in strict sequence; on a lot, one that has been decided is decided again only as a recheck. Bad news may
 * come late: what was found on a tablet without a network counts although the gate has passed meanwhile, and a HOLD,
 * which says neither yes nor no, is taken at any gate.
 * @throws FlowError gate_out_of_order (with `gate_needed`), gate_passed_already, gate_failed_already.
 */
export function requireTurn({ gate, passed, last, decision, recheck, routine }: Turn): void {
  const { gate_no, title } = gate
  if (decision === 'HOLD') return
  if (gate_no > passed + 1)
    throw new FlowError(
      'gate_out_of_order',
      `Gate ${passed + 1} has not passed, so gate ${gate_no} cannot be decided.`,
      {
        extra: { gate_no, gate_needed: passed + 1 },
      },
    )
  if (recheck || (routine && last === 'PASS')) return
  if (gate_no <= passed && decision === 'FAIL') return
  if (gate_no <= passed)
    throw new FlowError('gate_passed_already', `Gate ${gate_no}, ${title}, has passed.`, { extra: { gate_no } })
  if (last === 'FAIL')
    throw new FlowError('gate_failed_already', `Gate ${gate_no}, ${title}, has failed.`, { extra: { gate_no } })
}

/**
 * Whether a decision may be taken on a lot in its state. Bad news is taken of every lot that is still there; a gate
 * passes only on a lot that is free, or that failed here and is checked again.
 * @throws FlowError lot_held, lot_unusable.
 */
export function requireDecidable(lot: JudgedLot, decision: Decision, recheck: boolean): void {
  const status = shownStatus(lot.status, lot.holds)
  const extra = { lot_id: lot.lot_id, lot_status: status }
  if (FINAL.includes(lot.status)) throw new FlowError('lot_unusable', `Lot ${lot.lot_code} is ${status}.`, { extra })
  if (decision !== 'PASS') return
  if (status === 'HOLD') throw new FlowError('lot_held', `Lot ${lot.lot_code} is on hold.`, { extra })
  if (USABLE.includes(status) || (status === 'REJECTED' && recheck)) return
  throw new FlowError('lot_unusable', `Lot ${lot.lot_code} is ${status}.`, { extra })
}

/** What a lot's gates say of a lot that nothing else is wrong with. */
export function statusOfGates(plan: QcPlan, lot: Pick<JudgedLot, 'lot_type' | 'gate_passed'>): LotStatus {
  return lot.gate_passed >= releaseGate(plan, lot.lot_type) ? 'AVAILABLE' : 'PENDING_QC'
}

/**
 * Whether a gate that is no CCP has failed and was not passed since. A failed CCP is what its hold is for: it counts
 * until that hold has been dispositioned.
 */
export const hasFailed = (taken: readonly TakenDecision[]): boolean => failedLast(taken).some(({ ccp }) => !ccp)

/** Whether a CCP has failed and was not passed since, whatever became of its hold. */
export const ccpHasFailed = (taken: readonly TakenDecision[]): boolean => failedLast(taken).some(({ ccp }) => ccp)

function failedLast(taken: readonly TakenDecision[]): TakenDecision[] {
  // A gate that is only held says neither yes nor no: what it said before goes on.
  const last = new Map(taken.filter(({ decision }) => decision !== 'HOLD').map(one => [one.gate_no, one]))
  return [...last.values()].filter(({ decision }) => decision === 'FAIL')
}

export interface LotVerdict {
  plan: QcPlan
  gate_no: number
  decision: Decision
  /** Decisions taken on the lot before; asked for only when it is REJECTED. */
  taken: () => readonly TakenDecision[]
}

/** What a decision makes of a lot. */
export function outcomeOf(lot: JudgedLot, verdict: LotVerdict): { status: LotStatus; gate_passed: number } {
  const { plan, gate_no, decision, taken } = verdict
  if (decision === 'HOLD') return { status: lot.status, gate_passed: lot.gate_passed }
  if (decision === 'FAIL') {
    const judged = USABLE.includes(lot.status) || lot.status === 'REJECTED'
    return { status: judged ? 'REJECTED' : lot.status, gate_passed: Math.min(lot.gate_passed, gate_no - 1) }
  }
  const gate_passed = Math.max(lot.gate_passed, gate_no)
  if (lot.status === 'REJECTED' && hasFailed(taken().filter(one => one.gate_no !== gate_no)))
    return { status: 'REJECTED', gate_passed }
  return { status: statusOfGates(plan, { lot_type: lot.lot_type, gate_passed }), gate_passed }
}

/** A run after a decision: a gate that fails is one that it has not passed any more. */
export function runPassed(passed: number, gate_no: number, decision: Decision): number {
  if (decision === 'PASS') return Math.max(passed, gate_no)
  return decision === 'FAIL' ? Math.min(passed, gate_no - 1) : passed
}
