import type { Alarm } from '@flowviz/contract/alarm'
import type { DueCalibration } from '@flowviz/contract/calibration'
import { hexOf } from '@flowviz/contract/chain'
import type { LedgerEvent } from '@flowviz/contract/event'
import type { DueReview, ReviewedType } from '@flowviz/contract/review'
import { type Spoken, tell } from '@flowviz/contract/sentence'
import { calibrationState } from '../domain/calibration.ts'
import { dueDay } from '../domain/working-day.ts'
import type { AppParts } from './parts.ts'

type Reader = AppParts['reader']

/** Overdue records that an alarm counts one by one. */
const COUNTED = 500
const URGENCY = ['overdue', 'never', 'due']

/** Records that wait to be reviewed behind a ledger number, the oldest first. @param today `YYYY-MM-DD`. */
export function dueReviews(
  reader: Reader,
  { after, limit, today }: { after: number; limit: number; today: string },
): DueReview[] {
  const { review_days, working_days } = reader.settings()
  return reader.toReview(after, limit).map(({ row, event }) => {
    const due_on = dueDay(event.recorded_at, review_days, working_days)
    return {
      seq: row.seq,
      hash: hexOf(row.hash),
      type: event.type as ReviewedType,
      subject: event.subject,
      text: textOf(event),
      recorded_at: event.recorded_at,
      performed_by: event.actor.id,
      due_on,
      overdue: today > due_on,
    }
  })
}

function textOf(event: LedgerEvent): string {
  switch (event.type) {
    case 'gate.decided':
      return `Gate ${event.data.gate_no}, ${event.data.gate_id}: ${event.data.decision}`
    case 'deviation.opened':
      return event.data.text
    case 'calibration.recorded':
      return `${event.data.instrument_id}: ${event.data.passed ? 'found right' : 'found wrong'}`
    default:
      return event.type
  }
}

/** Instruments that have to be calibrated, the most urgent first. */
export function dueCalibrations(reader: Reader, today: string): DueCalibration[] {
  const all = reader.instruments().map(({ instrument, last }) => ({
    instrument_id: instrument.instrument_id,
    title: instrument.title,
    kind: instrument.kind,
    calibration: calibrationState(instrument, last, today),
    next_due_on: last?.next_due_on ?? null,
    last_calibration_id: last?.calibration_id ?? null,
  }))
  const rank = ({ calibration }: DueCalibration) => URGENCY.indexOf(calibration)
  return all
    .filter(due => rank(due) >= 0)
    .sort((a, b) => rank(a) - rank(b) || (a.next_due_on ?? '').localeCompare(b.next_due_on ?? ''))
}

/** Alarms that nobody raised: they follow from the calendar, and end when the work is done. */
export function computedAlarms(reader: Reader, today: string): Alarm[] {
  return [...overdueReviews(reader, today), ...overdueCalibrations(reader, today)]
}

function overdueReviews(reader: Reader, today: string): Alarm[] {
  const overdue = dueReviews(reader, { after: 0, limit: COUNTED, today }).filter(review => review.overdue)
  const [oldest] = overdue
  if (oldest === undefined) return []
  const count = overdue.length
  const spoken = tell(count === COUNTED ? 'reviews_overdue_many' : 'reviews_overdue', { count })
  return [computed('review_overdue', 'reviews', { since: oldest.due_on, spoken })]
}

function overdueCalibrations(reader: Reader, today: string): Alarm[] {
  return dueCalibrations(reader, today)
    .filter(({ calibration }) => calibration !== 'due')
    .map(({ instrument_id, title, calibration, next_due_on }) => {
      const spoken = tell(calibration === 'never' ? 'calibration_never' : 'calibration_overdue', { title })
      return computed('calibration_overdue', `instrument:${instrument_id}`, { since: next_due_on ?? today, spoken })
    })
}

function computed(kind: string, about: string, { since, spoken }: { since: string; spoken: Spoken }): Alarm {
  const none = { acknowledged_at: null, acknowledged_by: null, notes: null }
  return { alarm_id: null, kind, about, ...spoken, raised_at: `${since}T00:00:00.000Z`, state: 'RAISED', ...none }
}
