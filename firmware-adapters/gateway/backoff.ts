const STEPS_MS = [1_000, 2_000, 5_000, 10_000, 30_000] as const
const JITTER = 0.2

/** Waits between attempts: 1, 2, 5, 10 and then always 30 s, each ± 20 %, so that many devices do not come back in step. */
export class Backoff {
  readonly #random: () => number
  #attempt = 0

  /** @param random gives 0 to 1, 1 excluded */
  constructor(random: () => number) {
    this.#random = random
  }

  /** Milliseconds until the next attempt; longer at each call. */
  next(): number {
    const step = STEPS_MS[Math.min(this.#attempt++, STEPS_MS.length - 1)]!
    return Math.round(step * (1 + JITTER * (this.#random() * 2 - 1)))
  }

  /** It worked: the next wait is the shortest again. */
  reset(): void {
    this.#attempt = 0
  }
}
