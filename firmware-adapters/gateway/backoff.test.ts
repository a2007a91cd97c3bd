import { expect, test } from 'vitest'
import { Backoff, BROKER_MS, OWN_LINE_MS } from './backoff.ts'

test('waits grow from 1 to 30 seconds and begin anew after a success', () => {
  const backoff = new Backoff(() => 0.5)
  const waits = Array.from({ length: 7 }, () => backoff.next())
  expect(waits).toEqual([1_000, 2_000, 5_000, 10_000, 30_000, 30_000, 30_000])
  backoff.reset()
  expect(backoff.next()).toBe(1_000)
})

test('the broker and a device with a line of its own are never waited for longer than their return may be noticed', () => {
  for (const steps of [OWN_LINE_MS, BROKER_MS]) {
    const backoff = new Backoff(() => 0.999_999, steps)
    expect(Math.max(...Array.from({ length: 20 }, () => backoff.next()))).toBeLessThanOrEqual(3_000)
  }
})

test('chance moves a wait by at most a fifth', () => {
  expect(new Backoff(() => 0).next()).toBe(800)
  expect(new Backoff(() => 0.999_999).next()).toBe(1_200)
})
