import type { Channel } from '@flowviz/contract/device'
import type { CommandAnswer, DeviceAction } from '@flowviz/contract/health'
import type { Measurement } from '@flowviz/contract/measurement'
import type { TSchema } from 'typebox'
import type { About } from './about.ts'
import type { Problem, Subject } from './payload/family.ts'
import type { Measured } from './payload/listener.ts'
import type { Hearing } from './scale/hearing.ts'
import type { ByteTransport } from './transport/byte.ts'
import type { RegisterTransport } from './transport/register.ts'
import type { TopicTransport } from './transport/topic.ts'

/** What a driver can be connected to. */
export interface Links {
  bytes: ByteTransport
  registers: RegisterTransport
  topic: TopicTransport
}
export type LinkKind = keyof Links

/** Time, handed in: a driver has no clock of its own. */
export interface Pace {
  /** Resolves after `ms`, or at once when the signal aborts. */
  wait(ms: number, signal?: AbortSignal): Promise<void>
  /** The result of the work, or `late` when it takes longer than `ms`. */
  within<T, L>(ms: number, work: Promise<T>, late: L): Promise<T | L>
  /**
   * A tick each `interval_ms` without drift, the first at once; ticks missed while the reader was busy are skipped.
   * @param phase 0 to 1: the second tick comes after this part of an interval, so that many who started together do
   *   not stay together; 0 or left out: after a whole one
   */
  ticks(interval_ms: number, signal: AbortSignal, phase?: number): AsyncIterable<void>
}

/** What a driver has noticed beside its measurements; counted in the health of the device. */
export type Notice =
  | { kind: 'noise'; bytes: number }
  | { kind: 'checksum' | 'timeout' | 'late' | 'exception' | 'skipped'; count: number }
  | { kind: 'identified' | 'restarted'; detail: string }

/** What to read, how often, and to whom to tell the rest. */
export interface Task<Settings = unknown> {
  settings: Settings
  channels: readonly Channel[]
  poll_ms: number
  timeout_ms: number
  pace: Pace
  /** Where in its interval the device is polled (`Pace.ticks`); left out: it shares its line with nobody. */
  phase?: number
  notice(notice: Notice): void
}

/** How a device took a command; `measurements` are those that it answered with. */
export interface Outcome extends Pick<CommandAnswer, 'outcome' | 'reason' | 'detail'> {
  measurements?: Measurement[]
}

/** What a device is polled with when devices.yaml does not say. A `poll_ms` of null is a device that speaks by itself. */
export interface Defaults {
  poll_ms: number | null
  timeout_ms: number
  /** Silence on a shared line before each request to it, in ms. */
  gap_ms?: number
}

/** How channels fit what the settings name. */
export interface Fitting {
  /** The channels, with what is known of them beyond devices.yaml. */
  channels: Channel[]
  /** Paths within the device, such as `/settings/profile`, and what is wrong there. */
  problems: { path: string; message: string }[]
  /** The settings with what a file that they name said when it was read; left out: as they are. */
  settings?: object
}

/** What a driver wants of a broker. */
export interface Subscription {
  filters: string[]
  /** The Sparkplug host that the nodes are to see. */
  host_id?: string
}

/**
 * A driver turns one kind of device into measurements. It sees a transport and a task, and neither clock nor machine.
 * Drivers are listed in registry.ts and nowhere else.
 */
export interface Driver<L extends LinkKind = LinkKind, Settings = unknown> {
  readonly id: string
  readonly link: L
  /** What a person needs to know of it; each driver of the registry has it. */
  readonly about?: About
  /** How its devices are recognised by what they say; left out: they are not. */
  readonly hearing?: Hearing
  /** Shape of `settings` in devices.yaml, with defaults; also what a form is drawn from. */
  readonly settings: TSchema
  readonly defaults: Defaults
  /** Of a driver whose defaults depend on its settings; `defaults` otherwise. */
  defaultsOf?(settings: Settings): Defaults
  /** Of a driver whose abilities depend on its settings: those that the device has; otherwise all that the driver has. */
  actions?(settings: Settings): DeviceAction[]
  /** Of a driver whose settings name a description of the device: what it says of the channels. */
  fit?(settings: Settings, channels: readonly Channel[]): Fitting
  /** What is wrong with these channels for this driver, one sentence each. */
  check(channels: readonly Channel[]): string[]
  /** Of a driver over MQTT: what is wrong with its topic, settings and channels together. */
  problems?(subject: Subject<Settings>): Problem[]
  /** Of a driver over MQTT: what to subscribe to; `transport.topic` otherwise. */
  subscription?(subject: Subject<Settings>): Subscription
  /**
   * Measures until the signal aborts. A measurement is given only for a read that has just succeeded or for a fault that
   * the device has just reported. What is yielded counts as delivered when the reader asks for more.
   * @throws FlowError comm_timeout, comm_lost and the like, when the device has to be opened anew
   */
  measure(transport: Links[L], task: Task<Settings>, signal: AbortSignal): AsyncIterable<Measured[]>
}

type Act<L extends LinkKind, Settings> = (
  transport: Links[L],
  task: Task<Settings>,
  signal: AbortSignal,
) => Promise<Outcome>

/** Waits for a stable weight and gives it; changes nothing. */
export interface StableWeight<L extends LinkKind, Settings> {
  stableWeight: Act<L, Settings>
}
/** Makes the present load the tare. */
export interface Tare<L extends LinkKind, Settings> {
  tare: Act<L, Settings>
}
/** Forgets the tare. */
export interface ClearTare<L extends LinkKind, Settings> {
  clearTare: Act<L, Settings>
}
/** Makes the present load the zero. */
export interface Zero<L extends LinkKind, Settings> {
  zero: Act<L, Settings>
}

/** A driver as the gateway holds it: whichever link it needs, whichever abilities it has. */
export type AnyDriver = {
  // The gateway validates settings against the driver's own schema before it hands them over, so `never` is safe here.
  [L in LinkKind]: Driver<L, never> &
    Partial<StableWeight<L, never> & Tare<L, never> & ClearTare<L, never> & Zero<L, never>>
}[LinkKind]
