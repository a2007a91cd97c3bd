import type { Steps } from './control.ts'
import { openPty, type PtyLine } from './pty-line.ts'

export interface PlugOptions {
  link: string
  random: () => number
  receive(chunk: Uint8Array): void
  /** Called when the line is there again. */
  plugged(): void
}

const GARBAGE_EVERY_MS = 20
const GARBAGE_BYTES = 24

/** A pretended serial line that can be pulled, put in again, muted and filled with garbage. */
export class Plug {
  readonly #options: PlugOptions
  #line: PtyLine | null = null
  #garbage: NodeJS.Timeout | null = null
  #silent = false

  constructor(options: PlugOptions) {
    this.#options = options
  }

  /** The steps of the control door that concern the line. */
  readonly steps: Steps = {
    unplug: () => this.pull(),
    plug: () => this.put(),
    silent: silent => {
      this.#silent = silent
    },
    garbage: running => this.#setGarbage(running),
  }

  async put(): Promise<void> {
    if (this.#line !== null) return
    this.#line = await openPty(this.#options.link)
    this.#line.onBytes(chunk => {
      if (!this.#silent) this.#options.receive(chunk)
    })
    this.#options.plugged()
  }

  async pull(): Promise<void> {
    const line = this.#line
    this.#line = null
    await line?.destroy()
  }

  send(bytes: Uint8Array): void {
    if (!this.#silent) this.#line?.write(bytes)
  }

  async stop(): Promise<void> {
    this.#setGarbage(false)
    await this.pull()
  }

  #setGarbage(running: boolean): void {
    if (this.#garbage !== null) clearInterval(this.#garbage)
    this.#garbage = running ? setInterval(() => this.#sendGarbage(), GARBAGE_EVERY_MS) : null
  }

  #sendGarbage(): void {
    const { random } = this.#options
    this.#line?.write(Uint8Array.from({ length: GARBAGE_BYTES }, () => Math.floor(random() * 256)))
  }
}
