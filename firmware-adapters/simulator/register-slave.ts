import { crcHolds, withCrc } from '../protocol/modbus-frame.ts'
import { mbapFrame, takeMbap } from '../protocol/modbus-mbap.ts'

/** One unit on a pretended bus. */
export interface SlaveUnit {
  unit_id: number
  /** Value of a register, or 0 or 1 of a bit, in the table of a function code (1 to 4); null where the device has none. */
  register(address: number, code: number): number | null
  /** Called before each read: what it gives until the next is of one moment. */
  look?(): void
  /** Never answers. */
  silent: boolean
  /** Takes this long to answer. */
  delay_ms: number
}

type Send = (bytes: Uint8Array) => void
const REQUEST_LENGTH = 8

/** The far end of a Modbus RTU line: finds requests in the bytes and answers for its units. */
export class RtuSlave {
  readonly #units: readonly SlaveUnit[]
  readonly #send: Send
  #received: Uint8Array = new Uint8Array(0)

  constructor(units: readonly SlaveUnit[], send: Send) {
    this.#units = units
    this.#send = send
  }

  receive(chunk: Uint8Array): void {
    this.#received = Uint8Array.of(...this.#received, ...chunk)
    for (let at = 0; at + REQUEST_LENGTH <= this.#received.length; ) {
      const frame = this.#received.subarray(at, at + REQUEST_LENGTH)
      if (crcHolds(frame)) {
        answer(this.#units, frame.slice(0, -2), body => this.#send(withCrc(body)))
        this.#received = this.#received.slice(at + REQUEST_LENGTH)
        at = 0
      } else at++
    }
    this.#received = this.#received.slice(-REQUEST_LENGTH)
  }
}

/** The far end of a Modbus TCP connection. */
export class TcpSlave {
  readonly #units: readonly SlaveUnit[]
  readonly #send: Send
  #received: Uint8Array = new Uint8Array(0)

  constructor(units: readonly SlaveUnit[], send: Send) {
    this.#units = units
    this.#send = send
  }

  receive(chunk: Uint8Array): void {
    this.#received = Uint8Array.of(...this.#received, ...chunk)
    for (;;) {
      const taken = takeMbap(this.#received)
      if (taken === 'more') return
      if (taken === 'broken') {
        this.#received = new Uint8Array(0)
        return
      }
      this.#received = taken.rest
      const { transaction, body } = taken.frame
      answer(this.#units, body, reply => this.#send(mbapFrame(transaction, reply)))
    }
  }
}

/** Answers a request (unit, function code, address, count) with registers or an exception; nobody answers for a unit that is not there. */
function answer(units: readonly SlaveUnit[], request: Uint8Array, send: Send): void {
  const [id = 0, code = 0] = request
  const unit = units.find(({ unit_id }) => unit_id === id)
  if (unit === undefined || unit.silent) return
  const body = replyOf(unit, request)
  const reply = Uint8Array.of(
    id,
    typeof body === 'number' ? code | 0x80 : code,
    ...(typeof body === 'number' ? [body] : body),
  )
  if (unit.delay_ms === 0) send(reply)
  else setTimeout(() => send(reply), unit.delay_ms)
}

/** Data of the reply, or the number of the exception. */
function replyOf(unit: SlaveUnit, request: Uint8Array): number[] | number {
  const [, code] = request
  if (code === undefined || code < 1 || code > 4) return 1
  const address = (request[2]! << 8) | request[3]!
  const count = (request[4]! << 8) | request[5]!
  if (count < 1 || count > (code <= 2 ? 2_000 : 125)) return 3
  unit.look?.()
  const values = Array.from({ length: count }, (_, at) => unit.register(address + at, code))
  if (values.includes(null)) return 2
  if (code <= 2) return bytesOfBits(values.map(Number))
  return [count * 2, ...values.flatMap(value => [(value! >> 8) & 0xff, value! & 0xff])]
}

/** Their count in bytes and the bytes, the first bit in the lowest place. */
function bytesOfBits(bits: readonly number[]): number[] {
  const bytes = Array.from({ length: Math.ceil(bits.length / 8) }, () => 0)
  bits.forEach((bit, at) => {
    bytes[at >> 3]! |= bit << (at & 7)
  })
  return [bytes.length, ...bytes]
}
