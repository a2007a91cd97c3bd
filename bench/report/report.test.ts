import { expect, test } from 'vitest'
import { atLeast, atMost, median } from './report.ts'

test('one bad round does not move the median', () => {
  expect(median([5, 1, 900, 4, 6])).toBe(5)
  expect(median([4, 2])).toBe(3)
  expect(() => median([])).toThrow(RangeError)
})

test('a goal is judged by the value itself and shown with three digits', () => {
  expect(atLeast('share', 0.449_99, 0.45)).toEqual({ what: 'share', value: 0.45, goal: 0.45, met: false })
  expect(atMost('wait', 1.3, 1.3)).toEqual({ what: 'wait', value: 1.3, goal: 1.3, met: true })
})
