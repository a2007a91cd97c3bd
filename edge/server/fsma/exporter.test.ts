import { expect, test } from 'vitest'
import { remaining } from './exporter.ts'

test('how long an export takes still is told by its speed until now', () => {
  expect(remaining({ done: 0, total: 0, rows: 0 }, 40)).toBe(null)
  expect(remaining({ done: 25_000, total: 100_000, rows: 20_000 }, 4_000)).toBe(12)
  expect(remaining({ done: 99_900, total: 100_000, rows: 90_000 }, 12_000)).toBe(1)
  // Where a record was added while the job counted.
  expect(remaining({ done: 101, total: 100, rows: 101 }, 50)).toBe(0)
})
