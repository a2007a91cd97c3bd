import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'

export interface IdleLockParts {
  /** Monotonic ms; moves on a few times a second. */
  tick: ReadonlySignal<number>
  /** The tablet's own time of day, ms since 1970: goes on while it sleeps, which the other may not. */
  now: ReadonlySignal<number>
  person: ReadonlySignal<unknown>
  lock: () => void
}

export interface IdleLock {
  /** Seconds until the screen locks; null while there is more than half a minute. */
  left_s: ReadonlySignal<number | null>
  /** A finger, a key or a scan. */
  touch: () => void
  /** Another screen is open: how long it may stand untouched. */
  at: (path: string) => void
}

const MINUTE_MS = 60_000
/** Seen in time by somebody who is still there (WCAG 2.2.1). */
const WARN_MS = 30_000
/** Where somebody decides, another must not go on in their name; where both hands are in the goods, nobody signs in all the time. */
const LIMITS: readonly [RegExp, number][] = [
  [/^\/(gates?|qc|checks?|holds?|review|deviations?)\b/, 3 * MINUTE_MS],
  [/^\/(weigh|lanes?|board|receive|runs?|consume|output|pack|dispatch)\b/, 15 * MINUTE_MS],
]
const OTHER_MS = 10 * MINUTE_MS

/** How long a screen may stand untouched, ms. */
export const idleLimit = (path: string): number => LIMITS.find(([kind]) => kind.test(path))?.[1] ?? OTHER_MS

/** Locks a screen that nobody touches any more; it says so before, and what was entered stays. */
export function createIdleLock({ tick, now, person, lock }: IdleLockParts): IdleLock {
  const touched = signal({ tick: tick.peek(), now: now.peek() })
  const limit_ms = signal(OTHER_MS)
  const left_ms = computed(() => {
    const idle_ms = Math.max(tick.value - touched.value.tick, now.value - touched.value.now)
    return limit_ms.value - idle_ms
  })
  const touch = () => {
    touched.value = { tick: tick.peek(), now: now.peek() }
  }
  effect(() => {
    if (person.value === null) return
    touch()
  })
  effect(() => {
    if (person.value !== null && left_ms.value <= 0) lock()
  })
  return {
    left_s: computed(() =>
      person.value === null || left_ms.value > WARN_MS ? null : Math.max(0, Math.ceil(left_ms.value / 1000)),
    ),
    touch,
    at: path => {
      limit_ms.value = idleLimit(path)
    },
  }
}
