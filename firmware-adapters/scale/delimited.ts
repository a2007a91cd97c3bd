import type { Framer } from './protocol.ts'

/** What is longer is no frame of any scale. */
const LENGTH_MAX = 512

export interface Delimiters {
  /** What a frame ends with, as text of the bits that are looked at. */
  end: string
  /** Where the frame begins in the text up to its end; negative when it has no beginning. Left out, frames are lines. */
  begin?: (text: string) => number
  /** What may stand between frames and belongs to none. */
  between?: string
  /** Bytes that a frame may have; at most 512, which is what it is when left out. */
  length_max?: number
  /** False looks at all eight bits of the marks. */
  mask7?: boolean
}

/**
 * Cuts bytes into frames by what they end with. A frame that has a byte to begin with is found again at the next one;
 * a line is only whole when the one before it was seen to end.
 */
export class DelimitedFramer implements Framer {
  readonly #delimiters: Delimiters
  readonly #noise: (bytes: number) => void
  readonly #mask: number
  readonly #lengthMax: number
  #waiting: number[] = []
  #synced = false

  constructor(delimiters: Delimiters, noise: (bytes: number) => void) {
    this.#delimiters = delimiters
    this.#noise = noise
    this.#mask = delimiters.mask7 === false ? 0xff : 0x7f
    this.#lengthMax = Math.min(delimiters.length_max ?? LENGTH_MAX, LENGTH_MAX)
  }

  reset(synced: boolean): void {
    if (this.#waiting.length > 0) this.#noise(this.#waiting.length)
    this.#waiting = []
    this.#synced = synced
  }

  push(chunk: Uint8Array): Uint8Array[] {
    const { between = '' } = this.#delimiters
    const frames: Uint8Array[] = []
    for (const byte of chunk) {
      if (this.#waiting.length === 0 && between.includes(String.fromCharCode(byte & this.#mask))) continue
      this.#waiting.push(byte)
      if (this.#ended()) {
        const frame = this.#cut()
        if (frame !== null) frames.push(frame)
      } else if (this.#waiting.length >= this.#lengthMax) this.reset(false)
    }
    return frames
  }

  #ended(): boolean {
    const { end } = this.#delimiters
    const from = this.#waiting.length - end.length
    if (from < 0) return false
    for (let at = 0; at < end.length; at++)
      if ((this.#waiting[from + at]! & this.#mask) !== end.charCodeAt(at)) return false
    return true
  }

  #textOf(bytes: Uint8Array): string {
    return String.fromCharCode(...bytes.map(byte => byte & this.#mask))
  }

  #cut(): Uint8Array | null {
    const { begin } = this.#delimiters
    const bytes = Uint8Array.from(this.#waiting)
    const whole = begin !== undefined || this.#synced
    const at = whole ? (begin ?? firstPrintable)(this.#textOf(bytes)) : -1
    this.#waiting = []
    this.#synced = true
    const dropped = at < 0 ? bytes.length : at
    if (dropped > 0) this.#noise(dropped)
    return at < 0 ? null : bytes.subarray(at)
  }
}

const firstPrintable = (text: string): number => text.search(/[ -~]/)
