import { HealthMessage } from '@flowviz/contract/health'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { DeviceStatus } from './device-status.ts'

const validator = Compile(HealthMessage)

function statusOf(expected_ms: number | null) {
  const clock = { now: 1_000 }
  let changes = 0
  const status = new DeviceStatus({
    device_id: 'scale-1',
    expected_ms,
    monotonic: () => clock.now,
    changed: () => (changes += 1),
  })
  const look = () => {
    const message = status.message()
    expect(validator.Check(message)).toBe(true)
    return message
  }
  return { status, clock, look, changes: () => changes }
}

test('a device is connecting, then well, then late, then well again', () => {
  const { status, clock, look, changes } = statusOf(600)
  status.opened(false)
  expect(look()).toMatchObject({ state: 'connecting', last_sample_age_ms: null, achieved_interval_ms: null })
  status.sampled()
  clock.now += 200
  status.sampled()
  expect(look()).toMatchObject({ state: 'ok', achieved_interval_ms: 200 })
  clock.now += 600
  status.look()
  expect(changes()).toBe(2)
  clock.now += 1
  status.look()
  status.look()
  expect(changes()).toBe(3)
  expect(look()).toMatchObject({ state: 'late' })
  status.sampled()
  expect(look()).toMatchObject({ state: 'ok' })
})

test('the age is that of the last sample which the appliance is known to hold', () => {
  const { status, clock, look } = statusOf(600)
  status.sampled()
  expect(look().last_sample_age_ms).toBeNull()
  status.confirmed(clock.now)
  clock.now += 500
  status.sampled()
  expect(look()).toMatchObject({ state: 'ok', last_sample_age_ms: 500 })
})

test('a fault stays while the device is tried again, and goes with the first sample', () => {
  const { status, look, changes } = statusOf(600)
  status.failed('port_missing', 'x'.repeat(1_000))
  expect(look()).toMatchObject({ state: 'faulted', reason: 'port_missing' })
  status.opened(false)
  expect(look()).toMatchObject({ state: 'faulted' })
  expect(changes()).toBe(1)
  status.sampled()
  expect(look()).toMatchObject({ state: 'ok', counters: { reconnects: 1, samples: 1 } })
  expect(changes()).toBe(2)
})

test('of a sensor that speaks when it likes nothing is expected, so nothing is late', () => {
  const { status, clock, look } = statusOf(null)
  status.failed('comm_lost', 'The broker is away.')
  status.opened(true)
  expect(look()).toMatchObject({ state: 'not_monitored' })
  status.sampled()
  clock.now += 86_400_000
  expect(look()).toMatchObject({ state: 'not_monitored' })
})

test('a battery sensor that speaks once an hour is well ten minutes later, and late after the hour', () => {
  const { status, clock, look } = statusOf(3_600_000)
  status.opened(true)
  status.sampled()
  clock.now += 600_000
  expect(look()).toMatchObject({ state: 'ok' })
  clock.now += 3_000_000
  expect(look()).toMatchObject({ state: 'ok' })
  clock.now += 1
  expect(look()).toMatchObject({ state: 'late' })
})
