import type { Closure } from './byte.ts'

/** One message of a broker that is not ours. It counts as delivered only when `accept` is called. */
export interface TopicMessage {
  topic: string
  payload: Uint8Array
  /** The broker's memory of an earlier message: it may be hours old. */
  retained: boolean
  /** The broker sends it again, because its acknowledgement did not arrive. */
  again: boolean
  accept(): void
}

/** Subscriptions of one device, acknowledged by hand: a message that was not accepted comes again after a reconnect. */
export interface TopicTransport {
  /** `transport.topic` of devices.yaml. */
  readonly topic: string
  /** Names of the messages that were taken, and when: outlives the connection, so that a repeat is known. */
  readonly taken: Map<string, number>
  /** Names of the messages that are on their way to the appliance; outlives the connection, too. */
  readonly pending: Set<string>
  read(): AsyncIterable<TopicMessage>
  /** Says something to the device, with QoS 0: nobody knows whether it arrives. */
  publish(topic: string, payload: Uint8Array): void
  /** The time, ms since 1970. */
  now(): number
  close(): Promise<void>
  readonly closed: Promise<Closure>
}
