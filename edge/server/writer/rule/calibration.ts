import type { Calibration } from '@flowviz/contract/calibration'
import { FlowError } from '@flowviz/contract/error'
import type { EventData } from '@flowviz/contract/event'
import type { Instrument } from '@flowviz/contract/plant/instrument'
import { tell } from '@flowviz/contract/sentence'
import { isTimestamp } from '@flowviz/contract/time'
import { isGood, judgePoints, type LastCalibration, nextDue } from '../../domain/calibration.ts'
import { eventOf } from '../../store/event-body.ts'
import type { GatePlace } from '../../store/gate-store.ts'
import type { LotPlace } from '../../store/lot-store.ts'
import type { Ask } from '../ask.ts'
import type { Context } from '../command-context.ts'
import { findRecord } from './find.ts'
import { outputsOf } from './gate-subject.ts'
import { openDeviation } from './open-deviation.ts'
import type { Rules } from './rule.ts'
import { record, signRows } from './sign.ts'

/** Calibrations; one that found the instrument wrong puts in doubt what was decided with it. */
export const CALIBRATION_RULES = {
  /** @throws FlowError record_not_found, body_invalid. */
  'record-calibration': (ask, context) => {
    const { params, body, actor } = ask
    const instrument = findRecord('instrument', params.instrument_id, context).body.instrument as Instrument
    const points = judgePoints(body.points)
    const passed = points.every(point => point.passed)
    const impact = passed ? [] : decisionsInDoubt(instrument.instrument_id, context)
    const data: EventData<'calibration.recorded'> = {
      calibration_id: context.newId(),
      instrument_id: instrument.instrument_id,
      procedure: body.procedure,
      standard: body.standard,
      points,
      passed,
      adjusted: body.adjusted ?? points.some(({ as_left }) => as_left !== null),
      next_due_on: nextDue(instrument, calibratedOn(ask, context), isGood({ passed, points })),
      impact: impact.map(({ decision_id, seq }) => ({ decision_id, seq })),
      deviation_id: passed ? null : context.newId(),
    }
    const subject = `instrument:${instrument.instrument_id}`
    const draft = { type: 'calibration.recorded', actor, subject, data, occurred_at: body.occurred_at ?? null } as const
    const { event, row } = record<'calibration.recorded'>(draft, context)
    if (!passed) doubt({ ask, instrument, data, impact }, context)
    signRows([row], 'performed', { ask, context })
    return { ...data, calibrated_at: event.recorded_at, calibrated_by: actor.id } satisfies Calibration
  },
} satisfies Partial<Rules>

type CalibrationAsk = Ask<'record-calibration'>
interface Doubted {
  decision_id: string
  seq: number
  lots: LotPlace[]
}

function calibratedOn({ body: { occurred_at } }: CalibrationAsk, { ledger }: Context): string {
  const now = ledger.stamp()
  if (occurred_at === undefined) return now.slice(0, 10)
  if (!isTimestamp(occurred_at))
    throw new FlowError('body_invalid', `occurred_at ${occurred_at} is not a moment of any day.`)
  // A clock that is ahead must not push the next calibration away.
  return (occurred_at < now ? occurred_at : now).slice(0, 10)
}

/** Every decision that rests on an instrument since it was last known to be right. */
function decisionsInDoubt(instrument_id: string, context: Context): Doubted[] {
  const { store } = context
  const after = lastGoodCalibration(instrument_id, context)
  return store.gates.byInstrument(instrument_id, after).flatMap(place => doubtedOf(place, after, context))
}

function doubtedOf({ seq, lot_key }: GatePlace, after: number, context: Context): Doubted[] {
  const { store } = context
  const event = eventOf('gate.decided', store.ledger.row(seq)?.body)
  if (event === null) return []
  const { decision_id, run_id } = event.data
  const lot = lot_key === null ? null : store.lots.byKey(lot_key)
  const ofRun = run_id === null ? [] : outputsOf(run_id, context).filter(output => output.seq > after)
  return [{ decision_id, seq, lots: lot === null ? ofRun : [lot, ...ofRun] }]
}

function lastGoodCalibration(instrument_id: string, { store }: Context): number {
  let before: { at: number; id: string } | undefined
  for (;;) {
    const [found] = store.records.page({ kind: 'calibration', parent: instrument_id, before, limit: 1 })
    if (found === undefined) return 0
    if (isGood(found.body as unknown as LastCalibration)) return found.at
    before = { at: found.at, id: found.id }
  }
}

type Found = { ask: CalibrationAsk; instrument: Instrument; data: EventData<'calibration.recorded'>; impact: Doubted[] }

function doubt({ ask, instrument, data, impact }: Found, context: Context): void {
  const { instrument_id, title } = instrument
  const wrong = data.points.find(({ passed }) => !passed)!
  const lots = [...new Map(impact.flatMap(one => one.lots).map(lot => [lot.lot_key, lot])).values()]
  const { as_found, reference, unit } = wrong
  const began_at = context.ledger.stamp()
  openDeviation(
    {
      deviation_id: data.deviation_id!,
      actor: ask.actor,
      cause: 'calibration',
      ...tell('calibration_wrong', { title, as_found, reference, unit, count: impact.length }),
      began_at: ask.body.occurred_at ?? began_at,
      finding: {
        instrument_id,
        value: as_found,
        unit,
        limit: `${reference} ± ${wrong.tolerance}`,
      },
      lots,
    },
    context,
  )
}
