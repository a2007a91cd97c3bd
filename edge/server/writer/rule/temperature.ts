import { FlowError } from '@flowviz/contract/error'
import type { EventData } from '@flowviz/contract/event'
import type { Location } from '@flowviz/contract/plant/location'
import type { CalibrationState } from '@flowviz/contract/quality-word'
import { dimensionOf } from '@flowviz/contract/unit'
import { calibrationState } from '../../domain/calibration.ts'
import { judgeTemperature, type Limits, limitsAt, limitsOf, temperatureOf } from '../../domain/temperature.ts'
import { lastCalibration } from '../../store/calibration-record.ts'
import { type Watch, watchesOf } from '../../store/monitor-record.ts'
import { entryOf } from '../../store/temperature-record.ts'
import type { Ask } from '../ask.ts'
import type { Context } from '../command-context.ts'
import { findLocation, findRecord, today } from './find.ts'
import { isLate } from './gate.ts'
import { findInstrument } from './gate-check.ts'
import type { Rules } from './rule.ts'
import { deviationFor, followTemperature } from './temperature-follow.ts'

type TemperatureAsk = Ask<'enter-temperature'>

/** Temperatures that a person took. */
export const TEMPERATURE_RULES = {
  /**
   * Bad news is taken with any thermometer; one that is overdue never says that a place was right.
   * @throws FlowError body_invalid, record_not_found, location_unfit, instrument_unfit, quantity_invalid.
   */
  'enter-temperature': (ask, context) => {
    const { actor, body } = ask
    const at = pointOf(ask, context)
    const value_c = temperatureOf(body.value_c)
    const calibration = calibrationOf(body.instrument_id, context)
    const { limits, verdict } = judgeTemperature(value_c, at.limits)
    const { occurred_at = null } = body
    const entered_late = isLate(body.occurred_at, context)
    const point = { location_id: at.location_id, limits, verdict, value_c, occurred_at }
    const wrong = verdict === 'low' || verdict === 'high' ? deviationFor(point, context) : null
    const data: EventData<'temperature.entered'> = {
      entry_id: context.newId(),
      location_id: at.location_id,
      monitor_id: limits.monitor_id,
      monitor_version: limits.version,
      value_c,
      low: limits.low,
      high: limits.high,
      unit: limits.unit,
      verdict,
      instrument_id: body.instrument_id ?? null,
      calibration,
      entered_late,
      deviation_id: wrong?.deviation_id ?? null,
      notes: body.notes ?? null,
    }
    const subject = `location:${at.location_id}`
    context.ledger.append({ type: 'temperature.entered', actor, subject, data, occurred_at })
    if (wrong !== null) followTemperature(wrong, { ask, point, instrument_id: data.instrument_id }, context)
    return entryOf(findRecord('temperature', data.entry_id, context), context.store)
  },
} satisfies Partial<Rules>

/** Where it was taken, and the limits there. */
function pointOf({ body }: TemperatureAsk, context: Context): { location_id: string; limits: Limits[] } {
  const { monitor_id, location_id } = body
  if ((monitor_id === undefined) === (location_id === undefined))
    throw new FlowError('body_invalid', 'A temperature is that of a monitored point or that of a place: send one.')
  if (location_id !== undefined) return { location_id, limits: limitsIn(findLocation(location_id, context), context) }
  const watch = watchesOf(context.store).get(monitor_id!)?.at(-1)
  if (watch === undefined || watch.monitor.active === false)
    throw new FlowError('record_not_found', `There is no monitor ${monitor_id} in use at this site.`)
  if (!isWarmth(watch)) throw new FlowError('body_invalid', `${watch.monitor.title} watches no temperature.`)
  return { location_id: watch.monitor.location_id, limits: [limitsOf(watch)] }
}

const isWarmth = ({ monitor }: Watch): boolean => dimensionOf(monitor.unit) === 'temperature'

/** Those of its monitors, else its own, else those of the room that it stands in; without any, limits that are none. */
function limitsIn(location: Location, context: Context): Limits[] {
  const current = [...watchesOf(context.store).values()].flatMap(versions => versions.slice(-1))
  const watches = current.filter(watch => watch.monitor.active !== false && isWarmth(watch))
  const seen = new Set<string>()
  for (let at: Location | undefined = location; at !== undefined && !seen.has(at.location_id); ) {
    const { location_id, parent_id }: Location = at
    seen.add(location_id)
    const own = watches.filter(({ monitor }) => monitor.location_id === location_id)
    if (own.length > 0) return own.map(limitsOf)
    if (at.low_c !== undefined || at.high_c !== undefined) return [limitsAt(at)]
    at =
      parent_id === undefined
        ? undefined
        : (context.store.records.get('location', parent_id)?.body.location as Location | undefined)
  }
  return [limitsAt(location)]
}

function calibrationOf(instrument_id: string | undefined, context: Context): CalibrationState | null {
  if (instrument_id === undefined) return null
  const instrument = findInstrument(instrument_id, context)
  if (instrument.kind !== 'thermometer' && instrument.kind !== 'other')
    throw new FlowError('instrument_unfit', `${instrument.title} is no thermometer.`)
  return calibrationState(instrument, lastCalibration(instrument_id, context.store), today(context))
}
