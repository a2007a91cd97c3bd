import { isDecimal } from '@flowviz/contract/decimal'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalOf, nearZero } from './decimal.ts'

test('a printed number keeps the zeros of its display and loses what only fills it', () => {
  const cases = [
    ['+0001.50', '1.50'],
    ['-  0.500', '-0.500'],
    ['  00120.', '120'],
    ['000000', '0'],
    ['-0.00', '0.00'],
    ['  +12', '12'],
  ] as const
  for (const [printed, value] of cases) expect(decimalOf(printed), printed).toBe(value)
  expect(decimalOf('10,095', ',')).toBe('10.095')
})

test('what is no number is none, however near it comes', () => {
  for (const text of [
    '',
    '+',
    '.5',
    '1e5',
    '1.2.3',
    '1 0',
    '--1',
    '+-1',
    '12.3kg',
    '0x1f',
    '10,095',
    '１２',
    '1234567890123',
  ])
    expect(decimalOf(text), text).toBeNull()
  expect(decimalOf('1.5', ',')).toBeNull()
})

test('whatever is printed, it becomes a decimal or nothing', () => {
  const near = fc.string({ unit: fc.constantFrom(...'0123456789.,+- e'), maxLength: 16 })
  fc.assert(
    fc.property(near, fc.constantFrom('.' as const, ',' as const), (text, mark) => {
      const value = decimalOf(text, mark)
      expect(value === null || isDecimal(value)).toBe(true)
    }),
  )
})

test('two steps of the display beside zero are near it, three are not', () => {
  for (const value of ['0', '0.000', '-0.002', '0.02']) expect(nearZero(value), value).toBe(true)
  for (const value of ['0.003', '-1.000', '10']) expect(nearZero(value), value).toBe(false)
})
