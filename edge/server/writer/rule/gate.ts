import { FlowError } from '@flowviz/contract/error'
import type { EventData } from '@flowviz/contract/event'
import type { QcGate } from '@flowviz/contract/plant/qc-plan'
import type { QcDecision } from '@flowviz/contract/qc-decision'
import type { SignedRecord } from '@flowviz/contract/signature'
import { isTimestamp } from '@flowviz/contract/time'
import { gateOf, outcomeOf, requireDecidable, requireTurn, runPassed } from '../../domain/gate.ts'
import { type JudgedValue, judgeValues, requireComplete, requireWithin } from '../../domain/limit-verdict.ts'
import { decisionOf } from '../../store/decision-row.ts'
import { eventOf } from '../../store/event-body.ts'
import type { GatePlace } from '../../store/gate-store.ts'
import type { LotPlace } from '../../store/lot-store.ts'
import type { Ask } from '../ask.ts'
import type { Context } from '../command-context.ts'
import type { EventOf } from '../ledger.ts'
import { requireIndependent, requireInstrument, requireRecheck, requireTrained, requireWaivable } from './gate-check.ts'
import { followUp } from './gate-follow-up.ts'
import { type GateSubject, gateSubject, outputsOf, planFor } from './gate-subject.ts'
import { decisionsOn, lastOn } from './gate-taken.ts'
import type { Rules } from './rule.ts'
import { record, signRows } from './sign.ts'

/** What is entered later than this is marked as such (21 CFR 117.305: records are made at the time of the activity). */
const LATE_MS = 5 * 60_000

type GateAsk = Ask<'decide-gate'>
type Outcome = EventData<'gate.decided'>['lots'][0]

export const GATE_RULES = {
  'decide-gate': (ask, context) => decideGate(ask, context),
} satisfies Partial<Rules>

/**
 * Decides a gate on a lot or a run, with everything that follows from it in the same transaction: a PASS lifts the lots,
 * a HOLD holds them, a FAIL rejects them and at a CCP opens a deviation that holds all since the last good check.
 * @throws FlowError lot_not_found, record_not_found, state_wrong, gate_unknown, gate_out_of_order, gate_passed_already,
 *   gate_failed_already, gate_unwaivable, lot_held, lot_unusable, value_invalid, value_missing, value_out_of_limit,
 *   instrument_unfit, calibration_overdue, training_missing, signature_missing, second_person_missing, reason_missing.
 */
export function decideGate(ask: GateAsk, context: Context): QcDecision {
  const { body } = ask
  const on = gateSubject(body, context)
  const gate = gateOf(on.planned.plan, body.gate_id)
  const last = lastOn(on, gate.gate_no, context)
  requireTurn({
    gate,
    passed: on.gate_passed,
    last: last?.decision ?? null,
    decision: body.decision,
    recheck: body.recheck === true,
    routine: on.lot === null,
  })
  if (on.lot !== null) requireDecidable(on.lot, body.decision, body.recheck === true)
  const values = checked(ask, gate)
  requireRecheck(ask, last, context)
  // Nobody has to be trained to stop something.
  if (body.decision !== 'HOLD') requireTrained(ask.actor, gate, context)
  // Bad news waits for no signature: the tablet that it is found on may be away from everything.
  if (body.decision === 'PASS') requireIndependent(ask, { gate, on }, context)
  const calibration = requireInstrument(ask, { gate, values }, context)
  const data = { ...factOf(ask, { on, gate, values }, context), calibration, recheck_of: recheckOf(ask, last, context) }
  const { event, row } = appended(ask, { on, data }, context)
  const consequence = body.decision === 'PASS' ? NOTHING : followUp(ask.actor, { on, gate, event }, context)
  // The rows of the hold and of the deviation stand right behind that of the decision; signatures come after them.
  if (row !== null) signRows([row], 'performed', { ask, context })
  return decisionOf(event, event.seq, consequence)
}

const NOTHING = { hold_id: null, deviation_id: null }

function checked(ask: GateAsk, gate: QcGate): JudgedValue[] {
  const { body } = ask
  const values = judgeValues(body.values ?? [], gate)
  if (body.waive === true) requireWaivable({ ask, gate })
  if (body.decision === 'PASS') requireWithin(values, gate)
  if (body.decision === 'PASS' && body.waive !== true) requireComplete(values, gate)
  return values
}

type Fact = Omit<EventData<'gate.decided'>, 'calibration' | 'recheck_of'>

function factOf(
  { body }: GateAsk,
  { on, gate, values }: { on: GateSubject; gate: QcGate; values: JudgedValue[] },
  context: Context,
): Fact {
  const { plan, version } = on.planned
  const { gate_no, gate_id, ccp } = gate
  return {
    decision_id: context.newId(),
    plan_id: plan.plan_id,
    plan_version: version,
    gate_id,
    gate_no,
    ccp,
    lot_id: on.lot?.lot_id ?? null,
    run_id: on.run_id,
    line: on.line,
    decision: body.decision,
    values,
    notes: body.notes ?? null,
    instrument_id: body.instrument_id ?? null,
    entered_late: isLate(body.occurred_at, context),
    waived: body.waive === true,
    run_gate_passed: on.run_id === null ? null : runPassed(on.gate_passed, gate_no, body.decision),
    lots: outcomes(on, { gate_no, decision: body.decision }, context),
  }
}

/** True for what was entered long after it was done. @throws FlowError body_invalid */
export function isLate(occurred_at: string | undefined, { ledger }: Context): boolean {
  if (occurred_at === undefined) return false
  if (!isTimestamp(occurred_at))
    throw new FlowError('body_invalid', `occurred_at ${occurred_at} is not a moment of any day.`)
  return Date.parse(ledger.stamp()) - Date.parse(occurred_at) > LATE_MS
}

function recheckOf({ body }: GateAsk, last: GatePlace | null, { store }: Context): string | null {
  if (body.recheck !== true || last === null) return null
  return eventOf('gate.decided', store.ledger.row(last.seq)?.body)?.data.decision_id ?? null
}

function outcomes(on: GateSubject, at: Pick<Fact, 'gate_no' | 'decision'>, context: Context): Outcome[] {
  if (on.lot !== null) return [outcomeFor(on.lot, at, context)]
  if (at.decision !== 'PASS') return []
  // A lot that is held or failed was not part of what was found good.
  return outputsOf(on.run_id!, context)
    .filter(({ gate_passed }) => gate_passed === at.gate_no - 1)
    .filter(({ holds, status }) => holds === 0 && (status === 'PENDING_QC' || status === 'AVAILABLE'))
    .map(lot => outcomeFor(lot, at, context))
}

function outcomeFor(lot: LotPlace, at: Pick<Fact, 'gate_no' | 'decision'>, context: Context): Outcome {
  const { plan } = planFor(lot, context)
  return { lot_id: lot.lot_id, ...outcomeOf(lot, { plan, ...at, taken: () => decisionsOn(lot.lot_key, context) }) }
}

function appended(
  ask: GateAsk,
  { on, data }: { on: GateSubject; data: EventData<'gate.decided'> },
  context: Context,
): { event: EventOf<'gate.decided'>; row: SignedRecord | null } {
  const { actor, body, signer, witness } = ask
  const { occurred_at = null } = body
  const said = [body.reason, body.entered_late_reason].filter(reason => reason !== undefined)
  const reason = said.length === 0 ? null : said.join(' / ')
  const draft = { type: 'gate.decided', actor, subject: on.subject, data, occurred_at, reason } as const
  if (signer === null && witness === null) return { event: context.ledger.append(draft), row: null }
  return record<'gate.decided'>(draft, context)
}
