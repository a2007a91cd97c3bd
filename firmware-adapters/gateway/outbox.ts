import type { BrokerLink } from './broker-link.ts'

interface Entry {
  channel: string
  text: string
  /** The connection that it was last written to. */
  session: number
  settle(delivered: boolean): void
}

export interface OutboxOptions {
  topic: string
  link: BrokerLink
  /** Messages that wait while the broker is away. */
  capacity: number
  /** Messages that may be on their way at once. */
  window: number
  dropped(channel: string): void
}

/**
 * What one device has to say to the broker, in order. A message stays until its PUBACK and is sent again, byte for
 * byte, on the next connection. When the broker stays away too long the oldest go: the newest is what counts.
 */
export class Outbox {
  readonly #options: OutboxOptions
  #entries: Entry[] = []

  constructor(options: OutboxOptions) {
    this.#options = options
    options.link.onUp(() => this.#pump())
  }

  /** True when everything that was added has been acknowledged (or dropped). */
  get empty(): boolean {
    return this.#entries.length === 0
  }

  /** Resolves true after the PUBACK, false when the message was dropped. */
  add(channel: string, text: string): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    if (this.#entries.length >= this.#options.capacity) this.#drop()
    this.#entries.push({ channel, text, session: 0, settle: resolve })
    this.#pump()
    return promise
  }

  #drop(): void {
    const { session } = this.#options.link
    const at = this.#entries.findIndex(entry => session === 0 || entry.session !== session)
    const [oldest] = this.#entries.splice(Math.max(at, 0), 1)
    oldest!.settle(false)
    this.#options.dropped(oldest!.channel)
  }

  #pump(): void {
    const { link, topic, window } = this.#options
    const { session } = link
    if (session === 0) return
    for (const entry of this.#entries.slice(0, window)) {
      if (entry.session === session) continue
      entry.session = session
      void link.publish(topic, entry.text, 1).then(acknowledged => {
        if (acknowledged) this.#done(entry)
      })
    }
  }

  #done(entry: Entry): void {
    const at = this.#entries.indexOf(entry)
    if (at < 0) return
    this.#entries.splice(at, 1)
    entry.settle(true)
    this.#pump()
  }
}
