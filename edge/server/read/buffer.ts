import type { FlowError } from '@flowviz/contract/error'
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

  async *stream(): AsyncGenerator<Uint8Array, undefined, undefined> {
    try {
      for (;;) {
        await this.ready()
        const chunk = this.#chunks.shift()
        if (chunk === undefined) return
        this.#ends.onTaken(1)
        yield chunk
      }
    } finally {
      if (this.#over === null) {
        this.#ends.onLeft()
        this.#finish('whole')
      }
    }
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
