import { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { connect, type MqttClient } from 'mqtt'
import type { Logger } from 'pino'
import type { Backoff } from './backoff.ts'

export interface BrokerLinkOptions {
  url: string
  identity: string
  secret: string
  backoff: Backoff
  log: Logger
}

const CONNECT_MS = 5_000
const END_MS = 1_000

/**
 * The gateway's connection to the appliance's broker. Every connection is a new client: what the last one had not
 * acknowledged is sent again by its owner, in order and under the same number.
 */
export class BrokerLink {
  readonly #options: BrokerLinkOptions
  readonly #stopping = new AbortController()
  readonly #up = new Set<() => void>()
  #client: MqttClient | null = null
  #session = 0
  #topics: string[] = []
  #received: (topic: string, payload: Uint8Array) => void = () => undefined
  #running: Promise<void> = Promise.resolve()

  constructor(options: BrokerLinkOptions) {
    this.#options = options
  }

  /** Number of the present connection, 0 while there is none. */
  get session(): number {
    return this.#client === null ? 0 : this.#session
  }

  /** Calls back at each new connection. */
  onUp(listener: () => void): void {
    this.#up.add(listener)
  }

  /** Takes what is published to the subscribed topics; retained messages are not handed on. */
  onMessage(listener: (topic: string, payload: Uint8Array) => void): void {
    this.#received = listener
  }

  /** Subscribes to these topics, now and after each reconnect. */
  subscribe(topics: string[]): void {
    const dropped = this.#topics.filter(topic => !topics.includes(topic))
    this.#topics = topics
    if (dropped.length > 0) this.#client?.unsubscribe(dropped)
    this.#subscribeAll()
  }

  start(): void {
    this.#running = this.#keepConnected()
  }

  /**
   * Publishes on the present connection. True after the PUBACK (QoS 1) or when it was written (QoS 0); false when the
   * connection went before. Never rejects.
   */
  publish(topic: string, payload: string, qos: 0 | 1): Promise<boolean> {
    const client = this.#client
    if (client === null) return Promise.resolve(false)
    return new Promise(resolve => {
      const gone = () => resolve(false)
      client.once('close', gone)
      client.publish(topic, payload, { qos }, error => {
        client.off('close', gone)
        resolve(!error)
      })
    })
  }

  /** Says goodbye to the broker and stops; takes at most a second. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    this.#client?.end()
    await Promise.race([this.#running, wait(END_MS)])
    this.#client?.end(true)
  }

  async #keepConnected(): Promise<void> {
    const { backoff, log } = this.#options
    const { signal } = this.#stopping
    while (!signal.aborted) {
      const cause = await this.#connectOnce()
      if (signal.aborted) return
      const wait_ms = backoff.next()
      log.warn({ cause, wait_ms }, 'broker away')
      await wait(wait_ms, undefined, { signal }).catch(() => undefined)
    }
  }

  /** Connects and resolves, with the cause, when the connection is over. */
  #connectOnce(): Promise<string> {
    const { url, identity, secret, backoff, log } = this.#options
    const client = connect(url, {
      protocolVersion: 4,
      clientId: identity,
      username: identity,
      password: secret,
      clean: true,
      keepalive: 10,
      connectTimeout: CONNECT_MS,
      reconnectPeriod: 0,
      queueQoSZero: false,
      resubscribe: false,
    })
    // Every device may have a window of messages in flight, each listening for the end of the connection.
    client.setMaxListeners(0)
    let cause = 'connection closed'
    client.on('error', error => {
      cause = error.message
    })
    client.on('message', (topic, payload, packet) => {
      // A command is for now; one that the broker remembers was for then.
      if (!packet.retain) this.#received(topic, payload)
    })
    client.on('connect', () => {
      // Small messages one behind the other: Nagle would hold each back until the broker has confirmed the last, 40 ms.
      if (client.stream instanceof Socket) client.stream.setNoDelay(true)
      backoff.reset()
      this.#client = client
      this.#session += 1
      log.info({ url }, 'broker connected')
      this.#subscribeAll()
      for (const listener of this.#up) listener()
    })
    return new Promise(resolve => {
      client.once('close', () => {
        if (this.#client === client) this.#client = null
        client.end(true)
        resolve(cause)
      })
    })
  }

  #subscribeAll(): void {
    if (this.#client === null || this.#topics.length === 0) return
    this.#client.subscribe(this.#topics, { qos: 1 }, error => {
      if (error) this.#options.log.warn({ cause: error.message }, 'commands are not received')
    })
  }
}
