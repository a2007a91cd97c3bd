import { FlowError } from '@flowviz/contract/error'
import type { Task } from '../../driver.ts'
import type { ByteTransport, Closure } from '../../transport/byte.ts'
import { first } from '../../transport/first.ts'
import { type Decoded, decode } from './decode.ts'
import { commandBytes, SicsFramer } from './frame.ts'

/** A reply and the frame that it was read from. */
export interface Reply {
  decoded: Decoded
  frame: Uint8Array
}

interface Question {
  expects: readonly string[]
  resolve(reply: Reply): void
}

type Listener = Pick<Task, 'pace' | 'notice'>

/** After a time-out the line is listened to until it has been silent this long. */
const SILENCE_MS = 30
/** And no longer than this: a line that never falls silent is full of garbage. */
const DRAIN_ROUNDS = 30
/**
 * MT-SICS numbers no replies, but a scale answers in turn and names the command. What has not answered in time is
 * followed by this question: once its answer is here, every reply to an earlier one has gone by or never comes.
 * Not I4: that is also what a scale says unasked when it is switched on.
 */
const FENCE = 'I2'
/** Weights answer S, SI and SIR alike with the id S; some scales name the command itself when there is no weight. */
const ANSWERED_BY: Readonly<Record<string, readonly string[]>> = { SI: ['S', 'SI'] }

/**
 * One line of questions and answers with a scale. One command is outstanding at a time, whoever asks: a balance mixes
 * up commands that are sent before it has answered.
 */
export class Dialogue {
  readonly #line: ByteTransport
  readonly #lost: Promise<null>
  readonly #task: Listener
  readonly #framer: SicsFramer
  #turn: Promise<unknown> = Promise.resolve()
  #question: Question | null = null
  #closure: Closure | null = null
  #heard = 0
  #bytes = 0
  /** A question went unanswered: its reply may still come. */
  #owed = false

  constructor(line: ByteTransport, task: Listener) {
    this.#line = line
    this.#lost = line.closed.then(() => null)
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
   * Sends a command and gives the reply that carries its id; null when none came in time. A reply to an earlier
   * question is never given, however late it comes.
   * @throws FlowError comm_lost
   */
  ask(command: string, timeout_ms: number): Promise<Reply | null> {
    const answer = this.#turn.then(() => this.#askInTurn(command, timeout_ms))
    this.#turn = answer.catch(() => undefined)
    return answer
  }

  async #askInTurn(command: string, timeout_ms: number): Promise<Reply | null> {
    if (this.#owed && command !== FENCE) {
      const before = this.#heard
      const fence = await this.#exchange(FENCE, timeout_ms)
      if (this.#heard > before) this.#task.notice({ kind: 'late', count: this.#heard - before })
      if (fence === null) return null
    }
    return this.#exchange(command, timeout_ms)
  }

  async #exchange(command: string, timeout_ms: number): Promise<Reply | null> {
    this.#refuseClosed()
    const { promise, resolve } = Promise.withResolvers<Reply>()
    this.#question = { expects: ANSWERED_BY[command] ?? [command], resolve }
    await this.#line.write(commandBytes(command))
    const reply = await this.#task.pace.within(timeout_ms, first<Reply | null>(promise, this.#lost), null)
    this.#question = null
    this.#refuseClosed()
    if (reply === null) await this.#drain()
    // An error names no command: it may have been meant for an earlier one.
    this.#owed = reply === null || (reply.decoded.kind === 'error' && !command.startsWith('I'))
    return reply
  }

  /** Lets what is just arriving pass, so that the next question is not sent into it. */
  async #drain(): Promise<void> {
    const { pace, notice } = this.#task
    const before = this.#heard
    for (let round = 0; round < DRAIN_ROUNDS; round++) {
      const bytes = this.#bytes
      await pace.wait(SILENCE_MS)
      if (this.#bytes === bytes) break
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
    for await (const chunk of this.#line.read()) {
      this.#bytes += chunk.length
      for (const frame of this.#framer.push(chunk)) this.#hear({ decoded: decode(frame), frame })
    }
  }

  #hear(reply: Reply): void {
    const { decoded, frame } = reply
    const { notice } = this.#task
    if (decoded.kind === 'noise') {
      notice({ kind: 'noise', bytes: frame.length })
      return
    }
    const question = this.#question
    if (question !== null && (decoded.kind === 'error' || question.expects.includes(decoded.cmd))) {
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
