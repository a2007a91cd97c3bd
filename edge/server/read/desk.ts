import { FlowError } from '@flowviz/contract/error'
import type { Sqlite } from '../store/open.ts'
import { refusalOf } from '../writer/outcome.ts'
import { CHUNKS_AHEAD, type FromReader, type ToReader } from './message.ts'
import type { Answers } from './question.ts'

export interface DeskOptions<Q> {
  answers: Answers<Q>
  /** Opens a connection for reading; one for each question that is answered at a time. */
  open: () => Sqlite
  /** ms, never set back */
  monotonic: () => number
  say: (message: FromReader, transfer?: ArrayBuffer[]) => void
  /** Calls back once the thread has looked at its messages. */
  later: (step: () => void) => void
}

interface Asked {
  id: number
  kind: string
  takes: unknown
}

interface Running {
  id: number
  db: Sqlite
  pieces: Iterator<string>
  ends_at: number
  credit: number
  waiting: boolean
}

const AT_ONCE = 2
const CHUNK_CHARS = 64 * 1_024
/** So long the thread stays with one answer before it looks at its messages. */
const SLICE_MS = 20

/**
 * The thread's side of heavy reads. Answers two questions at a time in slices, each in one read transaction: the whole
 * answer is of one moment, whatever is written meanwhile. Chunks leave only as they are taken.
 */
export class Desk<Q> {
  readonly #options: DeskOptions<Q>
  readonly #queue: Asked[] = []
  readonly #running = new Map<number, Running>()
  readonly #free: Sqlite[] = []

  constructor(options: DeskOptions<Q>) {
    this.#options = options
  }

  take(message: ToReader): void {
    if ('ask' in message) {
      this.#queue.push({ id: message.ask, kind: message.kind, takes: message.takes })
      this.#next()
    } else if ('more' in message) this.#more(message.more, message.chunks)
    else if ('stop' in message) this.#stop(message.stop)
    else this.#close()
  }

  /** Ends what has lasted too long, the one whose taker has gone quiet included. */
  tick(): void {
    const now = this.#options.monotonic()
    for (const running of [...this.#running.values()]) if (now > running.ends_at) this.#end(running, timedOut())
  }

  #next(): void {
    while (this.#running.size < AT_ONCE) {
      const asked = this.#queue.shift()
      if (asked === undefined) return
      this.#start(asked)
    }
  }

  #start({ id, kind, takes }: Asked): void {
    const { answers, open, monotonic, say } = this.#options
    try {
      const answering = answers[kind as keyof Q]
      const db = this.#free.pop() ?? open()
      // The two reads of one answer see one moment; a read transaction blocks no writer.
      db.exec('BEGIN')
      const pieces = answering.answer(takes as Q[keyof Q], { db })[Symbol.iterator]()
      const ends_at = monotonic() + answering.time_ms
      const running = { id, db, pieces, ends_at, credit: CHUNKS_AHEAD, waiting: false }
      this.#running.set(id, running)
      this.#later(running)
    } catch (error) {
      say({ of: id, refused: refusalOf(error) })
    }
  }

  #later(running: Running): void {
    this.#options.later(() => {
      if (this.#running.get(running.id) === running) this.#step(running)
    })
  }

  #step(running: Running): void {
    const until = this.#options.monotonic() + SLICE_MS
    let text = ''
    try {
      while (text.length < CHUNK_CHARS && this.#options.monotonic() < until) {
        const { done, value } = running.pieces.next()
        if (done === true) {
          this.#finish(running, text)
          return
        }
        text += value
      }
    } catch (error) {
      this.#end(running, error)
      return
    }
    if (this.#options.monotonic() > running.ends_at) {
      this.#end(running, timedOut())
      return
    }
    this.#send(running, text)
    running.waiting = running.credit === 0
    if (!running.waiting) this.#later(running)
  }

  #send(running: Running, text: string): void {
    if (text === '') return
    // Of its own memory, so that it can be handed over; a TextEncoder takes twice as long.
    const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text))
    bytes.write(text)
    running.credit -= 1
    this.#options.say({ of: running.id, bytes }, [bytes.buffer])
  }

  #finish(running: Running, text: string): void {
    this.#send(running, text)
    this.#release(running)
    this.#options.say({ of: running.id, ended: true })
    this.#next()
  }

  #more(id: number, chunks: number): void {
    const running = this.#running.get(id)
    if (running === undefined) return
    running.credit += chunks
    if (!running.waiting) return
    running.waiting = false
    this.#later(running)
  }

  #stop(id: number): void {
    const waiting = this.#queue.findIndex(asked => asked.id === id)
    if (waiting >= 0) this.#queue.splice(waiting, 1)
    const running = this.#running.get(id)
    if (running === undefined) return
    this.#release(running)
    this.#next()
  }

  #end(running: Running, error: unknown): void {
    this.#release(running)
    this.#options.say({ of: running.id, refused: refusalOf(error) })
    this.#next()
  }

  #release(running: Running): void {
    this.#running.delete(running.id)
    // A generator that is left early closes its statements, without which the transaction cannot end.
    running.pieces.return?.()
    if (running.db.inTransaction) running.db.exec('ROLLBACK')
    this.#free.push(running.db)
  }

  #close(): void {
    this.#queue.length = 0
    for (const running of [...this.#running.values()]) this.#release(running)
    for (const db of this.#free.splice(0)) db.close()
    this.#options.say({ closed: true })
  }
}

const timedOut = () => new FlowError('read_timed_out')
