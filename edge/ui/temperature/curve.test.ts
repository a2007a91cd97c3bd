import { expect, test } from 'vitest'
import { CURVE_POINTS, curveOf, thinned } from './curve.ts'

const START = Date.parse('2026-11-26T05:00:00.000Z')
const reading = (second: number, value: string | null, quality: 'good' | 'bad' = 'good') => ({
  received_at: new Date(START + second * 1_000).toISOString(),
  value,
  quality,
})

test('of many readings few are drawn, and a peak of one second stays', () => {
  const readings = Array.from({ length: 2_000 }, (_, second) => reading(second, second === 1_234 ? '9.7' : '3.0'))
  const points = thinned(readings)
  expect(points.length).toBeLessThanOrEqual(CURVE_POINTS + 1)
  expect(points).toContainEqual([START + 1_234_000, 9.7])
  expect(points.map(([at]) => at)).toEqual(points.map(([at]) => at).sort((a, b) => a - b))
})

test('what is no value is not drawn', () => {
  expect(thinned([reading(0, '3'), reading(1, null, 'bad'), reading(2, '99', 'bad')])).toHaveLength(1)
})

test('a curve says its ends, its lowest and highest, and has its limits in sight', () => {
  const curve = curveOf(thinned([reading(0, '3.1'), reading(60, '4.2')]), { high: '5.0' })
  expect(curve).toMatchObject({ from: START, to: START + 60_000, low: 3.1, high: 4.2 })
  expect(curve?.limits[0]).toBeGreaterThan(0)
  expect(curve?.limits[0]).toBeLessThan(1)
})

test('one reading is no curve', () => {
  expect(curveOf(thinned([reading(0, '3.1')]), {})).toBeNull()
})
