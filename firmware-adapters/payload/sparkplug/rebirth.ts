const FIRST_MS = 5_000
const MOST_MS = 60_000

/** When a node is asked to tell everything anew: at once, and then ever more rarely while it does not. */
export class RebirthWish {
  #last_ms = Number.NEGATIVE_INFINITY
  #wait_ms = FIRST_MS

  /** True when the node is to be asked now. */
  ask(now_ms: number): boolean {
    if (now_ms - this.#last_ms < this.#wait_ms) return false
    if (this.#last_ms !== Number.NEGATIVE_INFINITY) this.#wait_ms = Math.min(this.#wait_ms * 2, MOST_MS)
    this.#last_ms = now_ms
    return true
  }

  /** Somebody else has asked: one answer serves all. */
  asked(now_ms: number): void {
    this.#last_ms = now_ms
  }

  /** The node has answered. */
  settled(): void {
    this.#wait_ms = FIRST_MS
  }
}
