import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { FlowError } from '@flowviz/contract/error'
import type { Steps } from './control.ts'

export interface TcpPlugOptions {
  /** Port on 127.0.0.1; 0 takes a free one. */
  port: number
  receive(chunk: Uint8Array): void
}

/** A pretended device behind a TCP port, as a serial server shows it: everybody who is connected hears it. */
export class TcpPlug {
  readonly #options: TcpPlugOptions
  readonly #sockets = new Set<Socket>()
  readonly #server: Server
  #port: number
  #silent = false

  constructor(options: TcpPlugOptions) {
    this.#options = options
    this.#port = options.port
    this.#server = createServer(socket => this.#join(socket))
  }

  readonly steps: Steps = {
    unplug: () => this.stop(),
    plug: () => this.put(),
    silent: silent => {
      this.#silent = silent
    },
  }

  get port(): number {
    return this.#port
  }

  /** @throws FlowError port_taken */
  async put(): Promise<void> {
    if (this.#server.listening) return
    await new Promise<void>((resolve, reject) => {
      const refused = (cause: Error) => reject(new FlowError('port_taken', `Port ${this.#port} is taken.`, { cause }))
      this.#server.once('error', refused)
      this.#server.listen(this.#port, '127.0.0.1', () => {
        this.#server.off('error', refused)
        resolve()
      })
    })
    this.#port = (this.#server.address() as AddressInfo).port
  }

  send(bytes: Uint8Array): void {
    if (this.#silent) return
    for (const socket of this.#sockets) if (socket.writable) socket.write(bytes)
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    if (this.#server.listening) await new Promise(resolve => this.#server.close(resolve))
  }

  #join(socket: Socket): void {
    this.#sockets.add(socket)
    socket.on('data', chunk => {
      if (!this.#silent) this.#options.receive(chunk)
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => this.#sockets.delete(socket))
  }
}
