import type { Deviation } from '@flowviz/contract/hq-plant'
import { expect, test } from 'vitest'
import { curveDrawing } from './curve-drawing.ts'

const at = (minute: number) => `2026-11-23T05:0${minute}:00.000Z`
const deviation = (change: Partial<Deviation>) =>
  ({ unit: 'Cel', low: null, high: '5', curve: [], ...change }) as Deviation

test('the curve of an excursion is drawn from its first moment to its last, with the limit it crossed', () => {
  const curve = [
    { at: at(0), value: '4.9' },
    { at: at(1), value: null },
    { at: at(2), value: '5.4' },
  ]
  expect(curveDrawing(deviation({ curve }))).toEqual({
    unit: 'Cel',
    limits: { high: '5' },
    since: Date.parse(at(0)),
    until: Date.parse(at(2)),
    points: [
      { received_at: at(0), value: '4.9' },
      { received_at: at(1), value: null },
      { received_at: at(2), value: '5.4' },
    ],
    bucket_ms: null,
  })
})

test('an excursion that goes on, and a deviation without a sensor, have no curve', () => {
  expect(curveDrawing(deviation({}))).toBe(null)
  expect(curveDrawing(deviation({ unit: null, curve: [{ at: at(0), value: '1' }] }))).toBe(null)
})
