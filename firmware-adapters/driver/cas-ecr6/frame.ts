import { DelimitedFramer } from '../../scale/delimited.ts'
import type { Framer } from '../../scale/protocol.ts'

const ACK = 0x06
const SOH = 0x01

/**
 * SOH STX ... ETX EOT, and an ACK that stands alone: the scale says nothing more until it is asked, so what arrives
 * together with other bytes is none.
 */
export class EcrFramer implements Framer {
  readonly #frames: DelimitedFramer
  #open = false

  constructor(noise: (bytes: number) => void) {
    this.#frames = new DelimitedFramer({ end: '\x03\x04', begin: text => text.lastIndexOf('\x01\x02') }, noise)
  }

  reset(synced: boolean): void {
    this.#open = false
    this.#frames.reset(synced)
  }

  push(chunk: Uint8Array): Uint8Array[] {
    if (chunk.length === 1 && !this.#open && (chunk[0]! & 0x7f) === ACK) return [chunk.slice()]
    this.#open ||= chunk.some(byte => (byte & 0x7f) === SOH)
    const frames = this.#frames.push(chunk)
    if (frames.length > 0) this.#open = false
    return frames
  }
}
