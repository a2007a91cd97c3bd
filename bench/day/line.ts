import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { answerIn } from '../load/answer.ts'

/** An answer: its status and its body. A connection that broke gives status 0 for all that waited on it. */
export type Heard = (status: number, body: Buffer) => void

const NOTHING = Buffer.alloc(0)

/**
 * A keep-alive connection. A request is written at once, also while others wait for their answers (HTTP/1.1 answers in
 * order), so a slow answer never keeps the next request from being sent.
 */
export class Line {
  readonly #socket: Socket
  readonly #waiting: Heard[] = []
  #rest: Buffer = NOTHING
  #first = 0

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', chunk => this.#hear(chunk))
    socket.on('error', () => undefined)
    socket.on('close', () => this.#lose())
  }

  static async open(port: number): Promise<Line> {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true })
    await once(socket, 'connect')
    return new Line(socket)
  }

  send(request: string, heard: Heard): void {
    if (this.#socket.destroyed) {
      heard(0, NOTHING)
      return
    }
    this.#waiting.push(heard)
    this.#socket.write(request, 'latin1')
  }

  close(): void {
    this.#socket.destroy()
  }

  #hear(chunk: Buffer): void {
    let bytes: Buffer = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    try {
      for (let answer = answerIn(bytes); answer !== null; answer = answerIn(bytes)) {
        const heard = this.#waiting[this.#first++]
        if (heard === undefined) throw new Error('an answer that nobody asked for')
        heard(answer.status, bytes.subarray(answer.bodyAt, answer.length))
        bytes = bytes.subarray(answer.length)
      }
    } catch (error) {
      this.#socket.destroy(error as Error)
    }
    this.#rest = bytes
    // The queue is cut now and then only: shifting it for each answer would cost more than the answer.
    if (this.#first < 256 && this.#first < this.#waiting.length) return
    this.#waiting.splice(0, this.#first)
    this.#first = 0
  }

  #lose(): void {
    for (const heard of this.#waiting.splice(0).slice(this.#first)) heard(0, NOTHING)
    this.#first = 0
  }
}
