import type { CalibrationPoint } from '@flowviz/contract/calibration'
import { wholeOf } from '@flowviz/contract/decimal'
import type { EventData } from '@flowviz/contract/event'
import type { Instrument } from '@flowviz/contract/plant/instrument'
import type { CalibrationState } from '@flowviz/contract/quality-word'

type JudgedPoint = EventData<'calibration.recorded'>['points'][0]

/** What a calibration says of an instrument from then on. */
export interface LastCalibration {
  passed: boolean
  points: readonly Pick<JudgedPoint, 'reference' | 'as_left' | 'tolerance'>[]
  next_due_on: string | null
}

const PLACES = 9
const DAY_MS = 86_400_000
// An interval of ten days or more warns in its last tenth; a shorter one on its last day.
const WARNING_PART = 10

/** Judges each point as it was found, in exact decimals: |as_found - reference| <= tolerance. */
export function judgePoints(points: readonly CalibrationPoint[]): JudgedPoint[] {
  return points.map(({ reference, as_found, as_left, tolerance, unit }) => ({
    reference,
    as_found,
    as_left: as_left ?? null,
    tolerance,
    unit,
    passed: isWithin(as_found, reference, tolerance),
  }))
}

/** Whether an instrument may be trusted after a calibration: it was found right, or was left right at every point. */
export function isGood({ passed, points }: Pick<LastCalibration, 'passed' | 'points'>): boolean {
  return (
    passed ||
    points.every(({ as_left, reference, tolerance }) => as_left !== null && isWithin(as_left, reference, tolerance))
  )
}

/** The last day on which the instrument may be used after a calibration; null when it has no interval or is not good. */
export function nextDue({ calibration_days }: Instrument, calibrated_on: string, good: boolean): string | null {
  if (calibration_days === undefined || !good) return null
  return dayAfter(calibrated_on, calibration_days)
}

/** How the calibration of an instrument stands on a day, `YYYY-MM-DD`. */
export function calibrationState(
  { calibration_days }: Instrument,
  last: LastCalibration | null,
  today: string,
): CalibrationState {
  if (last !== null && !isGood(last)) return 'overdue'
  if (calibration_days === undefined) return 'not_needed'
  if (last === null || last.next_due_on === null) return 'never'
  if (today > last.next_due_on) return 'overdue'
  return today >= dayAfter(last.next_due_on, -Math.floor(calibration_days / WARNING_PART)) ? 'due' : 'valid'
}

function isWithin(shown: string, reference: string, tolerance: string): boolean {
  const difference = wholeOf(shown, PLACES) - wholeOf(reference, PLACES)
  return (difference < 0n ? -difference : difference) <= wholeOf(tolerance, PLACES)
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
