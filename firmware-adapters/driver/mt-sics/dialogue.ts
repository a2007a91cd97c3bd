import { FlowError } from '@flowviz/contract/error'
import type { Task } from '../../driver.ts'
import type { ByteTransport, Closure } from '../../transport/byte.ts'
import { type Decoded, decode } from './decode.ts'
import { commandBytes, SicsFramer } from './frame.ts'

/** A reply and the frame that it was read from. */
export interface Reply {
  decoded: Decoded
  frame: Uint8Array
}

interface Question {
  expects: string
  resolve(reply: Reply): void
}

type Listener = Pick<Task, 'pace' | 'notice'>

/** After a time-out the line is listened to until it has been silent this long. */
const SILENCE_MS = 30

/**
 * One line of questions and answers with a scale. One command is outstanding at a time, whoever asks: a balance mixes
 * up commands that are sent before it has answered.
 */
export class Dialogue {
  readonly #line: ByteTransport
  readonly #task: Listener
  readonly #framer: SicsFramer
  #turn: Promise<unknown> = Promise.resolve()
  #question: Question | null = null
  #closure: Closure | null = null
  #heard = 0

  constructor(line: ByteTransport, task: Listener) {
    this.#line = line
    this.#task = task
    this.#framer = new SicsFramer(bytes => task.notice({ kind: 'noise', bytes }))
    void line.closed.then(closure => {
      this.#closure = closure
    })
    void this.#listen()
  }

  /** Listens for `ms` and forgets what came: a port that was just opened holds half frames and old ones. */
  async settle(ms: number, signal: AbortSignal): Promise<void> {
    await this.#task.pace.wait(ms, signal)
    await this.#line.flush()
    this.#framer.reset(true)
  }

  /**
   * Sends a command and gives the reply that carries its id; null when none came in time.
   * @throws FlowError comm_lost
   */
  ask(command: string, expects: string, timeout_ms: number): Promise<Reply | null> {
    const answer = this.#turn.then(() => this.#exchange(command, expects, timeout_ms))
    this.#turn = answer.catch(() => undefined)
    return answer
  }

  async #exchange(command: string, expects: string, timeout_ms: number): Promise<Reply | null> {
    this.#refuseClosed()
    const { promise, resolve } = Promise.withResolvers<Reply>()
    this.#question = { expects, resolve }
    await this.#line.write(commandBytes(command))
    const lost = this.#line.closed.then(() => null)
    const reply = await this.#task.pace.within(timeout_ms, Promise.race([promise, lost]), null)
    this.#question = null
    this.#refuseClosed()
    if (reply === null) await this.#drain(timeout_ms)
    return reply
  }

  /** The late answer to this question must not be taken for the answer to the next. */
  async #drain(timeout_ms: number): Promise<void> {
    const { pace, notice } = this.#task
    const before = this.#heard
    const least = Math.ceil(Math.min(timeout_ms, 1_000) / SILENCE_MS)
    for (let round = 0; round < least * 2; round++) {
      const heard = this.#heard
      await pace.wait(SILENCE_MS)
      if (round >= least && this.#heard === heard) break
    }
    // Half a reply must not stand before the next one.
    this.#framer.reset(true)
    if (this.#heard > before) notice({ kind: 'late', count: this.#heard - before })
  }

  #refuseClosed(): void {
    if (this.#closure === null) return
    const { code, detail } = this.#closure
    throw new FlowError(code === 'comm_timeout' ? 'comm_timeout' : 'comm_lost', detail)
  }

  async #listen(): Promise<void> {
    for await (const chunk of this.#line.read())
      for (const frame of this.#framer.push(chunk)) this.#hear({ decoded: decode(frame), frame })
  }

  #hear(reply: Reply): void {
    const { decoded, frame } = reply
    const { notice } = this.#task
    if (decoded.kind === 'noise') {
      notice({ kind: 'noise', bytes: frame.length })
      return
    }
    const question = this.#question
    if (question !== null && (decoded.kind === 'error' || decoded.cmd === question.expects)) {
      this.#question = null
      question.resolve(reply)
      return
    }
    // The line that a scale sends unasked at power-on: its tare and its zero are gone.
    if (decoded.kind === 'info' && decoded.cmd === 'I4')
      notice({ kind: 'restarted', detail: `The scale ${decoded.strings[0] ?? ''} was switched off and on.` })
    this.#heard++
  }
}

const DIALOGUES = new WeakMap<ByteTransport, Dialogue>()

/** The one dialogue of a line: measuring and commands take turns on it. */
export function dialogueOn(line: ByteTransport, task: Listener): Dialogue {
  const known = DIALOGUES.get(line)
  if (known !== undefined) return known
  const dialogue = new Dialogue(line, task)
  DIALOGUES.set(line, dialogue)
  return dialogue
}
