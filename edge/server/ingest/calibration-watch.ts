import type { Instrument } from '@flowviz/contract/plant/instrument'
import { timestampOf } from '@flowviz/contract/time'
import { calibrationState, type LastCalibration } from '../domain/calibration.ts'

/** The record of a calibration is heard of this soon. */
const LOOK_MS = 5_000

/**
 * Tells whether what a device measures may be trusted by its calibrations. A device is the instrument of the same id;
 * one that is no instrument needs none. Overdue and never calibrated are judged as a gate judges them.
 */
export function calibrationWatch(parts: {
  reader: { instruments(): { instrument: Instrument; last: LastCalibration | null }[] }
  /** ms since 1970 */
  now: () => number
  /** ms, never set back */
  monotonic: () => number
}): (deviceId: string) => boolean {
  const { reader, now, monotonic } = parts
  let overdue: ReadonlySet<string> = new Set()
  let day = ''
  let looked_at = Number.NEGATIVE_INFINITY
  const look = (today: string) => {
    const found = reader.instruments().flatMap(({ instrument, last }) => {
      const state = calibrationState(instrument, last, today)
      return state === 'overdue' || state === 'never' ? [instrument.instrument_id] : []
    })
    overdue = new Set(found)
    day = today
    looked_at = monotonic()
  }
  return deviceId => {
    const today = timestampOf(now()).slice(0, 10)
    if (today !== day || monotonic() - looked_at > LOOK_MS) look(today)
    return overdue.has(deviceId)
  }
}
