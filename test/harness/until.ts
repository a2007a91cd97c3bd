import { setTimeout as pause } from 'node:timers/promises'

/** What a test waits for, and how long. */
export interface Patience {
  what: string
  within_ms?: number
}

const WITHIN_MS = 20_000
const LOOK_MS = 50

/**
 * Asks until the answer is neither null, undefined nor false, and gives it. An asker that throws is asked again.
 * @throws Error with what was waited for, and the last failure.
 */
export async function until<T>(
  { what, within_ms = WITHIN_MS }: Patience,
  ask: () => T | null | undefined | false | Promise<T | null | undefined | false>,
): Promise<T> {
  const end = performance.now() + within_ms
  let cause: unknown
  while (performance.now() < end) {
    try {
      const answer = await ask()
      if (answer !== null && answer !== undefined && answer !== false) return answer
    } catch (error) {
      cause = error
    }
    await pause(LOOK_MS)
  }
  throw new Error(`waited ${within_ms} ms in vain until ${what}`, { cause })
}
