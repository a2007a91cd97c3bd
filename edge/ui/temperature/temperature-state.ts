import type { Limits } from '@flowviz/contract/limit'
import { unitText } from '@flowviz/contract/screen/format'
import type { Mark } from '@flowviz/contract/screen/mark'
import { computed, type ReadonlySignal } from '@preact/signals'
import type { DeviceStates } from '../device/device-state.ts'
import { deviceDetail } from '../device/device-word.ts'
import { type ClimateNow, climateNow } from './climate.ts'
import { say } from './words.ts'

/** One measuring point of the climate, as its card shows it. */
export interface TemperaturePoint {
  key: string
  name: string
  location: string
  channel: string
  /** Null when there is no value that stands now. */
  value: string | null
  unit: string
  mark: Mark
  /** Why there is no value and what to do, or empty. */
  detail: string
  limits: Limits | null
  received_at: string | null
  /** True for what was heard before and may be another now. */
  kept?: boolean
}

const DOUBTS = [
  'calibration_overdue',
  'range_warning',
  'rate_of_change',
  'clock_suspect',
  'retained',
  'historical',
  'unstable',
] as const

/** Every temperature and humidity of the plant, temperatures first; an alarm keeps its place, so that a person finds it again. */
export function createTemperatureState(states: DeviceStates): ReadonlySignal<TemperaturePoint[]> {
  return computed(() =>
    climateNow(states)
      .map(pointOf)
      .sort((a, b) => Number(a.unit === '%') - Number(b.unit === '%') || a.name.localeCompare(b.name)),
  )
}

function pointOf(now: ClimateNow): TemperaturePoint {
  const { key, device, channel, reading, value, tone } = now
  return {
    key,
    name: device.name,
    location: device.location,
    channel: channel.name,
    value,
    unit: unitText(channel.unit),
    mark: { tone, word: wordOf(now) },
    detail: detailOf(now),
    limits: channel.limits ?? null,
    received_at: reading?.received_at ?? null,
  }
}

/** A device that is in order says of itself only that. */
function detailOf({ device, reading, value, standing }: ClimateNow): string {
  if (!standing) return deviceDetail(device)
  return value === null && reading !== null ? say('no_value_next') : ''
}

function wordOf({ device, reading, value, standing, tone }: ClimateNow): string {
  if (!standing) return say(`device_${device.state}`)
  if (value === null || reading === null) return say('no_value')
  if (tone === 'alarm' || reading.quality !== 'uncertain') return say(reading.verdict)
  const doubt = DOUBTS.find(known => known === reading.reason)
  return doubt === undefined ? say('doubt') : say(`doubt_${doubt}`)
}
