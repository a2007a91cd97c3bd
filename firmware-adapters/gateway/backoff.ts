/** For a device that shares its line or its network with others. */
const SHARED_MS = [1_000, 2_000, 5_000, 10_000, 30_000] as const
/** For a line with one device on it: trying disturbs nobody, and a scale that is switched on again is waited for. */
export const OWN_LINE_MS = [1_000, 2_000, 2_500] as const
/** For the broker of the appliance, which runs on the same box or beside it. */
export const BROKER_MS = [250, 500, 1_000, 2_000] as const
const JITTER = 0.2

const SHARE_MAX = 0.02
/** Opening the line anew and the silence before a request. */
const OPENING_MS = 100

/**
 * How long a unit is left alone that has been silent again and again, so that asking it costs the others at most 2 % of
 * their bus, at the shortest wait that the jitter gives.
 */
export const silentRest_ms = (timeout_ms: number) => Math.ceil((timeout_ms + OPENING_MS) / SHARE_MAX / (1 - JITTER))

/** Waits between attempts, each step ± 20 %, so that many do not come back in step; the last step is kept for ever. */
export class Backoff {
  readonly #random: () => number
  readonly #steps: readonly number[]
  #attempt = 0

  /**
   * @param random gives 0 to 1, 1 excluded
   * @param steps waits in ms; 1, 2, 5, 10, 30 s when left out
   */
  constructor(random: () => number, steps: readonly number[] = SHARED_MS) {
    this.#random = random
    this.#steps = steps
  }

  /**
   * Milliseconds until the next attempt; longer at each call.
   * @param last_ms the last step is at least this long
   */
  next(last_ms = 0): number {
    const last = this.#steps.length - 1
    const at = Math.min(this.#attempt++, last)
    const step = at === last ? Math.max(this.#steps[at]!, last_ms) : this.#steps[at]!
    return Math.round(step * (1 + JITTER * (this.#random() * 2 - 1)))
  }

  /** It worked: the next wait is the shortest again. */
  reset(): void {
    this.#attempt = 0
  }
}
