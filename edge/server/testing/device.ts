import type { DeviceConfig } from '@flowviz/contract/device'
import type { HealthMessage } from '@flowviz/contract/health'
import type { Measurement, MeasurementMessage } from '@flowviz/contract/measurement'

/** When the tests of one room take place. */
export const AT = '2026-11-23T05:00:00.000Z'

export const GATEWAY = { name: 'gateway-1', secret: 'a long secret of a machine' }

export const SCALE: DeviceConfig = {
  id: 'scale-1',
  name: 'Receiving scale',
  driver: 'mt-sics',
  location: 'receiving',
  identity: GATEWAY.name,
  transport: { kind: 'serial', path: '/dev/ttyUSB0', baud: 9600, format: '8N1' },
  poll_ms: 200,
  channels: [{ name: 'weight', unit: 'kg', limits: { hard_low: '-10', hard_high: '3000' } }],
}

export const PROBE = {
  id: 'probe-1',
  name: 'Cold room',
  driver: 'plain-json',
  location: 'cold-room',
  identity: 'probe-1',
  expected_s: 60,
  transport: { kind: 'mqtt-door', topic: 'cold-room/probe-1' },
  channels: [{ name: 'temperature', unit: 'Cel', path: 'temp', limits: { low: '0', high: '5' } }],
} as const satisfies DeviceConfig

/** A stable weight as a gateway would say it. */
export function weight(value: string, change: Partial<Measurement> = {}): Measurement {
  return {
    channel: 'weight',
    value,
    unit: 'kg',
    quality: 'good',
    reason: 'ok_stable',
    weight: { stable: true, basis: 'net' },
    raw: '5320532020202020202031322e3530206b670d0a',
    ...change,
  }
}

export function measured(seq: number, measurement: Measurement, measured_at: string): MeasurementMessage {
  return { v: 1, device_id: SCALE.id, boot_id: '0123456789abcdef', seq, measured_at, measurement }
}

const counters = {
  samples: 1,
  published: 1,
  suppressed: 0,
  dropped: 0,
  noise_bytes: 0,
  checksum_errors: 0,
  timeouts: 0,
  late_replies: 0,
  exceptions: 0,
  reconnects: 0,
  driver_crashes: 0,
}

/** A gateway's word that the scale was just read. */
export function healthy(change: Partial<HealthMessage> = {}): HealthMessage {
  const fine = { state: 'ok', reason: 'ok', detail: 'It answers.' } as const
  return { v: 1, device_id: SCALE.id, ...fine, last_sample_age_ms: 0, achieved_interval_ms: 200, counters, ...change }
}
