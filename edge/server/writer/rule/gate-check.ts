import type { CommandBody } from '@flowviz/contract/command'
import { FlowError } from '@flowviz/contract/error'
import type { Instrument } from '@flowviz/contract/plant/instrument'
import type { QcGate } from '@flowviz/contract/plant/qc-plan'
import type { CalibrationState } from '@flowviz/contract/quality-word'
import { calibrationState } from '../../domain/calibration.ts'
import type { JudgedValue } from '../../domain/limit-verdict.ts'
import { lastCalibration } from '../../store/calibration-record.ts'
import { eventOf } from '../../store/event-body.ts'
import type { GatePlace } from '../../store/gate-store.ts'
import type { Ask } from '../ask.ts'
import type { Context } from '../command-context.ts'
import { today } from './find.ts'
import type { GateSubject } from './gate-subject.ts'
import { decisionsOn } from './gate-taken.ts'
import { requireAnother, requireSigner } from './sign.ts'
import { requireTraining } from './training.ts'

type GateAsk = Ask<'decide-gate'>

/** @throws FlowError training_missing, where the site wants gates decided by trained people only. */
export function requireTrained(actor: GateAsk['actor'], gate: QcGate, context: Context): void {
  if (context.known.settings().training_required) requireTraining(actor.id, `gate:${gate.gate_id}`, context)
}

/** A gate is let pass unchecked only where it is no CCP, by a manager who signs and says why (F2 I6). */
export function requireWaivable({ ask, gate }: { ask: GateAsk; gate: QcGate }): void {
  const { actor, body } = ask
  if (gate.ccp || body.decision !== 'PASS')
    throw new FlowError('gate_unwaivable', `Gate ${gate.gate_no}, ${gate.title}, cannot be waived.`)
  if (actor.role !== 'MANAGER')
    throw new FlowError('role_insufficient', 'Only a manager waives a gate.', {
      extra: { required_roles: ['MANAGER'] },
    })
  requireSigner(ask)
  if (body.reason === undefined) throw new FlowError('reason_missing', 'A waiver needs a reason.')
}

/** A recheck says why; what was decided before is passed by another person (bad news by anybody). */
export function requireRecheck(
  { body, actor }: GateAsk,
  last: GatePlace | null,
  { store }: Pick<Context, 'store'>,
): void {
  if (body.recheck !== true || last === null) return
  if (body.reason === undefined) throw new FlowError('reason_missing', 'A recheck needs a reason.')
  if (body.decision !== 'PASS' || last.decision === 'HOLD') return
  requireAnother(actor.id, deciderOf(last, store), 'decided the gate')
}

/** A gate that is signed is passed by somebody who had no part in what it judges. */
export function requireIndependent(
  ask: GateAsk,
  { gate, on }: { gate: QcGate; on: GateSubject },
  context: Context,
): void {
  if (!gate.signed) return
  requireSigner(ask)
  const { store, known } = context
  if (!known.settings().dual_control) return
  const taken = on.lot === null ? store.gates.ofRun(on.run_id!) : decisionsOn(on.lot.lot_key, context)
  for (const one of taken) {
    if (one.gate_no === gate.gate_no) continue
    requireAnother(ask.actor.id, deciderOf(one, store), `decided gate ${one.gate_no}`)
  }
}

const deciderOf = ({ seq }: GatePlace, store: Context['store']): string | null =>
  eventOf('gate.decided', store.ledger.row(seq)?.body)?.actor.id ?? null

/**
 * How the calibration of the named instrument stands; null without one. Overdue it counts only with a reason and a
 * second person's signature (F2 I9).
 * @throws FlowError instrument_unfit, calibration_overdue.
 */
export function requireInstrument(
  ask: GateAsk,
  { gate, values }: { gate: QcGate; values: readonly JudgedValue[] },
  context: Context,
): CalibrationState | null {
  const { instrument_id } = ask.body
  if (instrument_id === undefined) return null
  const instrument = findInstrument(instrument_id, context)
  const kinds = gate.checks
    .filter(({ parameter }) => values.some(value => value.parameter === parameter))
    .flatMap(({ instrument_kind }) => instrument_kind ?? [])
  if (kinds.length > 0 && !kinds.includes(instrument.kind))
    throw new FlowError('instrument_unfit', `${instrument.title} is no ${kinds.join(' or ')}.`)
  const state = calibrationState(instrument, lastCalibration(instrument_id, context.store), today(context))
  if ((state === 'overdue' || state === 'never') && !isVouchedFor(ask))
    throw new FlowError('calibration_overdue', `The calibration of ${instrument.title} is ${state}.`, {
      extra: { instrument_id, calibration: state },
    })
  return state
}

function isVouchedFor({
  actor,
  body,
  witness,
}: {
  actor: { id: string }
  body: CommandBody<'decide-gate'>
  witness: Ask['witness']
}) {
  return body.reason !== undefined && witness !== null && witness.person_id !== actor.id
}

/** A registered instrument in service. @throws FlowError instrument_unfit */
export function findInstrument(id: string, { store }: Pick<Context, 'store'>): Instrument {
  const instrument = store.records.get('instrument', id)?.body.instrument as Instrument | undefined
  if (instrument === undefined) throw new FlowError('instrument_unfit', `There is no instrument ${id} at this site.`)
  if (instrument.in_service === false) throw new FlowError('instrument_unfit', `${instrument.title} is out of service.`)
  return instrument
}
