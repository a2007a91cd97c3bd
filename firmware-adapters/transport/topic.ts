import type { Closure } from './byte.ts'

/** One message of a broker that is not ours. It counts as delivered only when `accept` is called. */
export interface TopicMessage {
  topic: string
  payload: Uint8Array
  /** The broker's memory of an earlier message: it may be hours old. */
  retained: boolean
  accept(): void
}

/** A subscription to one topic, acknowledged by hand: a message that was not accepted comes again after a reconnect. */
export interface TopicTransport {
  read(): AsyncIterable<TopicMessage>
  close(): Promise<void>
  readonly closed: Promise<Closure>
}
