const FIRST_MS = 250
const MOST_MS = 30_000

export interface Attempt {
  /** How many tries failed in a row; 1 after the first failure. */
  failures: number
  /** What the other side asked for (Retry-After), or null. */
  retry_after_ms: number | null
  /** 0 up to, not including, 1. */
  random: number
  /** A refusal that only a person can lift is asked again, but seldom. */
  slow: boolean
}

/**
 * Milliseconds until the next try: doubles from 250 ms to 30 s and lies somewhere in the upper half, so that a
 * hundred plants do not come back in the same second; never less than the other side asked for.
 */
export function backoffMs({ failures, retry_after_ms, random, slow }: Attempt): number {
  const top = slow ? MOST_MS : Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20))
  const jittered = top / 2 + (random * top) / 2
  return Math.round(Math.max(jittered, (retry_after_ms ?? 0) * (1 + random / 4)))
}
