import { byLine, type Panel, type ScaleEncoder } from './scale-encoder.ts'

export interface SpeakingOptions {
  panel: Panel
  encoder: ScaleEncoder
  settings: object
  /** A stream speaks each period, ms; null only answers. */
  period_ms: number | null
  send(bytes: Uint8Array): void
}

const RECEIVED_MAX = 256

/** The far end of the line of a scale: answers commands in turn, and speaks by itself when it streams. */
export class SpeakingDevice {
  readonly #options: SpeakingOptions
  #received = ''
  #stream: NodeJS.Timeout | null = null

  constructor(options: SpeakingOptions) {
    this.#options = options
  }

  start(): void {
    const { period_ms } = this.#options
    if (period_ms === null || this.#stream !== null) return
    this.#stream = setInterval(() => this.print(), period_ms)
  }

  /** Says what is shown, as when somebody presses the print key. */
  print(): void {
    const { encoder, panel, settings } = this.#options
    this.#say(encoder.load(panel.show(), settings))
  }

  receive(chunk: Uint8Array): void {
    const { encoder, panel, settings } = this.#options
    const cut = encoder.cut ?? byLine
    const { whole, rest } = cut(this.#received + Buffer.from(chunk).toString('latin1'), settings)
    this.#received = rest.slice(-RECEIVED_MAX)
    for (const command of whole) this.#say(encoder.answer(command, panel, settings))
  }

  stop(): void {
    if (this.#stream !== null) clearInterval(this.#stream)
    this.#stream = null
  }

  #say(text: string | null): void {
    if (text !== null) this.#options.send(Buffer.from(text, 'latin1'))
  }
}
