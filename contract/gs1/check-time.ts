import { type Flaw, flaw } from './fault.ts'

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The last day of a month; `year` may be its last two digits, because 2000 was a leap year and 2100 is not yet in reach. */
export function daysIn(year: number, month: number): number {
  if (month !== 2) return DAYS[month - 1]!
  const leap = year % 4 === 0 && (year < 100 || year % 100 !== 0 || year % 400 === 0)
  return leap ? 29 : 28
}

/** Digits that end in MMDD, with `year_digits` of year before; day 00 stands for a whole month where it may. */
function calendarFlaw(text: string, year_digits: number, day_min: 0 | 1): Flaw | null {
  const [year, month, day] = [
    Number(text.slice(0, year_digits)),
    Number(text.slice(year_digits, year_digits + 2)),
    Number(text.slice(year_digits + 2)),
  ]
  if (month < 1 || month > 12) return flaw('no such month', year_digits, 'gs1_date')
  if (day < day_min || day > daysIn(year, month)) return flaw('no such day in that month', year_digits + 2, 'gs1_date')
  return null
}

export function dateFlaw(text: string): Flaw | null {
  return calendarFlaw(text, 2, 1)
}

export function monthFlaw(text: string): Flaw | null {
  return calendarFlaw(text, 2, 0)
}

export function longDateFlaw(text: string): Flaw | null {
  return calendarFlaw(text, 4, 1)
}

export function hourFlaw(text: string): Flaw | null {
  return Number(text.slice(0, 2)) > 23 ? flaw('no such hour', 0, 'gs1_date') : null
}

export function minuteFlaw(text: string): Flaw | null {
  return Number(text) > 59 ? flaw('no such minute or second', 0, 'gs1_date') : null
}

export function hourMinuteFlaw(text: string): Flaw | null {
  return hourFlaw(text) ?? (Number(text.slice(2)) > 59 ? flaw('no such minute', 2, 'gs1_date') : null)
}
