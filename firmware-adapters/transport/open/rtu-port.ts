import { EventEmitter } from 'node:events'
import { findReply } from '../../protocol/modbus-frame.ts'

const RECEIVED_MAX = 512

/**
 * The port that modbus-serial speaks through on a serial line. The library's own ports keep what arrives between
 * requests and take it as the next answer; this one hands up only a whole frame with a right checksum that arrived
 * after the request it answers, and counts the rest.
 */
export class RtuPort extends EventEmitter {
  readonly isOpen = true
  readonly #send: (frame: Uint8Array) => void
  #request: Uint8Array | null = null
  #received: Uint8Array = new Uint8Array(0)
  /** Frames' worth of bytes that arrived while nobody waited. */
  stray = 0
  /** The last answer as it was received. */
  frame: Uint8Array = new Uint8Array(0)

  constructor(send: (frame: Uint8Array) => void) {
    super()
    this.#send = send
  }

  /** Bytes that came since the request and are no answer to it. */
  get pending(): number {
    return this.#received.length
  }

  open(done: (error: Error | null) => void): void {
    done(null)
  }

  close(done?: () => void): void {
    done?.()
  }

  write(request: Uint8Array): void {
    this.#request = Uint8Array.from(request)
    this.#received = new Uint8Array(0)
    this.#send(this.#request)
  }

  /** Nobody waits any more: what comes from now on is late. */
  forget(): void {
    this.#request = null
    this.#received = new Uint8Array(0)
  }

  receive(chunk: Uint8Array): void {
    if (this.#request === null) {
      this.stray++
      return
    }
    this.#received = Uint8Array.of(...this.#received, ...chunk).slice(-RECEIVED_MAX)
    const reply = findReply(this.#received, this.#request)
    if (reply === null) return
    this.forget()
    this.frame = reply.frame
    this.emit('data', Buffer.from(reply.frame))
  }
}
