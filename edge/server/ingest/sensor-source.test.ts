import { expect, test } from 'vitest'
import { sensorSource } from './sensor-source.ts'

const message = (at_ms: number, dup = false, payload = '{"temp":4}') => ({
  topic: 'cold-room/probe-1',
  payload: Buffer.from(payload),
  dup,
  at_ms,
})

test('the same value a second later is another reading, within the second it is the same one', () => {
  const source = sensorSource()
  const first = source(message(10_000))
  expect(source(message(10_999))).toBe(first)
  expect(source(message(11_000))).not.toBe(first)
  expect(source(message(10_000, false, '{"temp":5}'))).not.toBe(first)
})

test('a repeat that comes late takes the name of the first one', () => {
  const source = sensorSource()
  const first = source(message(10_000))
  expect(source(message(40_000, true))).toBe(first)
  expect(source(message(41_000))).not.toBe(first)
})
