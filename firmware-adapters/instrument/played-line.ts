import type { Pace } from '../driver.ts'
import type { ByteTransport, Closure } from '../transport/byte.ts'
import { Queue } from '../transport/queue.ts'
import type { CaptureRecord } from './capture-file.ts'

export interface PlayedLine extends ByteTransport {
  /** Questions that stand nowhere in the rest of the capture, in hex. */
  readonly unexpected: string[]
  /** Settles when everything was played and taken, or the driver asks beyond the end. */
  readonly ended: Promise<void>
}

/** Between two chunks: whoever reads has taken the first one. */
const APART_MS = 2
/** So long after the last chunk the driver has said what it makes of it. */
const AFTER_MS = 100

/**
 * A line that plays a capture: what was received is received again, in its order and its chunks. What followed a question
 * waits until the driver asks it; questions that the driver leaves out are skipped with their answers.
 */
export function playedLine(records: readonly CaptureRecord[], pace: Pace): PlayedLine {
  const chunks = new Queue<Uint8Array>(1_024)
  const { promise: closed, resolve } = Promise.withResolvers<Closure>()
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  const unexpected: string[] = []
  let at = 0
  let over = false
  let playing: Promise<void> = Promise.resolve()

  const play = async () => {
    while (!over && records[at]?.dir === 'rx') {
      chunks.push(Uint8Array.from(Buffer.from(records[at++]!.hex, 'hex')))
      await pace.wait(APART_MS)
    }
    if (at >= records.length) {
      await pace.wait(AFTER_MS)
      end()
    }
  }
  return {
    unexpected,
    ended,
    closed,
    read() {
      playing = playing.then(play)
      return chunks
    },
    async write(bytes) {
      await playing
      const sent = Buffer.from(bytes).toString('hex')
      const asked = records.findIndex(({ dir, hex }, index) => index >= at && dir === 'tx' && hex === sent)
      if (asked >= 0) {
        at = asked + 1
        playing = playing.then(play)
      } else if (records.slice(at).some(({ dir }) => dir === 'tx')) unexpected.push(sent)
      else end()
    },
    flush: async () => undefined,
    async close() {
      over = true
      chunks.end()
      resolve({ code: 'closed', detail: 'The replay was closed.' })
      await playing
    },
  }
}
