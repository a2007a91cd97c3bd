export interface Sequenced {
  /** 0 to 255 */
  seq: number
  /** Tells a repeat from another message with the same number. */
  name: string
  arrived_ms: number
}

const REORDER_MS = 1_000
const HELD_MAX = 32
const RECENT = 16
const BEHIND = 128

const after = (seq: number) => (seq + 1) % 256

/**
 * Brings the messages of a node into the order of their numbers. One that is missing is waited for a short while; then
 * there is a gap, and what was held is given out as it is.
 */
export class Sequence<T extends Sequenced> {
  #expected: number
  #held: T[] = []
  #recent: string[] = []
  /** True from the first gap on: a message is missing, and it may have been a birth. */
  broken = false

  constructor(first: number) {
    this.#expected = after(first)
  }

  /** The messages that are in order now; none while one before them is missing. */
  add(one: T): T[] {
    if (this.#recent.includes(one.name) || this.#held.some(({ name }) => name === one.name)) return []
    const ahead = this.#ahead(one)
    // It was given up already, and newer ones have been read since.
    if (this.broken && ahead >= BEHIND) return []
    if (ahead > 0) {
      this.#held.push(one)
      return this.#held.length > HELD_MAX ? this.#giveUp() : []
    }
    const ordered = [one]
    this.#pass(one)
    for (let next = this.#takeNext(); next !== undefined; next = this.#takeNext()) ordered.push(next)
    return ordered
  }

  /** What has waited long enough; the sequence is broken then. */
  due(now_ms: number): T[] {
    const oldest = Math.min(...this.#held.map(({ arrived_ms }) => arrived_ms))
    return now_ms - oldest >= REORDER_MS ? this.#giveUp() : []
  }

  #giveUp(): T[] {
    this.broken = true
    const given = this.#held.sort((a, b) => this.#ahead(a) - this.#ahead(b))
    this.#held = []
    for (const one of given) this.#pass(one)
    return given
  }

  #takeNext(): T | undefined {
    const at = this.#held.findIndex(({ seq }) => seq === this.#expected)
    if (at < 0) return undefined
    const [next] = this.#held.splice(at, 1)
    this.#pass(next!)
    return next
  }

  #pass({ seq, name }: T): void {
    this.#expected = after(seq)
    this.#recent = [...this.#recent.slice(1 - RECENT), name]
  }

  readonly #ahead = ({ seq }: T): number => (seq - this.#expected + 256) % 256
}
