/** How long requests of one kind waited, ms. */
export interface Waits {
  count: number
  p50_ms: number
  p95_ms: number
  p99_ms: number
  max_ms: number
}

/** Keeps every waiting time, not a summary of them: a percentile is then exact. */
export class WaitBook {
  #waits = new Float64Array(1_024)
  #count = 0

  add(wait_ms: number): void {
    if (this.#count === this.#waits.length) {
      const more = new Float64Array(this.#count * 2)
      more.set(this.#waits)
      this.#waits = more
    }
    this.#waits[this.#count++] = wait_ms
  }

  all(): Float64Array {
    return this.#waits.subarray(0, this.#count)
  }
}

/** Percentiles of all waits of some books together; all 0 where there are none. */
export function waitsOf(books: Iterable<WaitBook>): Waits {
  const all = Float64Array.from([...books].flatMap(book => [...book.all()])).sort()
  const at = (share: number) => all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0
  return { count: all.length, p50_ms: at(0.5), p95_ms: at(0.95), p99_ms: at(0.99), max_ms: at(1) }
}
