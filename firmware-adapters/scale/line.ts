import { FlowError } from '@flowviz/contract/error'
import type { Task } from '../driver.ts'
import type { ByteTransport, Closure } from '../transport/byte.ts'
import { Queue } from '../transport/queue.ts'
import type { Framer } from './protocol.ts'
import type { Said } from './said.ts'

/** What was said, and the frame that it was read from. */
export interface Heard {
  said: Said
  frame: Uint8Array
}

/** How the bytes of a line are read. */
export interface Reading {
  framer: Framer
  decode(frame: Uint8Array): Said
}

type Listener = Pick<Task, 'pace' | 'notice' | 'timeout_ms'>
type Wanted = (said: Said) => boolean

/** After a time-out the line is listened to until it has been silent this long. */
const SILENCE_MS = 30
/** And no longer than this: a line that never falls silent is full of garbage. */
const DRAIN_ROUNDS = 30

export const isLoad: Wanted = ({ kind }) => kind === 'weight' || kind === 'status'
export const isAck: Wanted = ({ kind }) => kind === 'ack'

/**
 * One line to a scale. Questions take turns: a balance mixes up commands that are sent before it has answered. Frames
 * carry no number, so after a question that was not answered the line is drained before the next one is asked.
 */
export class ScaleLine {
  readonly #line: ByteTransport
  readonly #task: Listener
  readonly #reading: Reading
  #turn: Promise<unknown> = Promise.resolve()
  #waiting: { wanted: Wanted; resolve(heard: Heard): void } | null = null
  /** Where the loads of a scale that speaks by itself go; null while it is only asked. */
  #loads: Queue<Heard> | null = null
  #closure: Closure | null = null
  #bytes = 0
  /** Something came, or may still come, that answers no question that is open. */
  #owed = false

  constructor(line: ByteTransport, task: Listener, reading: Reading) {
    this.#line = line
    this.#task = task
    this.#reading = reading
    void line.closed.then(closure => {
      this.#closure = closure
      this.#loads?.end()
    })
    void this.#listen()
  }

  /**
   * Listens for `ms` and forgets what came: a port that was just opened holds half frames and old ones. A scale that
   * speaks only when it is asked begins its next frame after that; of one that speaks by itself it may be half over.
   */
  async settle(ms: number, signal: AbortSignal): Promise<void> {
    await this.#task.pace.wait(ms, signal)
    await this.#line.flush()
    this.#reading.framer.reset(this.#loads === null)
    this.#owed = false
  }

  /** The loads of a scale that speaks by itself: always the newest; what nobody took in time is counted as skipped. */
  loads(): AsyncIterable<Heard> {
    this.#loads ??= new Queue(1, () => this.#task.notice({ kind: 'skipped', count: 1 }))
    if (this.#closure !== null) this.#loads.end()
    return this.#loads
  }

  /**
   * Sends a command and gives the first frame after it that is wanted; null when none came in time.
   * @throws FlowError comm_lost, comm_timeout
   */
  ask(command: Uint8Array, wanted: Wanted, timeout_ms: number): Promise<Heard | null> {
    return this.#inTurn(async () => {
      if (this.#owed && this.#loads === null) await this.#drain()
      const heard = await this.#hear(wanted, timeout_ms, command)
      this.#owed = heard === null
      return heard
    })
  }

  /** The next frame that is wanted, without asking; null when none came in time. @throws FlowError comm_lost */
  next(wanted: Wanted, timeout_ms: number): Promise<Heard | null> {
    return this.#inTurn(() => this.#hear(wanted, timeout_ms, null))
  }

  /** Sends a command that nothing answers. @throws FlowError comm_lost, comm_timeout */
  tell(command: Uint8Array): Promise<void> {
    return this.#inTurn(() => this.#line.write(command))
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => undefined)
    return done
  }

  async #hear(wanted: Wanted, timeout_ms: number, command: Uint8Array | null): Promise<Heard | null> {
    this.refuseClosed()
    const { promise, resolve } = Promise.withResolvers<Heard>()
    this.#waiting = { wanted, resolve }
    if (command !== null) await this.#line.write(command)
    const lost = this.#line.closed.then(() => null)
    const heard = await this.#task.pace.within(timeout_ms, Promise.race([promise, lost]), null)
    this.#waiting = null
    if (heard === null) this.refuseClosed()
    return heard
  }

  /** Lets what is late go by: for one more time-out, and until the line is silent. */
  async #drain(): Promise<void> {
    const { pace, timeout_ms } = this.#task
    await pace.wait(timeout_ms)
    for (let round = 0; round < DRAIN_ROUNDS; round++) {
      const bytes = this.#bytes
      await pace.wait(SILENCE_MS)
      if (this.#bytes === bytes) break
    }
    this.#reading.framer.reset(true)
  }

  /** @throws FlowError comm_lost, comm_timeout when the line is gone */
  refuseClosed(): void {
    if (this.#closure === null) return
    const { code, detail } = this.#closure
    throw new FlowError(code === 'comm_timeout' ? 'comm_timeout' : 'comm_lost', detail)
  }

  async #listen(): Promise<void> {
    for await (const chunk of this.#line.read()) {
      this.#bytes += chunk.length
      for (const frame of this.#reading.framer.push(chunk)) this.#take({ said: this.#reading.decode(frame), frame })
    }
  }

  #take(heard: Heard): void {
    const { said, frame } = heard
    if (said.kind === 'noise') {
      this.#task.notice({ kind: 'noise', bytes: frame.length })
      return
    }
    if (isLoad(said)) this.#loads?.push(heard)
    if (this.#waiting?.wanted(said)) {
      const { resolve } = this.#waiting
      this.#waiting = null
      resolve(heard)
    } else if (isLoad(said) && this.#loads === null) {
      this.#owed = true
      this.#task.notice({ kind: 'late', count: 1 })
    }
  }
}

const LINES = new WeakMap<ByteTransport, ScaleLine>()

/** The one listener of a line: measuring and commands share it. */
export function scaleLineOn(line: ByteTransport, task: Listener, reading: () => Reading): ScaleLine {
  const known = LINES.get(line)
  if (known !== undefined) return known
  const made = new ScaleLine(line, task, reading())
  LINES.set(line, made)
  return made
}
