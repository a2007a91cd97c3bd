import { type Frame, LineFramer } from '../../protocol/line.ts'
import { printable } from '../../protocol/seven-bit.ts'

/** Cuts the bytes of an MT-SICS line into replies: each ends CR LF, LF alone is not accepted. No checksum, no address. */
export class SicsFramer {
  readonly #noise: (bytes: number) => void
  readonly #lines: LineFramer

  constructor(noise: (bytes: number) => void) {
    this.#noise = noise
    this.#lines = new LineFramer({ length_max: 512, mask7: true, synced: false, noise })
  }

  /** Forgets what waits; `synced` says whether the next byte begins a reply. */
  reset(synced: boolean): void {
    this.#lines.reset(synced)
  }

  /** The replies that these bytes complete, without the unprintable garbage before them. */
  push(chunk: Uint8Array): Frame[] {
    return this.#lines.push(chunk).map(line => {
      const start = Math.max(0, line.findIndex(printable))
      if (start > 0) this.#noise(start)
      return line.slice(start)
    })
  }
}

/** The bytes of a command: upper-case ASCII, parameters separated by one space, CR LF. */
export function commandBytes(command: string): Uint8Array {
  return new TextEncoder().encode(`${command}\r\n`)
}
