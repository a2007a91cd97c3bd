import type { BadReason } from '@flowviz/contract/quality'
import type { FeedStatus } from '@flowviz/contract/screen/live-feed'
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Clock } from '../clock/clock-state.ts'
import {
  channelKey,
  type Device,
  type DeviceStates,
  type HeardDevice,
  type HeardReading,
} from '../device/device-state.ts'

/** What the weight card shows: a live number, or why there is none and what to do. */
export type WeightView =
  | { kind: 'live'; value: string; unit: string; stable: boolean | null; basis: string; age_ms: number }
  | { kind: 'none'; why: string; next: string }

export interface WeightState {
  scales: ReadonlySignal<Device[]>
  /** The scale this station weighs on; null while the plant has none. */
  scale: ReadonlySignal<Device | null>
  choose: (id: string) => void
  view: ReadonlySignal<WeightView>
  /** Why the server would not take this weight now; null when it would. */
  problem: ReadonlySignal<string | null>
}

export interface WeightParts {
  clock: Clock
  devices: DeviceStates
  live: ReadonlySignal<FeedStatus>
  /** The scale that was chosen here before. */
  remembered: Signal<string | null>
}

/**
 * A number on the screen is never older than this, the bound by which the server captures, too. A pulled cable or a
 * silent scale is told sooner, by the gateway, which speaks twice a second; this is for one that tells nothing.
 */
export const FRESH_MS = 1_200

/** The channel that makes a device a scale, as the server captures it. */
export const WEIGHT_CHANNEL = 'weight'

const FAULTS: Partial<Record<BadReason, { why: string; next: string }>> = {
  overload: { why: 'Too much weight on the scale.', next: 'Take load off the scale.' },
  underload: { why: 'The scale reads below its range.', next: 'Put the pan back on, or set the scale to zero.' },
  not_zeroed: { why: 'The scale has no zero point yet.', next: 'Empty the scale and set it to zero.' },
  zero_error: { why: 'The scale could not be set to zero.', next: 'Empty and clean the scale, then set it to zero.' },
  busy: { why: 'The scale is busy.', next: 'Wait a moment.' },
  comm_timeout: { why: 'The scale does not answer.', next: 'Check its cable and its power.' },
  comm_lost: { why: 'The scale is not connected.', next: 'Check its cable and its power.' },
  crc_error: { why: 'What the scale sends arrives damaged.', next: 'Check the cable and its plugs.' },
}

/** What the card shows for one scale at one moment; pure, so that each case has its test. */
export function weightView(
  heard: { device: HeardDevice; reading: HeardReading | undefined },
  live: FeedStatus,
  tick: number,
): WeightView {
  if (live === 'connecting') return { kind: 'none', why: 'Connecting to the server.', next: 'Wait a moment.' }
  if (live === 'lost')
    return { kind: 'none', why: 'No live weight: the server is not reached.', next: 'Check the Wi-Fi of this screen.' }
  const { device } = heard.device
  const words = heard.device.device.detail
  if (device.state !== 'ok')
    return {
      kind: 'none',
      why: SILENT[device.state] ?? 'The scale is silent.',
      next: words || 'Check its cable and its power.',
    }
  if (heard.reading === undefined)
    return { kind: 'none', why: 'The scale has sent nothing yet.', next: 'Wait a moment.' }
  const { reading } = heard.reading
  if (reading.value === null || reading.quality === 'bad') {
    const fault = FAULTS[reading.reason as BadReason]
    return { kind: 'none', why: fault?.why ?? 'The scale gives no weight.', next: fault?.next ?? words }
  }
  const age = evidenceAge({ device: heard.device, reading: heard.reading }, tick)
  if (age > FRESH_MS)
    return {
      kind: 'none',
      why: 'The weight is not fresh.',
      next: 'The scale has not reported for a moment; check its cable.',
    }
  return {
    kind: 'live',
    value: reading.value,
    unit: reading.unit ?? '',
    stable: reading.weight?.stable ?? null,
    basis: reading.weight?.basis ?? 'unknown',
    age_ms: age,
  }
}

/** Why the weight that is shown cannot be taken for a lot now, and what to do; null when it can. */
export function captureProblem(view: WeightView): string | null {
  if (view.kind === 'none') return `${view.why} Wait, or weigh by hand.`
  if (view.stable === null) return 'This scale does not say when it is stable. Weigh by hand.'
  if (!view.stable) return 'Wait until the scale is stable.'
  return Number(view.value) > 0 ? null : 'Put the goods on the scale.'
}

const SILENT: Partial<Record<Device['state'], string>> = {
  faulted: 'The scale does not answer.',
  late: 'The scale has gone quiet.',
  connecting: 'Connecting to the scale.',
  stopped: 'The scale is switched off in the configuration.',
}

/** Since when the number is known to be true: when it was measured, or a later word of the gateway that it still stands. */
function evidenceAge({ device, reading }: { device: HeardDevice; reading: HeardReading }, tick: number): number {
  const confirmed = device.heardAt - (device.device.last_sample_age_ms ?? Number.POSITIVE_INFINITY)
  // What waited in the gateway while the appliance was away arrives now and is old all the same.
  const { received_at, measured_at } = reading.reading
  const waited = Math.max(0, Date.parse(received_at) - Date.parse(measured_at))
  return Math.max(0, tick - Math.max(reading.heardAt - waited, confirmed))
}

export function createWeightState(parts: WeightParts): WeightState {
  const { devices, clock, live, remembered } = parts
  const scales = computed(() =>
    [...devices.devices.value.values()]
      .map(heard => heard.device)
      .filter(device => device.channels.some(({ name }) => name === WEIGHT_CHANNEL)),
  )
  const scale = computed(() => scales.value.find(one => one.id === remembered.value) ?? scales.value[0] ?? null)
  const view = computed<WeightView>(() => {
    const chosen = scale.value
    const device = chosen === null ? undefined : devices.devices.value.get(chosen.id)
    if (chosen === null || device === undefined)
      return { kind: 'none', why: 'No scale is set up in this plant.', next: 'Enter the weight by hand with a reason.' }
    const reading = devices.readings.value.get(channelKey(chosen.id, WEIGHT_CHANNEL))
    return weightView({ device, reading }, live.value, clock.tick.value)
  })
  return {
    scales,
    scale,
    choose: id => {
      remembered.value = id
    },
    view,
    problem: computed(() => captureProblem(view.value)),
  }
}

/** A signal that survives a reload of the page. */
export function rememberedSignal(storage: Pick<Storage, 'getItem' | 'setItem'>, key: string): Signal<string | null> {
  const kept = signal<string | null>(storage.getItem(key))
  kept.subscribe(value => {
    if (value !== null) storage.setItem(key, value)
  })
  return kept
}
