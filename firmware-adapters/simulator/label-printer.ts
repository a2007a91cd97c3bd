import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'

const bit = (value: boolean) => (value ? '1' : '0')

export interface LabelPrinterOptions {
  /** Between two labels. */
  copy_ms?: number
  /** Labels and formats of which it remembers the last so many; left out: all. */
  kept_max?: number
}

/**
 * A pretended label printer on a real TCP port: reads ZPL, answers `~HS`, and lets labels come out one by one. What has
 * come out stays in `out`. A test or the control door opens its head, takes its paper or cuts its line.
 */
export class LabelPrinter {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  readonly #waiting: { zpl: string; copies: number }[] = []
  #heard = ''
  #timer: NodeJS.Timeout | null = null
  #remaining = 0
  #current = ''
  /** Labels that came out, each copy by itself. */
  readonly out: string[] = []
  /** Formats as they were received. */
  readonly formats: string[] = []
  paper = Number.POSITIVE_INFINITY
  head_open = false
  paused = false
  silent = false
  copy_ms: number
  /** Ends the connection when so many formats have been received: 'lost' forgets what was received. */
  cut: { after_formats: number; lost: boolean } | null = null
  connections = 0

  readonly #kept_max: number

  constructor({ copy_ms = 1, kept_max = Number.POSITIVE_INFINITY }: LabelPrinterOptions = {}) {
    this.copy_ms = copy_ms
    this.#kept_max = kept_max
    this.#server = createServer(socket => this.#serve(socket))
  }

  /** Connections that are open now. */
  get connected(): number {
    return this.#sockets.size
  }

  async listen(port = 0): Promise<number> {
    this.#server.listen(port, '127.0.0.1')
    await once(this.#server, 'listening')
    return (this.#server.address() as { port: number }).port
  }

  /** Pulls its cable out; what it holds comes out all the same. */
  async unplug(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    if (this.#server.listening) await new Promise<void>(resolve => this.#server.close(() => resolve()))
  }

  /** Switches it off: what it holds is gone. */
  async switchOff(): Promise<void> {
    this.#waiting.length = 0
    this.#remaining = 0
    await this.unplug()
  }

  async close(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    await this.unplug()
  }

  #keep(list: string[], zpl: string): void {
    list.push(zpl)
    if (list.length > this.#kept_max) list.shift()
  }

  #serve(socket: Socket): void {
    this.connections += 1
    this.#heard = ''
    this.#sockets.add(socket)
    socket.once('close', () => this.#sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    socket.on('data', bytes => {
      this.#heard += bytes.toString('utf8')
      this.#read(socket)
    })
  }

  #read(socket: Socket): void {
    for (;;) {
      const found = /~HS|\^XA[\s\S]*?\^XZ/.exec(this.#heard)
      if (found === null) return
      this.#heard = this.#heard.slice(found.index + found[0].length)
      if (found[0] === '~HS') {
        if (!this.silent) socket.write(this.#status())
      } else this.#take(found[0], socket)
    }
  }

  #take(zpl: string, socket: Socket): void {
    this.#keep(this.formats, zpl)
    const cut = this.cut !== null && this.formats.length >= this.cut.after_formats ? this.cut : null
    if (cut !== null) this.cut = null
    if (cut?.lost !== true) this.#waiting.push({ zpl, copies: Number(/\^PQ(\d+)/.exec(zpl)?.[1] ?? 1) })
    if (cut !== null) socket.destroy()
    this.#go()
  }

  #go(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.#step()
      if (this.#remaining > 0 || this.#waiting.length > 0) this.#go()
    }, this.copy_ms)
  }

  #step(): void {
    if (this.head_open || this.paused || this.paper <= 0) return
    if (this.#remaining === 0) {
      const next = this.#waiting.shift()
      if (next === undefined) return
      this.#current = next.zpl
      this.#remaining = next.copies
    }
    this.#keep(this.out, this.#current)
    this.paper -= 1
    this.#remaining -= 1
  }

  #status(): string {
    const formats = String(this.#waiting.length).padStart(3, '0')
    const remaining = String(this.#remaining).padStart(8, '0')
    return [
      `\x02030,${bit(this.paper <= 0)},${bit(this.paused)},1218,${formats},0,0,0,000,0,0,0\x03\r\n`,
      `\x02000,0,${bit(this.head_open)},0,1,2,4,0,${remaining},1,000\x03\r\n`,
      '\x021234,0\x03\r\n',
    ].join('')
  }
}
