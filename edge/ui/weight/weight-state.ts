import type { BadReason } from '@flowviz/contract/quality'
import type { FeedStatus } from '@flowviz/contract/screen/live-feed'
import { computed, type ReadonlySignal, type Signal } from '@preact/signals'
import type { Clock } from '../clock/clock-state.ts'
import {
  channelKey,
  type Device,
  type DeviceStates,
  type HeardDevice,
  type HeardReading,
} from '../device/device-state.ts'
import { deviceDetail } from '../device/device-word.ts'
import { say } from './words.ts'

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

const FAULTS = {
  overload: ['overload', 'overload_next'],
  underload: ['underload', 'underload_next'],
  not_zeroed: ['not_zeroed', 'not_zeroed_next'],
  zero_error: ['zero_error', 'zero_error_next'],
  busy: ['busy', 'wait'],
  comm_timeout: ['no_answer', 'check_cable'],
  comm_lost: ['comm_lost', 'check_cable'],
  crc_error: ['crc_error', 'crc_error_next'],
} as const satisfies Partial<Record<BadReason, readonly [why: string, next: string]>>

/** What the card shows while the stream tells nothing of any scale; null when it does. */
function deafView(live: FeedStatus): WeightView | null {
  if (live === 'connecting') return { kind: 'none', why: say('connecting'), next: say('wait') }
  return live === 'lost' ? { kind: 'none', why: say('unreached'), next: say('check_wifi') } : null
}

/** What the card shows for one scale at one moment; pure, so that each case has its test. */
export function weightView(
  heard: { device: HeardDevice; reading: HeardReading | undefined },
  live: FeedStatus,
  tick: number,
): WeightView {
  const deaf = deafView(live)
  if (deaf !== null) return deaf
  const { device } = heard.device
  if (device.state !== 'ok')
    return {
      kind: 'none',
      why: say(SILENT[device.state] ?? 'silent'),
      next: deviceDetail(device) || say('check_cable'),
    }
  if (heard.reading === undefined) return { kind: 'none', why: say('nothing_yet'), next: say('wait') }
  const { reading } = heard.reading
  if (reading.value === null || reading.quality === 'bad') {
    const [why, next] = FAULTS[reading.reason as keyof typeof FAULTS] ?? ['gives_none', 'gives_none_next']
    return { kind: 'none', why: say(why), next: say(next) }
  }
  const age = evidenceAge({ device: heard.device, reading: heard.reading }, tick)
  if (age > FRESH_MS) return { kind: 'none', why: say('not_fresh'), next: say('not_fresh_next') }
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
  if (view.kind === 'none') return say('wait_or_hand', { why: view.why })
  if (view.stable === null) return say('no_stability')
  if (!view.stable) return say('wait_stable')
  return Number(view.value) > 0 ? null : say('put_goods')
}

const SILENT: Partial<Record<Device['state'], 'no_answer' | 'quiet' | 'connecting_scale' | 'switched_off'>> = {
  faulted: 'no_answer',
  late: 'quiet',
  connecting: 'connecting_scale',
  stopped: 'switched_off',
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
      return deafView(live.value) ?? { kind: 'none', why: say('none_set_up'), next: say('by_hand_next') }
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
