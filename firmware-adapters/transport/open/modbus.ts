import { setTimeout as wait } from 'node:timers/promises'
import { type ErrorCode, FlowError } from '@flowviz/contract/error'
import ModbusModule from 'modbus-serial'
import type { ByteTransport } from '../byte.ts'
import { first } from '../first.ts'
import type { RegisterReply, RegisterTransport } from '../register.ts'
import { MbapPort } from './mbap-port.ts'
import { type Failure, failure, fenceOf, isSilence, type Request } from './modbus-request.ts'
import { RtuPort } from './rtu-port.ts'

const SILENCE_MS = 30
const DRAIN_MAX_MS = 5_000
/** An answer that has not come after this long is not on its way any more. */
const OWED_MS = 5_000
/** On top of the library's own time-out, which it may lose with the port. */
const OUTER_MS = 250
/** Opening, two exchanges with their drains and closing never take longer than this and six time-outs. */
const STALL_MS = 20_000

type Master = InstanceType<typeof ModbusModule.default>
type Answer = { data: readonly (number | boolean)[] }
// The package's types speak of a default export; what Node imports from its CommonJS is the constructor itself.
const Master = ModbusModule as unknown as new (port: RtuPort | MbapPort) => Master

export interface BusOptions {
  /** Opens the line or connection below; asked again after every loss. */
  open(): Promise<ByteTransport>
  framing: 'rtu' | 'mbap'
  /** Silence before a request; many slaves need it. */
  gap_ms: number
  /** Milliseconds that never jump; left out: the time that the bus takes is not counted. */
  monotonic?: () => number
  /** A request that has not ended after this long is given up, and the bus is opened anew. */
  stall_ms?: number
}

interface Session {
  line: ByteTransport
  port: RtuPort | MbapPort
  master: Master
  /** Settles when its line is gone. */
  lost: Promise<RegisterReply>
}

/**
 * One Modbus bus: a serial line with its units, or a TCP connection to a gateway. Requests of all units wait in one
 * line, one is in flight. After any failure of the line the bus is drained, closed and opened anew, so that a late
 * answer is never taken for the answer to the next request (the reply does not name the register it holds). One that
 * comes later still is parted from the next by a request of another length: a unit answers in turn, so what answers
 * that one comes after all that it owed.
 */
export class ModbusBus {
  readonly #options: BusOptions
  #tail: Promise<unknown> = Promise.resolve()
  #session: Session | null = null
  #closed = false
  /** Counts up when a request is given up: what it still does is not for the bus any more. */
  #epoch = 0
  readonly #owing = new Map<number, NodeJS.Timeout>()
  /** Units whose last request was answered by nothing at all, not even late. */
  readonly #mute = new Set<number>()
  readonly #spent_ms = new Map<number, number>()
  readonly #monotonic: () => number

  constructor(options: BusOptions) {
    this.#options = { ...options }
    this.#monotonic = options.monotonic ?? (() => 0)
  }

  /**
   * The registers of one unit.
   * @param timeout_ms how long its answer is waited for
   * @param gap_ms silence before its requests, when it needs more than the bus keeps anyway
   */
  unit(unit: number, timeout_ms: number, gap_ms = 0): RegisterTransport {
    const read = (table: Request['table']) => (address: number, count: number) =>
      this.#enqueue({ unit, timeout_ms, gap_ms, table, address, count })
    return {
      readCoils: read('readCoils'),
      readDiscrete: read('readDiscreteInputs'),
      readHolding: read('readHoldingRegisters'),
      readInput: read('readInputRegisters'),
    }
  }

  /** Milliseconds of the bus that requests to a unit have taken: gap, answer or time-out, and drain. */
  spent_ms(unit: number): number {
    return this.#spent_ms.get(unit) ?? 0
  }

  /** The same for all units together: against the time that has passed, how full the bus is. */
  get busy_ms(): number {
    return [...this.#spent_ms.values()].reduce((sum, spent) => sum + spent, 0)
  }

  /** Closes the line; requests that wait are answered with comm_lost. */
  async close(): Promise<void> {
    this.#closed = true
    for (const unit of [...this.#owing.keys()]) this.#owes(unit, false)
    await this.#drop()
  }

  #enqueue(request: Request): Promise<RegisterReply> {
    const reply = this.#tail.then(() => this.#askInTurn(request))
    this.#tail = reply
    return reply
  }

  async #askInTurn(request: Request): Promise<RegisterReply> {
    const { unit, timeout_ms } = request
    const began = this.#monotonic()
    const { promise: stalled, resolve } = Promise.withResolvers<RegisterReply>()
    const { stall_ms = STALL_MS + 6 * timeout_ms } = this.#options
    const timer = setTimeout(() => resolve(this.#giveUp(stall_ms)), stall_ms)
    try {
      return await Promise.race([this.#askPastFence(request), stalled])
    } finally {
      clearTimeout(timer)
      this.#spent_ms.set(unit, this.spent_ms(unit) + this.#monotonic() - began)
    }
  }

  /** No line may stop a bus for ever, whatever it hangs in: the next request opens it anew. */
  #giveUp(stall_ms: number): RegisterReply {
    this.#epoch += 1
    void this.#drop()
    return failure('comm_timeout', `The bus did not move for ${stall_ms} ms and is opened anew.`)
  }

  async #askPastFence(request: Request): Promise<RegisterReply> {
    const { unit } = request
    if (this.#owing.has(unit)) {
      const fence = await this.#exchange(fenceOf(request))
      if (isSilence(fence)) return fence
      this.#owes(unit, false)
    }
    const reply = await this.#exchange(request)
    if (this.#options.framing === 'rtu' && isSilence(reply)) this.#owes(unit, true)
    return reply
  }

  /** Remembers for a while that a unit has not answered; for ever would shut out one that refuses the other length. */
  #owes(unit: number, owes: boolean): void {
    clearTimeout(this.#owing.get(unit))
    if (!owes || this.#closed) this.#owing.delete(unit)
    else this.#owing.set(unit, setTimeout(() => this.#owing.delete(unit), OWED_MS).unref())
  }

  async #exchange(request: Request): Promise<RegisterReply> {
    if (this.#closed) return failure('comm_lost', 'The bus was closed.')
    let session: Session
    try {
      session = this.#session ?? (await this.#open())
    } catch (error) {
      const code: ErrorCode = error instanceof FlowError ? error.code : 'comm_lost'
      return failure(code, error instanceof Error ? error.message : String(error))
    }
    await wait(Math.max(this.#options.gap_ms, request.gap_ms))
    const stray = session.port.stray > 0 ? 1 : 0
    session.port.stray = 0
    const asked_at = this.#monotonic()
    const reply = await this.#ask(session, request)
    reply.late = stray
    reply.took_ms = this.#monotonic() - asked_at
    const { unit } = request
    if (reply.ok || reply.fault === 'device_exception') {
      this.#mute.delete(unit)
      return reply
    }
    const drained = await this.#drainAfter(session, reply, request)
    if (reply.fault === 'comm_timeout' && drained === 0) this.#mute.add(unit)
    else this.#mute.delete(unit)
    await this.#drop(session)
    return { ...reply, late: stray + drained }
  }

  async #ask({ master, port, lost }: Session, request: Request): Promise<RegisterReply> {
    const { unit, timeout_ms, table, address, count } = request
    master.setID(unit)
    master.setTimeout(timeout_ms)
    const silent = `Unit ${unit} did not answer within ${timeout_ms} ms.`
    const { promise: late, resolve } = Promise.withResolvers<RegisterReply>()
    const timer = setTimeout(() => resolve(failure('comm_timeout', silent)), timeout_ms + OUTER_MS)
    try {
      const reply = await first<RegisterReply>(
        master[table](address, count).then(
          (result: Answer): RegisterReply => ({
            ok: true,
            // Bits fill whole bytes; those beyond the last that was asked for mean nothing.
            registers: result.data.slice(0, count).map(Number),
            raw: Buffer.from(port.frame).toString('hex'),
            late: 0,
          }),
          (error: unknown): RegisterReply => {
            const exception = exceptionOf(error)
            if (exception !== null)
              return failure('device_exception', `Unit ${unit} answered exception ${exception}.`, { exception })
            if (port.pending > 0) return failure('crc_error', `Unit ${unit} answered no whole frame.`)
            return failure('comm_timeout', silent)
          },
        ),
        lost,
        late,
      )
      // The end of a session is one object for all who waited for it.
      return { ...reply }
    } finally {
      clearTimeout(timer)
      port.forget()
    }
  }

  async #open(): Promise<Session> {
    const epoch = this.#epoch
    const line = await this.#options.open()
    if (epoch !== this.#epoch) {
      void line.close()
      throw new FlowError('comm_lost', 'The line opened too late.')
    }
    const send = (frame: Uint8Array) => {
      // A line that takes no bytes closes itself; the race in #ask sees that.
      line.write(frame).catch(() => undefined)
    }
    const port = this.#options.framing === 'rtu' ? new RtuPort(send) : new MbapPort(send)
    const master = new Master(port)
    await new Promise<void>(resolve => master.open(() => resolve()))
    const lost = line.closed.then((closure): RegisterReply => failure('comm_lost', closure.detail))
    const session: Session = { line, port, master, lost }
    this.#session = session
    void line.closed.then(() => {
      if (this.#session === session) this.#session = null
    })
    void pump(line, port)
    return session
  }

  async #drainAfter(session: Session, reply: Failure, { unit, timeout_ms }: Request): Promise<number> {
    if (reply.fault === 'comm_lost') return 0
    // One that said nothing last time either, and owes nothing any more, is not worth the others' time: what it
    // might still say carries its own unit id, and its own next request is behind the fence.
    if (reply.fault === 'comm_timeout' && this.#mute.has(unit) && !this.#owing.has(unit)) return 0
    return this.#drain(session, timeout_ms)
  }

  /** Waits until a late answer has had its time and the line has been silent; gives 1 if one came. */
  async #drain({ port }: Session, timeout_ms: number): Promise<number> {
    port.stray = 0
    // On TCP the connection goes, and with it everything that is still on its way.
    if (this.#options.framing === 'mbap') return 0
    const least = Math.ceil(timeout_ms / SILENCE_MS)
    const most = Math.ceil((timeout_ms + DRAIN_MAX_MS) / SILENCE_MS)
    for (let round = 0; round < most; round++) {
      const before = port.stray
      await wait(SILENCE_MS)
      if (round >= least && port.stray === before) break
    }
    return port.stray > 0 ? 1 : 0
  }

  async #drop(session = this.#session): Promise<void> {
    if (this.#session === session) this.#session = null
    await session?.line.close()
  }
}

async function pump(line: ByteTransport, port: RtuPort | MbapPort): Promise<void> {
  for await (const chunk of line.read()) port.receive(chunk)
}

function exceptionOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('modbusCode' in error)) return null
  return typeof error.modbusCode === 'number' ? error.modbusCode : null
}
