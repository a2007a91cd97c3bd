import { FlowError } from '@flowviz/contract/error'
import { errorOf } from '../writer/outcome.ts'
import type { FromReader } from './message.ts'

interface Ends {
  /** A chunk was taken out; the thread may make another one. */
  onTaken: (chunks: number) => void
  /** The answer is over, or nobody takes it any more. */
  onEnd: () => void
  /** Nobody takes the rest. */
  onLeft: () => void
}

/** Chunks of one answer between the thread that makes them and the one who takes them. */
export class AnswerBuffer {
  readonly #ends: Ends
  readonly #chunks: Uint8Array[] = []
  #over: 'whole' | FlowError | null = null
  #wake: (() => void) | null = null

  constructor(ends: Ends) {
    this.#ends = ends
  }

  take(message: Extract<FromReader, { of: number }>): void {
    if ('bytes' in message) {
      this.#chunks.push(message.bytes)
      this.#stir()
    } else this.#finish('ended' in message ? 'whole' : errorOf(message.refused))
  }

  fail(error: FlowError): void {
    if (this.#over === null) this.#finish(error)
  }

  /** Resolves when there is something to take or the answer is over. @throws FlowError when it was refused at once */
  async ready(): Promise<void> {
    while (this.#chunks.length === 0 && this.#over === null) await this.#stirred()
    if (this.#chunks.length === 0 && this.#over !== 'whole') throw this.#over!
  }

  /** What comes, in order. Not a generator: one that is left before its first step would never hear of it. */
  stream(): AsyncIterableIterator<Uint8Array, undefined, undefined> {
    return {
      next: async () => {
        await this.ready()
        const value = this.#chunks.shift()
        if (value === undefined) return { done: true, value }
        this.#ends.onTaken(1)
        return { done: false, value }
      },
      return: () => {
        this.leave()
        return Promise.resolve({ done: true, value: undefined })
      },
      [Symbol.asyncIterator]() {
        return this
      },
    }
  }

  /** Nobody takes the rest; who does so all the same gets an error, not an end. */
  leave(): void {
    if (this.#over !== null) return
    this.#ends.onLeft()
    this.#finish(new FlowError('not_ready', 'The answer was left before its end.'))
  }

  #finish(over: 'whole' | FlowError): void {
    this.#over = over
    this.#ends.onEnd()
    this.#stir()
  }

  #stirred(): Promise<void> {
    return new Promise(resolve => {
      this.#wake = resolve
    })
  }

  #stir(): void {
    this.#wake?.()
    this.#wake = null
  }
}
