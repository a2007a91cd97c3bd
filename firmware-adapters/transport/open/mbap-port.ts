import { EventEmitter } from 'node:events'
import { withCrc } from '../../protocol/modbus-frame.ts'
import { mbapFrame, takeMbap } from '../../protocol/modbus-mbap.ts'

/**
 * The port that modbus-serial speaks through on TCP. The library's own counts transactions to 255 and lets a late reply
 * match a new request; this one counts to 65,535, hands up only the answer to the request in flight, and counts the rest.
 */
export class MbapPort extends EventEmitter {
  readonly isOpen = true
  readonly #send: (frame: Uint8Array) => void
  #received: Uint8Array = new Uint8Array(0)
  #transaction = 0
  #waiting = false
  stray = 0
  frame: Uint8Array = new Uint8Array(0)

  constructor(send: (frame: Uint8Array) => void) {
    super()
    this.#send = send
  }

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
    this.#transaction = (this.#transaction % 0xffff) + 1
    this.#waiting = true
    // modbus-serial hands over an RTU frame; on TCP the checksum is left out.
    this.#send(mbapFrame(this.#transaction, request.subarray(0, -2)))
  }

  forget(): void {
    this.#waiting = false
  }

  receive(chunk: Uint8Array): void {
    this.#received = Uint8Array.of(...this.#received, ...chunk)
    for (;;) {
      const taken = takeMbap(this.#received)
      if (taken === 'more') return
      if (taken === 'broken') {
        this.#received = new Uint8Array(0)
        this.stray++
        return
      }
      const { frame, rest } = taken
      const whole = this.#received.slice(0, this.#received.length - rest.length)
      this.#received = rest
      if (!this.#waiting || frame.transaction !== this.#transaction) {
        this.stray++
        continue
      }
      this.#waiting = false
      this.frame = whole
      this.emit('data', Buffer.from(withCrc(frame.body)))
    }
  }
}
