import type { DeviceConfig, DeviceView } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import type { Reading } from '@flowviz/contract/reading'
import { timestampOf } from '@flowviz/contract/time'
import type { DeviceBoard } from '../parts.ts'
import { captureWeight } from './capture.ts'
import { type Judged, judgeDevice, type SeenDevice, sampleAge } from './device-state.ts'

export interface LiveDeviceBoard extends DeviceBoard {
  /** Shows readings of an earlier run; they are no sign of life. */
  prime(readings: Reading[]): void
  /** Judges every device by the clock; gives those whose state or reason changed since the last look at them. */
  tick(): DeviceView[]
  /** Judges one device, as `tick` does; null when there is none. */
  look(deviceId: string): { view: DeviceView; changed: boolean } | null
}

type Shown = Judged & { since: string | null }

/**
 * What is known of every device right now. `now` (ms since 1970) only dates the changes; every age is measured on
 * `monotonic` (ms), which no clock setting can move.
 */
export function deviceBoard(options: {
  now: () => number
  monotonic: () => number
  /** True when the calibration of a device does not count any more; left out: of none. */
  overdue?: (deviceId: string) => boolean
}): LiveDeviceBoard {
  const { now, monotonic, overdue = () => false } = options
  let seen = new Map<string, SeenDevice>()
  const shown = new Map<string, Shown>()

  const viewOf = (device: SeenDevice): DeviceView => {
    const at = monotonic()
    const { config, latest, health } = device
    const judged = judgeDevice(device, at)
    const before = shown.get(config.id)
    return {
      id: config.id,
      name: config.name,
      driver: config.driver,
      location: config.location,
      transport: config.transport.kind,
      ...judged,
      since: before?.state === judged.state ? before.since : timestampOf(now()),
      last_sample_age_ms: sampleAge(device, at),
      achieved_interval_ms: health?.achieved_interval_ms ?? null,
      writes_allowed: config.writes_allowed ?? false,
      ...(health === null ? {} : { counters: health.counters }),
      ...(health?.figures === undefined ? {} : { figures: health.figures }),
      channels: config.channels,
      latest: [...latest.values()],
    }
  }
  const changed = (view: DeviceView): boolean => {
    const before = shown.get(view.id)
    const { state, reason, detail, since } = view
    shown.set(view.id, { state, reason, detail, since })
    return before?.state !== state || before.reason !== reason
  }
  return {
    configure(devices: DeviceConfig[]) {
      const before = seen
      const fresh = (config: DeviceConfig): SeenDevice => ({
        config,
        latest: new Map(),
        health: null,
        health_at: null,
        sample_at: null,
        configured_at: monotonic(),
      })
      seen = new Map(devices.map(config => [config.id, { ...(before.get(config.id) ?? fresh(config)), config }]))
      for (const id of shown.keys()) if (!seen.has(id)) shown.delete(id)
    },
    prime(readings) {
      for (const reading of readings) seen.get(reading.device_id)?.latest.set(reading.channel, reading)
    },
    applyReading(reading) {
      const device = seen.get(reading.device_id)
      if (device === undefined) return
      const before = device.latest.get(reading.channel)
      if (before !== undefined && before.seq > reading.seq) return
      device.latest.set(reading.channel, reading)
      // That a device is gone is the latest there is of it, and no sign of life.
      if (reading.reason !== 'comm_lost') device.sample_at = monotonic()
    },
    applyHealth(message) {
      const device = seen.get(message.device_id)
      if (device === undefined) return
      device.health = message
      device.health_at = monotonic()
    },
    views: () => [...seen.values()].map(viewOf),
    view(deviceId) {
      const device = seen.get(deviceId)
      return device === undefined ? null : viewOf(device)
    },
    capture(scaleId) {
      // A weight that stands is told once: it may be of the last good day.
      if (overdue(scaleId)) throw new FlowError('scale_refused', `The calibration of scale ${scaleId} is overdue.`)
      return captureWeight(seen.get(scaleId), scaleId, monotonic())
    },
    tick: () => [...seen.values()].map(viewOf).filter(changed),
    look(deviceId) {
      const device = seen.get(deviceId)
      if (device === undefined) return null
      const view = viewOf(device)
      return { view, changed: changed(view) }
    },
  }
}
