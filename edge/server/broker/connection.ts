import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { packetGuard } from './packet-guard.ts'

/** The bytes of one client, cut off when a packet is too large. Back-pressure passes through in both directions. */
export class Connection extends Duplex {
  readonly address: string
  readonly #socket: Socket

  constructor(socket: Socket, onOversize: () => void) {
    super({ highWaterMark: 65_536 })
    this.#socket = socket
    this.address = socket.remoteAddress ?? 'unknown'
    const admit = packetGuard()
    socket.on('data', chunk => {
      if (!admit(chunk)) {
        onOversize()
        this.destroy()
      } else if (!this.push(chunk)) socket.pause()
    })
    socket.on('end', () => this.push(null))
    socket.on('error', error => this.destroy(error))
    socket.on('close', () => this.destroy())
  }

  override _read(): void {
    this.#socket.resume()
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    if (this.#socket.write(chunk)) done()
    else this.#socket.once('drain', done)
  }

  /** The acknowledgements of a batch leave in one write. */
  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    const joined = Buffer.concat(chunks.map(({ chunk }) => chunk))
    if (this.#socket.write(joined)) done()
    else this.#socket.once('drain', done)
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#socket.end(done)
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#socket.destroy()
    done(error)
  }
}
