const DAY_MS = 86_400_000

/**
 * The last day to review a record: so many working days after the day on which it was made. Friday and one working day
 * is Monday; what was made on a Saturday has its first working day on Monday too.
 * @param created UTC, RFC 3339. @param working ISO weekdays, 1 is Monday; at least one. @returns `YYYY-MM-DD`.
 */
export function dueDay(created: string, days: number, working: readonly number[]): string {
  let at = Date.parse(`${created.slice(0, 10)}T00:00:00.000Z`)
  for (let left = days; left > 0; ) {
    at += DAY_MS
    if (working.includes(isoWeekday(at))) left -= 1
  }
  return new Date(at).toISOString().slice(0, 10)
}

const isoWeekday = (ms: number): number => new Date(ms).getUTCDay() || 7
