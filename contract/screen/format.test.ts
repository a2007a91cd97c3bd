import { expect, test } from 'vitest'
import { ageText, decimalText, sumText, unitText, whenText } from './format.ts'

test('an age is told in its largest unit, and never as less than nothing', () => {
  expect([-5, 0, 59_999, 60_000, 3_599_999, 3_600_000, 172_799_999, 172_800_000].map(ageText)).toEqual([
    '0\u00a0s',
    '0\u00a0s',
    '59\u00a0s',
    '1\u00a0min',
    '59\u00a0min',
    '1\u00a0h',
    '47\u00a0h',
    '2\u00a0d',
  ])
})

test('a weight is grouped without losing a digit', () => {
  expect(decimalText('1234567.500')).toBe('1\u2009234\u2009567.500')
  expect(decimalText('-18.20')).toBe('\u221218.20')
  expect(decimalText('0.000')).toBe('0.000')
})

test('a sum shows no zeros behind its last digit', () => {
  expect(['91.250000', '100.000000', '100', '0.000000'].map(sumText)).toEqual(['91.25', '100', '100', '0'])
})

test('units read as people write them', () => {
  expect(['kg', 'Cel', '[lb_av]', null].map(unitText)).toEqual(['kg', '°C', 'lb', ''])
})

test('a time of another day carries its day', () => {
  const now = new Date(2026, 10, 23, 12, 0).getTime()
  expect(whenText(new Date(2026, 10, 23, 9, 5).toISOString(), now)).toBe('09:05')
  expect(whenText(new Date(2026, 10, 22, 9, 5).toISOString(), now)).toBe('2026-11-22 09:05')
})
