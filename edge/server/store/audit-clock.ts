import type { Sqlite } from './open.ts'

/** Rows from `low` to `high`, both included. */
export interface Span {
  low: number
  high: number
}

/** Turns a time into numbers of rows. */
export function auditClock(db: Sqlite) {
  const recordedAt = db.prepare<[number], string>("SELECT body ->> 'recorded_at' FROM ledger WHERE seq = ?").pluck()
  const steps = db.prepare<[number], number>('SELECT seq FROM clock_step WHERE seq <= ? ORDER BY seq DESC').pluck()
  const head = db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM ledger').pluck()

  /** The first row of a stretch of rising time that is recorded at or after `time`; behind it, if there is none. */
  function firstAt(time: string, { low, high }: Span): number {
    let from = low
    let to = high + 1
    while (from < to) {
      const middle = Math.floor((from + to) / 2)
      if (recordedAt.get(middle)! < time) from = middle + 1
      else to = middle
    }
    return from
  }

  return {
    /**
     * The rows below `below` that were recorded from `from` on and before `to`, newest first. The ledger is halved, not
     * indexed: between two steps of the clock time only rises, and each such stretch is halved by itself.
     */
    spans(times: { from?: string | undefined; to?: string | undefined }, below: number): Span[] {
      const { from, to } = times
      const top = Math.min(head.get()!, below - 1)
      if (from === undefined && to === undefined) return top < 1 ? [] : [{ low: 1, high: top }]
      const found: Span[] = []
      let high = top
      for (const low of [...steps.all(top), 1]) {
        const stretch = { low, high }
        const span = {
          low: from === undefined ? low : firstAt(from, stretch),
          high: to === undefined ? high : firstAt(to, stretch) - 1,
        }
        if (span.low <= span.high) found.push(span)
        high = low - 1
      }
      return found
    },
  }
}
