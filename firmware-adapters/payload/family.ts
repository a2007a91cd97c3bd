import type { Channel } from '@flowviz/contract/device'
import type { TSchema } from 'typebox'
import type { About } from '../about.ts'
import type { Told } from './told.ts'

/** One message as a broker handed it on. */
export interface Message {
  topic: string
  payload: Uint8Array
  /** The broker's memory of an earlier message: it may be hours old. */
  retained: boolean
  /** ms since 1970 */
  received_ms: number
}

/** A message to the sender, such as the request to tell everything anew. */
export interface Saying {
  topic: string
  payload: Uint8Array
}

/** What one message means for one device. */
export type Decoded =
  /** Values, or reasons why there are none. `key` names the message at its source, so that a repeat is known. */
  | { kind: 'told'; told: Told[]; key: string | null; say?: readonly Saying[] }
  /** What the sender, its gateway or its broker says of the connection; it says nothing about the sensor behind it. */
  | { kind: 'presence'; online: boolean }
  /** Of the family, and of no concern to this device. */
  | { kind: 'nothing'; say?: readonly Saying[] }
  /** Not of the family. */
  | { kind: 'noise'; cause: string }

export const NOTHING = { kind: 'nothing' } as const satisfies Decoded

/** One device as a family sees it: where it speaks, and what is wanted of it. */
export interface Subject<S = unknown> {
  /** `transport.topic` of devices.yaml: what this is of a device stands at each family. */
  topic: string
  settings: S
  channels: readonly Channel[]
}

/** Follows the messages of one device. Pure: the same messages give the same meanings; it never throws. */
export interface Decoder {
  hear(message: Message): Decoded
  /** What has become due by itself at this time (ms since 1970); called now and then. */
  due?(now_ms: number): Decoded
}

export interface Problem {
  path: string
  message: string
}

/** A convention by which devices publish over MQTT. */
export interface Family<S = unknown> {
  /** The id of its driver, too. */
  readonly id: string
  readonly about?: About
  /** Shape of `settings` in devices.yaml, with defaults. */
  readonly settings: TSchema
  /** What is wrong with a subject: where in the device it stands, such as `/transport/topic`, and a sentence. */
  problems(subject: Subject<S>): Problem[]
  /** The topic filters under which the device's messages come. */
  filters(subject: Subject<S>): string[]
  /** Filters of what else such a device publishes, of no concern to a plant. */
  beside(subject: Subject<S>): string[]
  /** Filters under which the device itself wants to hear; left out: it hears nothing. */
  hears?(subject: Subject<S>): string[]
  /** True for a topic on which only the presence of a device is told: its will may stand there. */
  isPresence(topic: string): boolean
  decoder(subject: Subject<S>): Decoder
}

/** Where a channel stands in the payload: its name, when nothing else is said. */
export const pathOf = ({ path, name }: Channel) => path ?? name

/** The channels whose path has not at least two keys: a sensor or component, and a quantity of it. */
export const withoutPath = (channels: readonly Channel[], example: string): Problem[] =>
  channels.flatMap((channel, at) =>
    pathOf(channel).split('.').length < 2
      ? [{ path: `/channels/${at}/path`, message: `${channel.name} needs a path of two keys, such as ${example}` }]
      : [],
  )

/** A topic that is not what the family takes for one. */
export const topicProblem = (message: string): Problem[] => [{ path: '/transport/topic', message }]
