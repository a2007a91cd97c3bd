import type { Tone } from '@flowviz/contract/screen/mark'
import { deviceMark } from '@flowviz/contract/screen/mark'
import { channelKey, type Device, type DeviceStates, type HeardReading } from '../device/device-state.ts'

type Reading = HeardReading['reading']

/** A temperature or a humidity as it is now: the start of a station counts those that are wrong, cards say how. */
export interface ClimateNow {
  key: string
  device: Device
  channel: Device['channels'][number]
  reading: Reading | null
  /** Null when there is no value that stands now. */
  value: string | null
  /** The device itself is in order, so its last value counts. */
  standing: boolean
  tone: Tone
}

const CLIMATE: ReadonlySet<string> = new Set(['Cel', '[degF]', '%'])

const VERDICT_TONES: Record<Reading['verdict'], Tone> = { within: 'ok', low: 'alarm', high: 'alarm', unjudged: 'stale' }

export function climateNow({ devices, readings }: Pick<DeviceStates, 'devices' | 'readings'>): ClimateNow[] {
  return [...devices.value.values()].flatMap(({ device }) =>
    device.channels
      .filter(channel => CLIMATE.has(channel.unit))
      .map(channel => {
        const key = channelKey(device.id, channel.name)
        const reading = readings.value.get(key)?.reading ?? null
        const standing = device.state === 'ok' || device.state === 'not_monitored'
        const value = standing ? (reading?.value ?? null) : null
        return { key, device, channel, reading, value, standing, tone: toneOf({ device, reading, value, standing }) }
      }),
  )
}

/** Outside its limits a value is an alarm, however doubtful it is. */
function toneOf({ device, reading, value, standing }: Omit<ClimateNow, 'key' | 'channel' | 'tone'>): Tone {
  if (!standing) return deviceMark(device.state).tone
  if (value === null || reading === null) return 'stale'
  const tone = VERDICT_TONES[reading.verdict]
  return tone !== 'alarm' && reading.quality === 'uncertain' ? 'warn' : tone
}
