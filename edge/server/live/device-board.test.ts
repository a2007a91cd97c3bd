import type { Reading } from '@flowviz/contract/reading'
import { expect, test } from 'vitest'
import { healthy, PROBE, SCALE } from '../testing/device.ts'
import { deviceBoard } from './device-board.ts'

function board() {
  let at = 0
  const made = deviceBoard({ now: () => at, monotonic: () => at })
  made.configure([SCALE, PROBE])
  const pass = (ms: number) => {
    at += ms
  }
  const state = (id: string) => {
    const { state, reason } = made.view(id)!
    return `${state}/${reason}`
  }
  return { board: made, pass, state }
}

const sample = (seq: number, value: string): Reading => ({
  seq,
  device_id: PROBE.id,
  channel: 'temperature',
  value,
  unit: 'Cel',
  quality: 'good',
  reason: 'ok',
  verdict: 'within',
  measured_at: '2026-11-23T05:00:00.000Z',
  received_at: '2026-11-23T05:00:00.000Z',
  source: String(seq),
})

test('a gateway that falls silent makes its devices late, whatever they said last', () => {
  const { board: at, pass, state } = board()
  expect(state(SCALE.id)).toBe('connecting/waiting')
  at.applyHealth(healthy())
  expect(state(SCALE.id)).toBe('ok/ok')
  pass(3_000)
  at.applyHealth(healthy())
  pass(3_001)
  expect(state(SCALE.id)).toBe('late/gateway_silent')
  at.applyHealth(healthy())
  expect(state(SCALE.id)).toBe('ok/ok')
})

test('a device whose samples stop is late although its gateway speaks', () => {
  const { board: at, state } = board()
  at.applyHealth(healthy({ last_sample_age_ms: 1_001 }))
  expect(state(SCALE.id)).toBe('late/no_sample')
})

test('what the gateway says of a device is shown, and the age of its sample goes on by itself', () => {
  const { board: at, pass, state } = board()
  at.applyHealth(healthy({ state: 'faulted', reason: 'port_missing', last_sample_age_ms: 500 }))
  pass(250)
  expect(state(SCALE.id)).toBe('faulted/port_missing')
  expect(at.view(SCALE.id)!.last_sample_age_ms).toBe(750)
})

test('a sensor at the door is late when it says nothing for longer than expected', () => {
  const { board: at, pass, state } = board()
  expect(state(PROBE.id)).toBe('connecting/waiting')
  at.applyReading(sample(1, '4.0'))
  pass(60_000)
  expect(state(PROBE.id)).toBe('ok/ok')
  pass(1)
  expect(state(PROBE.id)).toBe('late/no_sample')
})

test('the word of a broker that a sensor is gone is no sign of life of it', () => {
  const { board: at, pass, state } = board()
  at.applyReading(sample(1, '4.0'))
  pass(60_000)
  at.applyReading({ ...sample(2, '4.0'), value: null, quality: 'bad', reason: 'comm_lost' })
  pass(1)
  expect(state(PROBE.id)).toBe('late/no_sample')
  expect(at.view(PROBE.id)!.latest).toMatchObject([{ reason: 'comm_lost' }])
})

test('of two readings that cross on their way the later number stays', () => {
  const { board: at } = board()
  at.applyReading(sample(2, '4.2'))
  at.applyReading(sample(1, '4.1'))
  expect(at.view(PROBE.id)!.latest.map(({ value }) => value)).toEqual(['4.2'])
})

test('each tick gives the devices that changed, and nothing when none did', () => {
  const { board: at, pass } = board()
  expect(at.tick()).toHaveLength(2)
  expect(at.tick()).toEqual([])
  at.applyHealth(healthy())
  expect(at.tick().map(({ id, state }) => [id, state])).toEqual([[SCALE.id, 'ok']])
  pass(3_001)
  expect(at.tick().map(({ id, since }) => [id, since])).toEqual([[SCALE.id, '1970-01-01T00:00:03.001Z']])
})

test('a device file that is read again keeps what is known of the devices that stay', () => {
  const { board: at, state } = board()
  at.applyHealth(healthy())
  at.configure([{ ...SCALE, name: 'Dispatch scale' }])
  expect(at.views().map(({ name }) => name)).toEqual(['Dispatch scale'])
  expect(state(SCALE.id)).toBe('ok/ok')
  at.configure([{ ...SCALE, enabled: false }])
  expect(state(SCALE.id)).toBe('stopped/disabled')
})

test('a battery sensor with an interval of an hour does not alarm at ten minutes, and one without an interval never does', () => {
  const { board: at, pass, state } = board()
  const { expected_s: _, ...unexpected } = PROBE
  at.configure([{ ...PROBE, expected_s: 3_600 }])
  at.applyReading(sample(1, '4.0'))
  pass(600_000)
  expect([state(PROBE.id), at.tick().length]).toEqual(['ok/ok', 1])
  pass(3_000_000)
  expect([state(PROBE.id), at.tick().length]).toEqual(['ok/ok', 0])
  pass(1)
  expect(state(PROBE.id)).toBe('late/no_sample')
  at.applyReading(sample(2, '4.0'))
  expect(state(PROBE.id)).toBe('ok/ok')
  at.configure([unexpected])
  pass(86_400_000)
  expect(state(PROBE.id)).toBe('not_monitored/no_interval')
})

test('what the gateway counts of a device is shown with it, and what is configured anew is seen at once', () => {
  const { board: at } = board()
  expect(at.view(SCALE.id)).not.toHaveProperty('counters')
  const figures = { configured_interval_ms: 200, rtt_p50_ms: 12, rtt_p95_ms: 30, bus_busy_percent: null }
  at.applyHealth(healthy({ figures }))
  expect(at.view(SCALE.id)).toMatchObject({ counters: { samples: 1 }, figures, achieved_interval_ms: 200 })
  const limits = { high: '4', warn_high: '3' }
  at.configure([{ ...SCALE, channels: [{ name: 'weight', unit: 'kg', limits }] }])
  expect(at.view(SCALE.id)!.channels).toMatchObject([{ limits }])
})
