import { daysIn, monthFlaw } from './check-time.ts'

/** A day, as ISO 8601 has it; a `month` was written without a day and means its last one. */
export interface LabelDate {
  date: string
  precision: 'day' | 'month'
}

/**
 * The year of a label's two digits: at most 49 years back and 50 ahead, so that in 2026 a label's 76 is 2076
 * and its 77 is 1977.
 */
export function fullYear(year: number, this_year: number): number {
  const century = this_year - (this_year % 100)
  const ahead = year - (this_year % 100)
  if (ahead >= 51) return century - 100 + year
  return ahead <= -50 ? century + 100 + year : century + year
}

const two = (number: number) => String(number).padStart(2, '0')

/** Reads YYMMDD of a label; DD=00 is the last day of the month. Null when no calendar has it. `this_year` is four digits. */
export function labelDate(text: string, this_year: number): LabelDate | null {
  if (!/^\d{6}$/.test(text) || monthFlaw(text) !== null) return null
  const [year, month] = [fullYear(Number(text.slice(0, 2)), this_year), Number(text.slice(2, 4))]
  const day = Number(text.slice(4))
  const whole_month = day === 0
  // 29 February is in each year that two digits take for a leap year, but not in 2100.
  if (day > daysIn(year, month)) return null
  const last = whole_month ? daysIn(year, month) : day
  return { date: `${year}-${two(month)}-${two(last)}`, precision: whole_month ? 'month' : 'day' }
}

/** Writes a day (2026-12-31) as YYMMDD, or its month with day 00. */
export function labelDigits({ date, precision }: LabelDate): string {
  const [, year = '', month = '', day = ''] = /^\d\d(\d\d)-(\d\d)-(\d\d)$/.exec(date) ?? []
  return year + month + (precision === 'month' && day !== '' ? '00' : day)
}
