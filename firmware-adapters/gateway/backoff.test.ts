import { expect, test } from 'vitest'
import { Backoff, BROKER_MS, OWN_LINE_MS, silentRest_ms } from './backoff.ts'

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

test('a unit that stays silent costs its line less than 2 % of its time', () => {
  for (const timeout_ms of [80, 500, 1_000, 3_000]) {
    const backoff = new Backoff(() => 0)
    const waits = Array.from({ length: 10 }, () => backoff.next(silentRest_ms(timeout_ms)))
    expect(timeout_ms / (timeout_ms + waits.at(-1)!)).toBeLessThan(0.02)
    // It is looked for often at first: most silences are short.
    expect(waits.slice(0, 4)).toEqual([800, 1_600, 4_000, 8_000])
  }
})

test('chance moves a wait by at most a fifth', () => {
  expect(new Backoff(() => 0).next()).toBe(800)
  expect(new Backoff(() => 0.999_999).next()).toBe(1_200)
})
