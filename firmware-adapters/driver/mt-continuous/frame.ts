import type { Framer } from '../../scale/protocol.ts'

const STX = 0x02
const CR = 0x0d
/** STX, SWA, SWB, SWC, six digits of weight, six of tare, CR. */
const LONG = 17
/** The same without the tare (Cardinal "SHORT"). */
const SHORT = 11

export interface FrameShape {
  /** A byte follows the CR that makes the sum of all bytes 0 modulo 128. */
  checksum: boolean
  /** Frames carry no tare. */
  short: boolean
}

/**
 * Cuts the continuous output into frames by their length, never by their bytes: a checksum may look like STX or CR. What
 * does not fit from an STX on is noise, and the next STX is tried.
 */
export class ContinuousFramer implements Framer {
  readonly #shape: FrameShape
  readonly #length: number
  readonly #noise: (bytes: number) => void
  #waiting: number[] = []

  constructor(shape: FrameShape, noise: (bytes: number) => void) {
    this.#shape = shape
    this.#length = (shape.short ? SHORT : LONG) + (shape.checksum ? 1 : 0)
    this.#noise = noise
  }

  reset(): void {
    this.#drop(this.#waiting.length)
  }

  push(chunk: Uint8Array): Uint8Array[] {
    const frames: Uint8Array[] = []
    for (const byte of chunk) {
      this.#waiting.push(byte)
      while (this.#waiting.length > 0 && this.#waiting[0]! !== STX && (this.#waiting[0]! & 0x7f) !== STX) this.#drop(1)
      if (this.#waiting.length < this.#length) continue
      if (fits(this.#waiting, this.#shape)) frames.push(Uint8Array.from(this.#waiting.splice(0)))
      else this.#drop(1 + Math.max(0, this.#next()))
    }
    return frames
  }

  /** Bytes between the first one and the next STX. */
  #next(): number {
    const at = this.#waiting.findIndex((byte, index) => index > 0 && (byte & 0x7f) === STX)
    return at < 0 ? this.#waiting.length - 1 : at - 1
  }

  #drop(count: number): void {
    if (count === 0) return
    this.#waiting.splice(0, count)
    this.#noise(count)
  }
}

/** Whether these bytes are a frame: terminator, the bits that are always set, digits only, the sum. */
function fits(bytes: readonly number[], { checksum, short }: FrameShape): boolean {
  const seven = bytes.map(byte => byte & 0x7f)
  const body = short ? SHORT : LONG
  if (seven[body - 1] !== CR) return false
  // Fairbanks leaves bit 5 of SWB clear: that of SWA and of one of the other two is enough.
  if ((seven[1]! & 0x60) !== 0x20 || ((seven[2]! | seven[3]!) & 0x20) !== 0x20) return false
  if (!seven.slice(4, body - 1).every(byte => (byte >= 0x30 && byte <= 0x39) || byte === 0x20 || byte === 0x2d))
    return false
  return !checksum || seven.reduce((sum, byte) => sum + byte, 0) % 128 === 0
}
