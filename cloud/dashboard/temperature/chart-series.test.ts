import type { HqReading } from '@flowviz/contract/hq'
import { expect, test } from 'vitest'
import { chartSeries, chartSummary } from './chart-series.ts'

const reading = (second: number, value: string | null, change: Partial<HqReading> = {}): HqReading =>
  ({
    seq: second + 1,
    value,
    quality: value === null ? 'bad' : 'good',
    verdict: 'within',
    received_at: new Date(second * 1000).toISOString(),
    ...change,
  }) as HqReading

test('a bad reading breaks the line at its time; it is no zero and no last value', () => {
  const series = chartSeries([reading(0, '3.1'), reading(10, null), reading(20, '3.3')], null)
  expect(series).toEqual({ times: [0, 10, 20], values: [3.1, null, 3.3] })
})

test('a time of which nothing is known breaks the line, although no reading says so', () => {
  const readings = [0, 10, 20, 30, 400, 410].map(second => reading(second, '3.0'))
  const series = chartSeries(readings, null)
  expect(series.values).toEqual([3, 3, 3, 3, null, 3, 3])
  expect(series.times[4]).toBe(215)
})

test('a thinned series is not torn where its buckets lie apart', () => {
  const readings = [0, 600, 1200].map(second => reading(second, '3.0'))
  expect(chartSeries(readings, 600_000).values).toEqual([3, 3, 3])
})

test('the sentence under a chart counts what is outside and what is missing', () => {
  const readings = [
    reading(0, '3.0'),
    reading(10, '-1.5', { verdict: 'low' }),
    reading(20, null),
    reading(30, '10.2', { verdict: 'high' }),
  ]
  expect(chartSummary(readings)).toMatchObject({ lowest: '-1.5', highest: '10.2', outside: 2, without: 1, total: 4 })
  expect(chartSummary([])).toMatchObject({ lowest: null, last: null, total: 0 })
})
