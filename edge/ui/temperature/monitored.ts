import type { MonitorStatus } from '@flowviz/contract/monitor-status'
import { unitText } from '@flowviz/contract/screen/format'
import type { Tone } from '@flowviz/contract/screen/mark'
import { channelKey } from '../device/device-state.ts'
import type { TemperaturePoint } from './temperature-state.ts'
import { say } from './words.ts'

/** A measuring point with the monitor that watches it; null where none does. */
export interface ShownPoint {
  point: TemperaturePoint
  monitor: MonitorStatus | null
}

export const STATE_TONES: Readonly<Record<MonitorStatus['state'], Tone>> = {
  inside: 'ok',
  outside: 'warn',
  confirmed: 'alarm',
  silent: 'stale',
}

/**
 * All points to be shown: those that are heard live, and those that this tablet only remembers by their monitor, as they
 * were. Pure.
 */
export function shownPoints(points: readonly TemperaturePoint[], monitors: readonly MonitorStatus[]): ShownPoint[] {
  const byKey = new Map(monitors.map(monitor => [channelKey(monitor.device_id, monitor.channel), monitor]))
  const live = points.map(point => ({ point, monitor: byKey.get(point.key) ?? null }))
  const heard = new Set(points.map(({ key }) => key))
  const kept = monitors
    .filter(({ device_id, channel }) => !heard.has(channelKey(device_id, channel)))
    .map(monitor => ({ point: keptPoint(monitor), monitor }))
  return [...live, ...kept]
}

/** A point that nothing is heard of now: its last value, marked as such. */
export function keptPoint(monitor: MonitorStatus): TemperaturePoint {
  const { device_id, channel, title, location_id, value, unit, received_at } = monitor
  return {
    key: channelKey(device_id, channel),
    name: title,
    location: location_id,
    channel,
    value,
    unit: unitText(unit),
    mark: { tone: 'stale', word: say(value === null ? 'no_value' : 'as_kept') },
    detail: '',
    limits: limitsOf(monitor),
    received_at,
    kept: true,
  }
}

export const limitsOf = ({ low, high }: Pick<MonitorStatus, 'low' | 'high'>): { low?: string; high?: string } => ({
  ...(low === null ? {} : { low }),
  ...(high === null ? {} : { high }),
})

/** A point as it was when the appliance was last heard: a room may have warmed up since, so it is no good one. */
export const asHeard = (point: TemperaturePoint, isLive: boolean): TemperaturePoint =>
  isLive
    ? point
    : { ...point, kept: true, mark: { tone: 'stale', word: say(point.value === null ? 'no_value' : 'as_kept') } }
