import type { FlowError } from '@flowviz/contract/error'
import type { Reading } from '@flowviz/contract/reading'
import { expect, test } from 'vitest'
import { healthy, PROBE, SCALE, weight } from '../testing/device.ts'
import { deviceBoard } from './device-board.ts'

const AT = '2026-11-23T05:00:00.000Z'
const reading = (change: Partial<Reading> = {}): Reading => ({
  seq: 1,
  device_id: SCALE.id,
  ...weight('12.50'),
  verdict: 'within',
  measured_at: AT,
  received_at: AT,
  source: 'boot:1',
  ...change,
})

function board() {
  let at = 0
  const made = deviceBoard({ now: () => Date.parse(AT) + at, monotonic: () => at })
  made.configure([SCALE, PROBE])
  const pass = (ms: number) => {
    at += ms
  }
  const code = (scale = SCALE.id) => {
    try {
      return made.capture(scale).measurement.value
    } catch (error) {
      return (error as FlowError).code
    }
  }
  return { board: made, pass, code }
}

test('a stable weight is captured while the gateway says that the scale was just read', () => {
  const { board: at, pass, code } = board()
  at.applyReading(reading())
  expect(code()).toBe('scale_silent')
  at.applyHealth(healthy({ last_sample_age_ms: 200 }))
  expect(code()).toBe('12.50')
  pass(1_000)
  expect(code()).toBe('12.50')
  pass(1)
  expect(code()).toBe('scale_silent')
  // The scale reports changes only: the weight still stands, and the gateway says so.
  at.applyHealth(healthy({ last_sample_age_ms: 100 }))
  expect(code()).toBe('12.50')
})

test('a gateway that is gone vouches for nothing', () => {
  const { board: at, pass, code } = board()
  at.applyReading(reading())
  at.applyHealth(healthy())
  pass(1_201)
  expect(code()).toBe('scale_silent')
})

test('a reading of an earlier run is shown and is no weight', () => {
  const { board: at, code } = board()
  at.prime([reading()])
  expect(at.view(SCALE.id)!.latest).toHaveLength(1)
  expect(code()).toBe('scale_silent')
})

test('what is not stable, not certain or no weight is refused, each with its code', () => {
  for (const [change, expected] of [
    [
      weight('1', { quality: 'uncertain', reason: 'unstable', weight: { stable: false, basis: 'net' } }),
      'scale_unstable',
    ],
    [weight('1', { weight: { stable: null, basis: 'net' } }), 'scale_unstable'],
    [weight('1', { quality: 'uncertain', reason: 'clock_suspect' }), 'scale_refused'],
    [weight('1', { quality: 'bad', reason: 'overload' }), 'scale_refused'],
  ] as const) {
    const { board: at, code } = board()
    at.applyReading(reading(change))
    at.applyHealth(healthy())
    expect([change.reason, code()]).toEqual([change.reason, expected])
  }
})

test('a device that reports a fault gives no weight, however fresh it is', () => {
  const { board: at, code } = board()
  at.applyReading(reading())
  at.applyHealth(healthy({ state: 'faulted', reason: 'comm_timeout' }))
  expect(code()).toBe('scale_silent')
})

test('only what has a weight is a scale', () => {
  const { code } = board()
  expect([code('scale-9'), code(PROBE.id)]).toEqual(['scale_not_found', 'scale_not_found'])
})
