/** A line as it was received, without a bit changed, its terminator included. */
export type Frame = Uint8Array

/** What ends a line. A device that is set to CR LF and sends one of them alone is not understood. */
export type Terminator = 'crlf' | 'cr' | 'lf'

export interface LineFramerOptions {
  /** Bytes that a line may have; what is longer is noise. */
  length_max?: number
  /** Looks at seven bits only: a port opened 8N1 on a 7E1 line carries the parity in bit 7. */
  mask7?: boolean
  /** False drops everything up to the first terminator: the first frame after opening is nearly always a partial one. */
  synced?: boolean
  /** CR LF when it is left out. */
  terminator?: Terminator
  noise(bytes: number): void
}

const CR = 0x0d
const LF = 0x0a

/** Cuts a stream of bytes into lines. Bounded: at most `length_max` bytes wait for their terminator. */
export class LineFramer {
  readonly #lengthMax: number
  readonly #mask: number
  readonly #terminator: Terminator
  readonly #noise: (bytes: number) => void
  #waiting: number[] = []
  #synced: boolean

  constructor(options: LineFramerOptions) {
    this.#lengthMax = options.length_max ?? 512
    this.#mask = options.mask7 === true ? 0x7f : 0xff
    this.#synced = options.synced ?? false
    this.#terminator = options.terminator ?? 'crlf'
    this.#noise = options.noise
  }

  /** Forgets what waits; `synced` says whether the next byte begins a line. */
  reset(synced: boolean): void {
    if (this.#waiting.length > 0) this.#noise(this.#waiting.length)
    this.#waiting = []
    this.#synced = synced
  }

  /** The lines that these bytes complete, oldest first. */
  push(chunk: Uint8Array): Frame[] {
    const frames: Frame[] = []
    for (const byte of chunk) {
      this.#waiting.push(byte)
      if (this.#complete(byte & this.#mask)) {
        const frame = Uint8Array.from(this.#waiting)
        this.#waiting = []
        if (this.#synced) frames.push(frame)
        else this.#noise(frame.length)
        this.#synced = true
      } else if (this.#waiting.length >= this.#lengthMax) {
        this.reset(false)
      }
    }
    return frames
  }

  #complete(last: number): boolean {
    if (this.#terminator === 'cr') return last === CR
    if (last !== LF || this.#terminator === 'lf') return last === LF
    const before = this.#waiting.at(-2)
    return before !== undefined && (before & this.#mask) === CR
  }
}
