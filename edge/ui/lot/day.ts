const DAY_MS = 86_400_000

/** So many days later, as `YYYY-MM-DD`; a day that is none yet begins at `today`. */
export function daysLater(day: string | null, days: number, today: string): string {
  if (day === null) return today
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}
