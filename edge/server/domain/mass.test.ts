import { decimalOf, scaleDecimal } from '@flowviz/contract/decimal'
import { FlowError } from '@flowviz/contract/error'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalText, massOf } from './mass.ts'

const codeOfThrown = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error instanceof FlowError ? error.code : error
  }
  return null
}

test('a weight in kilograms keeps the zeros of the display', () => {
  expect(massOf('100.50', 'kg')).toEqual({ weight_kg: '100.50', weight_mg: 100_500_000 })
})

test('every unit of mass becomes kilograms without a float', () => {
  expect(massOf('500', 'g')).toEqual({ weight_kg: '0.500', weight_mg: 500_000 })
  expect(massOf('0.5', 'g')).toEqual({ weight_kg: '0.0005', weight_mg: 500 })
  expect(massOf('1.5', 't')).toEqual({ weight_kg: '1500', weight_mg: 1_500_000_000 })
  expect(massOf('1.23456', 't')).toEqual({ weight_kg: '1234.56', weight_mg: 1_234_560_000 })
  expect(massOf('1', 'mg')).toEqual({ weight_kg: '0.000001', weight_mg: 1 })
  // 1 lb is 0.45359237 kg by definition.
  expect(massOf('1', '[lb_av]')).toEqual({ weight_kg: '0.453592', weight_mg: 453_592 })
  expect(massOf('100', '[lb_av]')).toEqual({ weight_kg: '45.359237', weight_mg: 45_359_237 })
})

test('nothing, less than nothing and less than half a milligram are no weights', () => {
  for (const value of ['0', '0.000', '-1', '0.0000004', '', '1e5', '999999999999'])
    expect(
      codeOfThrown(() => massOf(value, 'kg')),
      value,
    ).toBe('quantity_invalid')
  expect(codeOfThrown(() => massOf('20', 'Cel'))).toBe('quantity_invalid')
})

test('a number becomes its shortest text, and one that would need an exponent is refused', () => {
  expect(decimalText(12.5)).toBe('12.5')
  expect(decimalText('12.500')).toBe('12.500')
  // 0.1 + 0.2 has 17 decimals: more than any scale shows, so it is an accident of arithmetic and not a weight.
  for (const given of [0.1 + 0.2, 1e-7, 1e21, Number.NaN, Number.POSITIVE_INFINITY, '1e3', ' 1'])
    expect(
      codeOfThrown(() => decimalText(given)),
      String(given),
    ).toBe('quantity_invalid')
})

test('grams and kilograms of the same mass are the same milligrams', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), mg => {
      const grams = massOf(decimalOf(mg, 3), 'g')
      const kilograms = massOf(decimalOf(mg, 6), 'kg')
      expect(grams).toEqual(kilograms)
      expect(scaleDecimal(grams.weight_kg, 6)).toBe(mg)
    }),
  )
})
