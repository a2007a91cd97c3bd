import type { Socket } from 'node:net'

/** What is asked of a load generator: keep so many requests in flight for so long. */
export interface LoadJob {
  kind: 'http' | 'mqtt'
  port: number
  connections: number
  /** Requests in flight on each connection; HTTP has one. */
  window: number
  /** Both bounds; whichever comes first ends the load. */
  durationMs: number
  countMax: number
  /** First number of this job: codes and sequence numbers are never used twice. */
  from: number
  token?: string
  identity?: string
  secret?: string
}

export interface LoadResult {
  acknowledged: number
  perSecond: number
  p50Ms: number
  p99Ms: number
}

/** Keeps the waiting time of every acknowledged request. */
export class Stopwatch {
  readonly #waits: Float64Array
  #count = 0
  #started = 0
  #ended = 0

  constructor(countMax: number) {
    this.#waits = new Float64Array(countMax)
  }

  get count(): number {
    return this.#count
  }

  start(): void {
    this.#started = performance.now()
  }

  /** One was acknowledged now that was sent at `sent`. */
  lap(sent: number): void {
    this.#ended = performance.now()
    if (this.#count < this.#waits.length) this.#waits[this.#count++] = this.#ended - sent
  }

  result(): LoadResult {
    if (this.#count === 0) throw new Error('nothing was acknowledged')
    const waits = this.#waits.subarray(0, this.#count).sort()
    const at = (share: number) => waits[Math.min(this.#count - 1, Math.floor(this.#count * share))]!
    const seconds = (this.#ended - this.#started) / 1_000
    return { acknowledged: this.#count, perSecond: this.#count / seconds, p50Ms: at(0.5), p99Ms: at(0.99) }
  }
}

/** Hears a socket; what the ear throws ends the socket, and so the load, instead of the process. */
export function hear(socket: Socket, ear: (bytes: Buffer) => void): void {
  socket.on('data', bytes => {
    try {
      ear(bytes)
    } catch (error) {
      socket.destroy(error as Error)
    }
  })
}
