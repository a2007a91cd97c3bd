import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareDecimal, decimalOf, isDecimal, scaleDecimal } from './decimal.ts'

test('digits are compared exactly, whatever zeros stand behind them', () => {
  expect(compareDecimal('1', '1.000000000')).toBe(0)
  expect(compareDecimal('0.999999999', '1')).toBe(-1)
  expect(compareDecimal('-0.5', '-0.50')).toBe(0)
  expect(compareDecimal('-2', '-10')).toBe(1)
  expect(compareDecimal('999999999999.999999999', '999999999999.999999998')).toBe(1)
  expect(() => compareDecimal('1e5', '1')).toThrow(RangeError)
})

test('the order of decimals is the order of their integers', () => {
  const integer = fc.integer({ min: -1e9, max: 1e9 })
  fc.assert(
    fc.property(integer, integer, fc.nat(9), (a, b, places) => {
      const [left, right] = [decimalOf(a, places), decimalOf(b, places)]
      expect(isDecimal(left)).toBe(true)
      expect(Math.sign(compareDecimal(left, right))).toBe(Math.sign(a - b))
      expect(scaleDecimal(left, places)).toBe(a)
    }),
  )
})

const DECIMALS = ['0', '-0.5', '100.50', '999999999999.999999999', '007']
const NOT_DECIMALS = [
  '',
  ' 1',
  '1 ',
  '.5',
  '5.',
  '1e5',
  '+1',
  '--1',
  '1,5',
  '12.3kg',
  '1234567890123',
  '0.1234567890',
  'NaN',
]

test('a decimal is digits and at most one point', () => {
  expect(DECIMALS.filter(text => !isDecimal(text))).toEqual([])
  expect(NOT_DECIMALS.filter(isDecimal)).toEqual([])
})

test('a tenth of 30.5 is 3.05, not what a float makes of it', () => {
  expect(scaleDecimal('30.5', 2, { numerator: 1n, denominator: 10n })).toBe(305)
  expect(30.5 * 0.1).not.toBe(3.05)
})

test('halves go away from zero, and there is no minus zero', () => {
  expect(['0.5', '-0.5', '1.5', '0.4', '-0.4'].map(text => scaleDecimal(text, 0))).toEqual([1, -1, 2, 0, 0])
  expect(Object.is(scaleDecimal('-0', 0), 0)).toBe(true)
})

test('what is no decimal or leaves the safe integers is refused', () => {
  for (const text of NOT_DECIMALS) expect(() => scaleDecimal(text, 0), text).toThrow(RangeError)
  expect(() => scaleDecimal('999999999999', 6)).toThrow(RangeError)
  expect(() => decimalOf(0.5, 1)).toThrow(RangeError)
})

test('an integer of a power of ten is written and read back without loss', () => {
  expect([decimalOf(305, 1), decimalOf(-5, 3), decimalOf(0, 0), decimalOf(7, 0)]).toEqual(['30.5', '-0.005', '0', '7'])
  const integer = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 })
  fc.assert(
    fc.property(integer, fc.integer({ min: 0, max: 9 }), (value, places) => {
      const text = decimalOf(value, places)
      expect(isDecimal(text)).toBe(true)
      expect(scaleDecimal(text, places)).toBe(value)
    }),
  )
})
