import type { ByteTransport, Closure } from '../transport/byte.ts'
import { Queue } from '../transport/queue.ts'
import { hexOfBytes } from './vector.ts'

/** A question that a driver asks and the answer of the device, in hex. */
export interface Exchange {
  tx: string
  rx: string
}

export interface ReplayLine extends ByteTransport {
  /** What was written and was not in the transcript at that place. */
  readonly unexpected: string[]
  /** How many questions were asked. */
  readonly asked: number
}

/**
 * A line that plays a transcript: each write is answered with the recorded reply, delivered as `deliver` says.
 * After its end there is silence.
 */
export function replayLine(
  transcript: readonly Exchange[],
  deliver: (rx: Uint8Array, at: number) => Uint8Array[],
): ReplayLine {
  const chunks = new Queue<Uint8Array>(10_000)
  const { promise: closed, resolve } = Promise.withResolvers<Closure>()
  const unexpected: string[] = []
  let asked = 0
  return {
    unexpected,
    get asked() {
      return asked
    },
    closed,
    read: () => chunks,
    write: async bytes => {
      const at = asked++
      const exchange = transcript[at]
      if (exchange === undefined) return
      if (exchange.tx !== hexOfBytes(bytes)) unexpected.push(hexOfBytes(bytes))
      for (const chunk of deliver(Uint8Array.from(Buffer.from(exchange.rx, 'hex')), at)) chunks.push(chunk)
    },
    flush: async () => chunks.clear(),
    close: async () => {
      chunks.end()
      resolve({ code: 'closed', detail: 'The replay was closed.' })
    },
  }
}
