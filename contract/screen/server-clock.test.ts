import { expect, test } from 'vitest'
import { serverClock } from './server-clock.ts'

test('a screen whose clock is an hour off tells ages by the time of the server', () => {
  let monotonic = 1_000
  const wall = Date.parse('2026-11-23T06:00:00.000Z')
  const clock = serverClock({ monotonic: () => monotonic, wall: () => wall })
  expect(clock.now()).toBe(wall)
  clock.heard('2026-11-23T05:00:00.000Z')
  monotonic += 500
  expect(new Date(clock.now()).toISOString()).toBe('2026-11-23T05:00:00.500Z')
})

test('a tablet that slept for a night shows the morning, and one whose clock is set back does not go back', () => {
  let monotonic = 1_000
  let wall = Date.parse('2026-11-23T21:00:00.000Z')
  const clock = serverClock({ monotonic: () => monotonic, wall: () => wall })
  clock.heard('2026-11-23T20:00:00.000Z')
  wall += 9 * 3_600_000
  expect(new Date(clock.now()).toISOString()).toBe('2026-11-24T05:00:00.000Z')
  clock.heard('2026-11-24T05:00:00.000Z')
  wall -= 9 * 3_600_000
  monotonic += 500
  expect(new Date(clock.now()).toISOString()).toBe('2026-11-24T05:00:00.500Z')
})
