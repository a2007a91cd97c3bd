import type { Limits } from '@flowviz/contract/limit'
import { unitText } from '@flowviz/contract/screen/format'
import { deviceMark, type Mark, type Tone } from '@flowviz/contract/screen/mark'
import { computed, type ReadonlySignal } from '@preact/signals'
import { channelKey, type DeviceStates, type HeardReading } from '../device/device-state.ts'
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

const CLIMATE = new Set(['Cel', '[degF]', '%'])

const VERDICT_TONES: Record<HeardReading['reading']['verdict'], Tone> = {
  within: 'ok',
  low: 'alarm',
  high: 'alarm',
  unjudged: 'stale',
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
    [...states.devices.value.values()]
      .sort((a, b) => a.device.name.localeCompare(b.device.name))
      .flatMap(({ device }) =>
        device.channels
          .filter(channel => CLIMATE.has(channel.unit))
          .map(channel => {
            const heard = states.readings.value.get(channelKey(device.id, channel.name))
            const standing = device.state === 'ok' || device.state === 'not_monitored'
            const value = standing ? (heard?.reading.value ?? null) : null
            return {
              key: channelKey(device.id, channel.name),
              name: device.name,
              location: device.location,
              channel: channel.name,
              value,
              unit: unitText(channel.unit),
              mark: value === null || heard === undefined ? noValue(standing, device.state) : valueMark(heard.reading),
              detail: value === null ? device.detail : '',
              limits: channel.limits ?? null,
              received_at: heard?.reading.received_at ?? null,
            }
          }),
      )
      // The sort is stable: within a unit the order of the names stays.
      .sort((a, b) => Number(a.unit === '%') - Number(b.unit === '%')),
  )
}

/** Outside its limits a value is an alarm, however doubtful it is. */
function valueMark({ verdict, quality, reason }: HeardReading['reading']): Mark {
  const tone = VERDICT_TONES[verdict]
  if (tone === 'alarm' || quality !== 'uncertain') return { tone, word: say(verdict) }
  const doubt = DOUBTS.find(known => known === reason)
  return { tone: 'warn', word: doubt === undefined ? say('doubt') : say(`doubt_${doubt}`) }
}

function noValue(standing: boolean, state: Parameters<typeof deviceMark>[0]): Mark {
  if (standing) return { tone: 'stale', word: say('no_value') }
  return { tone: deviceMark(state).tone, word: say(`device_${state}`) }
}
