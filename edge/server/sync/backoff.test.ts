import { expect, test } from 'vitest'
import { backoffMs } from './backoff.ts'

const first = { failures: 1, retry_after_ms: null, random: 0, slow: false }

test('the waits double up to half a minute and stay there through a month without WAN', () => {
  const waits = [1, 2, 3, 4, 8, 9, 50, 100_000].map(failures => backoffMs({ ...first, failures, random: 1 }))
  expect(waits).toEqual([250, 500, 1_000, 2_000, 30_000, 30_000, 30_000, 30_000])
})

test('two plants that failed together do not come back together', () => {
  expect(backoffMs({ ...first, failures: 4, random: 0 })).toBe(1_000)
  expect(backoffMs({ ...first, failures: 4, random: 0.5 })).toBe(1_500)
})

test('headquarters is never asked earlier than it wished', () => {
  for (const random of [0, 0.3, 0.99])
    expect(backoffMs({ ...first, retry_after_ms: 5_000, random })).toBeGreaterThanOrEqual(5_000)
})

test('a refusal that needs a person is asked again seldom from the first time on', () => {
  expect(backoffMs({ ...first, slow: true })).toBe(15_000)
})
