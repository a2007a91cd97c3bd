const DAY_MS = 86_400_000

/** So many days later, as `YYYY-MM-DD`; a day that is none yet begins at `today`. */
export function daysLater(day: string | null, days: number, today: string): string {
  if (day === null) return today
  return dayOf(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS)
}

/** So many months later, on the same day or the last of a shorter month; a day that is none yet counts from `today`. */
export function monthsLater(day: string | null, months: number, today: string): string {
  const [year, month, date] = (day ?? today).split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, last)))
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
