import type { Framer } from '../../scale/protocol.ts'

const STX = 0x02
const CR = 0x0d
const QUESTION_MARK = 0x3f
/** STX, question mark, status, CR. */
const STATUS_LENGTH = 4
/** STX, weight with its point and an N for net, CR. */
const LENGTH_MAX = 12

type Fit = 'more' | 'whole' | 'none'

/**
 * Cuts what an 8217 scale says into replies. A status byte may be any of 00h to 7Fh, STX and CR among them, so a status
 * is cut by its length; what does not fit from an STX on is noise, and the next STX is tried. Bit 7 may be the parity.
 */
export class Reply8217Framer implements Framer {
  readonly #noise: (bytes: number) => void
  #waiting: number[] = []

  constructor(noise: (bytes: number) => void) {
    this.#noise = noise
  }

  reset(): void {
    this.#drop(this.#waiting.length)
  }

  push(chunk: Uint8Array): Uint8Array[] {
    const frames: Uint8Array[] = []
    for (const byte of chunk) {
      this.#waiting.push(byte)
      let fit = fitOf(this.#waiting)
      // Behind a status that was cut off the next reply begins where its status byte was looked for.
      while (fit === 'none') {
        const next = this.#waiting.findIndex((one, at) => at > 0 && (one & 0x7f) === STX)
        this.#drop(next < 0 ? this.#waiting.length : next)
        fit = fitOf(this.#waiting)
      }
      if (fit === 'whole') frames.push(Uint8Array.from(this.#waiting.splice(0)))
    }
    return frames
  }

  #drop(count: number): void {
    if (count === 0) return
    this.#waiting.splice(0, count)
    this.#noise(count)
  }
}

function fitOf(bytes: readonly number[]): Fit {
  const [first, second, ...rest] = bytes.map(byte => byte & 0x7f)
  if (first === undefined) return 'more'
  if (first !== STX) return 'none'
  if (second === undefined) return 'more'
  if (second === QUESTION_MARK) {
    if (bytes.length < STATUS_LENGTH) return 'more'
    return rest[1] === CR ? 'whole' : 'none'
  }
  const last = bytes.at(-1)! & 0x7f
  if (last === CR) return 'whole'
  return bytes.length < LENGTH_MAX && last >= 0x20 && last < 0x7f ? 'more' : 'none'
}
