/** The time of a history: goes forward by minutes as people work, and never past now. */
export interface StoryClock {
  /** A Timestamp, and `minutes` later the next one. */
  after(minutes: number): string
}

const MINUTE_MS = 60_000

/** Begins `hours` before now. */
export function storyClock(now: () => number, hours: number): StoryClock {
  let at = now() - hours * 60 * MINUTE_MS
  return {
    after(minutes) {
      at = Math.min(at + minutes * MINUTE_MS, now())
      return new Date(at).toISOString()
    },
  }
}
