import { expect, test } from 'vitest'
import { barPlaces, standingOf, tally } from './range.ts'

const tray = { min_kg: '9.800', target_kg: '10.000', max_kg: '10.300' }

test('a tray at its limit is good, and a gram beyond it is not', () => {
  expect(standingOf('9.800', tray)).toBe('in_range')
  expect(standingOf('9.799', tray)).toBe('below')
  expect(standingOf('10.301', tray)).toBe('above')
})

test('with no limit everything is good', () => {
  expect(standingOf('0.001', { min_kg: null, target_kg: '10', max_kg: null })).toBe('in_range')
})

test('the bar shows the range with room beside it, and the needle never leaves it', () => {
  const places = barPlaces(tray, '50')
  expect(places.needle).toBe(100)
  expect(places.min).toBeCloseTo(19.9, 0)
  expect(places.max).toBeCloseTo(80.1, 0)
  expect(barPlaces(tray, null).needle).toBeNull()
})

test('a target alone stands in the middle', () => {
  expect(barPlaces({ min_kg: null, target_kg: '12.5', max_kg: null }, '12.5')).toMatchObject({ target: 50, needle: 50 })
})

test('the check-weigher counts what was too light and too heavy in a run', () => {
  expect(tally(['9.7', '10.0', '10.1', '11'], tray)).toEqual({ below: 1, in_range: 2, above: 1 })
})
