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
