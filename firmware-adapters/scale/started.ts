import type { Framer } from './protocol.ts'

const STX = 0x02

/** What the bytes from an STX on are: a frame, the beginning of one, or neither. They are not empty. */
export type Fit = 'more' | 'whole' | 'none'

/**
 * Cuts bytes into frames that begin with STX and are judged as a whole: inside them any byte may stand, STX and CR among
 * them. What does not fit from an STX on is noise, and the next STX is tried. Bit 7 may be the parity.
 */
export class StartedFramer implements Framer {
  readonly #fitOf: (bytes: readonly number[]) => Fit
  readonly #noise: (bytes: number) => void
  #waiting: number[] = []

  constructor(fitOf: (bytes: readonly number[]) => Fit, noise: (bytes: number) => void) {
    this.#fitOf = fitOf
    this.#noise = noise
  }

  reset(): void {
    this.#drop(this.#waiting.length)
  }

  push(chunk: Uint8Array): Uint8Array[] {
    const frames: Uint8Array[] = []
    for (const byte of chunk) {
      this.#waiting.push(byte)
      // Behind a frame that was cut off the next one begins somewhere in it.
      let fit = this.#fit()
      while (fit === 'none') {
        const next = this.#waiting.findIndex((one, at) => at > 0 && (one & 0x7f) === STX)
        this.#drop(next < 0 ? this.#waiting.length : next)
        fit = this.#fit()
      }
      if (fit === 'whole') frames.push(Uint8Array.from(this.#waiting.splice(0)))
    }
    return frames
  }

  #fit(): Fit {
    const [first] = this.#waiting
    if (first === undefined) return 'more'
    return (first & 0x7f) === STX ? this.#fitOf(this.#waiting) : 'none'
  }

  #drop(count: number): void {
    if (count === 0) return
    this.#waiting.splice(0, count)
    this.#noise(count)
  }
}
