import { FlowError } from '@flowviz/contract/error'
import type { Task } from '../driver.ts'
import type { ByteTransport, Closure } from '../transport/byte.ts'
import { first } from '../transport/first.ts'
import { Queue } from '../transport/queue.ts'
import type { Framer } from './protocol.ts'
import type { Said } from './said.ts'
import type { Mode } from './settings.ts'

/** What was said, and the frame that it was read from. */
export interface Heard {
  said: Said
  frame: Uint8Array
}

/** How the bytes of a line are read. */
export interface Reading {
  framer: Framer
  decode(frame: Uint8Array): Said
  mode: Mode
  /** A question that changes nothing; asked to find out whether late answers are still on their way. */
  probe: Uint8Array | undefined
  /** Sent before each question, which is asked once this is acknowledged. */
  call: Uint8Array | undefined
}

type Listener = Pick<Task, 'pace' | 'notice' | 'timeout_ms'>
type Wanted = (said: Said) => boolean

/** Between two frames of an answer there is no longer silence than this. */
const SILENCE_MS = 30
/** A line that has not fallen silent in this many time-outs never will. */
const QUIET_ROUNDS_MAX = 4
/** So often a probe is answered, and silence follows, before an answer that is still missing is given up for lost. */
const PROBES_MAX = 2
/** Weights that somebody had printed and that were not taken yet; each press of the key is one. */
const PRINTS_MAX = 100

export const isLoad: Wanted = ({ kind }) => kind === 'weight' || kind === 'status'
const isAck: Wanted = ({ kind }) => kind === 'ack'
export const isAnswer: Wanted = said =>
  said.kind === 'ack' || (isLoad(said) && 'answer' in said && said.answer === true)

/**
 * One line to a scale. Questions take turns: a balance mixes up commands that are sent before it has answered. Frames
 * carry no number and a weight looks like the next one, so what went unanswered is remembered: until its answer has gone
 * by, or is given up for lost, only probes are sent, and nobody gets what comes back.
 */
export class ScaleLine {
  readonly #line: ByteTransport
  readonly #lost: Promise<null>
  readonly #task: Listener
  readonly #reading: Reading
  /** Where the loads of a scale that speaks by itself go; null when it is only asked. */
  readonly #loads: Queue<Heard> | null
  #turn: Promise<unknown> = Promise.resolve()
  #waiting: { wanted: Wanted; asked: boolean; resolve(heard: Heard): void } | null = null
  #closure: Closure | null = null
  #settled = false
  #bytes = 0
  /** Questions that were not answered in time, oldest first: what each waited for may still come. */
  #owed: Wanted[]
  /** A load came that nobody had asked for. */
  #stray = false
  /** Nothing was asked yet: what somebody else has asked may still be answered. */
  #fresh = true

  /** `before` is the connection that the same task had last: what it has asked may be answered on this one. */
  constructor(line: ByteTransport, task: Listener, { before, ...reading }: Reading & { before?: ScaleLine }) {
    this.#owed = before === undefined ? [] : [...before.#owed]
    this.#line = line
    this.#lost = line.closed.then(() => null)
    this.#task = task
    this.#reading = reading
    reading.framer.reset(reading.mode !== 'stream')
    const skipped = () => task.notice({ kind: 'skipped', count: 1 })
    this.#loads = reading.mode === 'poll' ? null : new Queue(reading.mode === 'stream' ? 1 : PRINTS_MAX, skipped)
    void line.closed.then(closure => {
      this.#closure = closure
      this.#loads?.end()
    })
    void this.#listen()
  }

  /**
   * Listens for `ms` and forgets what came: a port that was just opened holds half frames and old ones. A scale that
   * is asked, or prints, begins its next frame after that; of a stream the next one may be half over.
   */
  async settle(ms: number, signal: AbortSignal): Promise<void> {
    const before = this.#bytes
    await this.#task.pace.wait(ms, signal)
    await this.#line.flush()
    const { framer, mode } = this.#reading
    framer.reset(mode === 'poll' || (mode === 'print' && this.#bytes === before))
    this.#settled = true
  }

  /**
   * The loads of a scale that speaks by itself. Of a stream always the newest, of prints all; what is not taken in
   * time is counted as skipped. Nothing for a scale that is only asked.
   */
  loads(): AsyncIterable<Heard> {
    return this.#loads ?? new Queue<Heard>(1)
  }

  /**
   * Sends a command and gives the first frame after it that is wanted; null when none came in time.
   * @throws FlowError comm_lost, comm_timeout
   */
  ask(command: Uint8Array, wanted: Wanted, timeout_ms: number): Promise<Heard | null> {
    return this.#inTurn(async () => {
      if (this.#loads === null && !(await this.#upToDate())) return null
      return this.#question(wanted, timeout_ms, command)
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

  /** @throws FlowError comm_lost, comm_timeout when the line is gone */
  refuseClosed(): void {
    if (this.#closure === null) return
    const { code, detail } = this.#closure
    throw new FlowError(code === 'comm_timeout' ? 'comm_timeout' : 'comm_lost', detail)
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => undefined)
    return done
  }

  async #question(wanted: Wanted, timeout_ms: number, command: Uint8Array): Promise<Heard | null> {
    const { call } = this.#reading
    if (call !== undefined && (await this.#hear(isAck, timeout_ms, call)) === null) return null
    return this.#hear(wanted, timeout_ms, command)
  }

  async #hear(wanted: Wanted, timeout_ms: number, command: Uint8Array | null): Promise<Heard | null> {
    this.refuseClosed()
    const { promise, resolve } = Promise.withResolvers<Heard>()
    const waiting = { wanted, asked: command !== null, resolve }
    this.#waiting = waiting
    if (command !== null) await this.#line.write(command)
    const heard = await this.#task.pace.within(timeout_ms, first<Heard | null>(promise, this.#lost), null)
    if (this.#waiting === waiting) this.#waiting = null
    if (heard !== null) return heard
    this.refuseClosed()
    if (command !== null) this.#owed.push(wanted)
    return null
  }

  /** Makes sure that the next answer is one to the next question; false when the scale does not answer. */
  async #upToDate(): Promise<boolean> {
    const { probe } = this.#reading
    const { timeout_ms } = this.#task
    if (probe === undefined) return true
    const fresh = this.#fresh
    this.#fresh = false
    if (fresh && this.#owed.length === 0) {
      if ((await this.#question(isLoad, timeout_ms, probe)) === null) return false
      await this.#quiet(SILENCE_MS)
      // Two answers to the first question: one of them is to a question of somebody else.
      if (this.#stray) this.#owed.push(isLoad)
    }
    if (this.#owed.length > 0) {
      if (!fresh) await this.#quiet(timeout_ms)
      for (let probes = 0; this.#owed.length > 0 && probes < PROBES_MAX; probes++) {
        if ((await this.#question(isLoad, timeout_ms, probe)) === null) return false
        await this.#quiet(timeout_ms)
      }
      this.#owed = []
    } else if (this.#stray) await this.#quiet(SILENCE_MS)
    this.#stray = false
    return true
  }

  /** Lets go by what is arriving, until nothing has come for `ms`. */
  async #quiet(ms: number): Promise<void> {
    let silent = 0
    for (let waited = 0; silent < ms && waited < QUIET_ROUNDS_MAX * ms; waited += SILENCE_MS) {
      const bytes = this.#bytes
      await this.#task.pace.wait(Math.min(SILENCE_MS, ms - silent))
      silent = this.#bytes === bytes ? silent + SILENCE_MS : 0
    }
    // Half an answer must not stand before the next one.
    this.#reading.framer.reset(true)
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
    const waiting = this.#waiting
    const wanted = waiting?.wanted(said) === true
    if (waiting !== null && wanted) {
      this.#waiting = null
      waiting.resolve(heard)
      if (waiting.asked) return
    }
    const late = wanted ? -1 : this.#owed.findIndex(owed => owed(said))
    if (late >= 0) this.#owed.splice(late, 1)
    if (late >= 0 || (this.#loads === null && isLoad(said) && !wanted)) this.#task.notice({ kind: 'late', count: 1 })
    if (late >= 0 || !isLoad(said) || !this.#settled) return
    if (this.#loads === null) this.#stray = true
    else this.#loads.push(heard)
  }
}

const LINES = new WeakMap<ByteTransport, ScaleLine>()
const LAST = new WeakMap<Listener, ScaleLine>()

/** The one listener of a line: measuring and commands share it. */
export function scaleLineOn(line: ByteTransport, task: Listener, reading: () => Reading): ScaleLine {
  const known = LINES.get(line)
  if (known !== undefined) return known
  const before = LAST.get(task)
  const made = new ScaleLine(line, task, before === undefined ? reading() : { ...reading(), before })
  LINES.set(line, made)
  LAST.set(task, made)
  return made
}
