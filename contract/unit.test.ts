import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalOf } from './decimal.ts'
import { convertDecimal, dimensionOf, isUnit, toBase, type Unit } from './unit.ts'

test('every unit has its exact ratio to the base of its dimension', () => {
  const rows: [string, Unit, number][] = [
    ['100.50', 'kg', 100_500_000],
    ['1', 't', 1_000_000_000],
    ['0.5', 'g', 500],
    ['3', 'mg', 3],
    // 0.45359237 kg by definition, and a sixteenth of it.
    ['100', '[lb_av]', 45_359_237],
    ['1', '[oz_av]', 28_350],
    ['1.5', 'L', 1_500],
    ['2', 'mL', 2],
    ['-18.5', 'Cel', -18_500],
    ['45.2', '%', 45_200],
    ['12', '1', 12],
    ['10', '[ppm]', 1],
    ['230.1', 'V', 230_100_000],
    ['-50.25', 'mV', -50_250],
    ['4.5', 'A', 4_500_000],
    ['20', 'mA', 20_000],
    ['1234.5', 'W', 1_234_500],
    ['1.2345', 'kW', 1_234_500],
    ['12.345', 'kW.h', 12_345_000],
    ['12345', 'W.h', 12_345_000],
    ['1', 'MW.h', 1_000_000_000],
    ['49.98', 'Hz', 49_980],
    ['1500', '/min', 25_000],
    ['6.92', '[pH]', 6_920],
    ['1.5', 'bar', 150_000_000],
    ['1500', 'mbar', 150_000_000],
    ['150', 'kPa', 150_000_000],
    ['150000', 'Pa', 150_000_000],
    ['1.4', 'mS/cm', 1_400_000],
    ['1400', 'uS/cm', 1_400_000],
    ['0.2', 'mg/L', 200],
    ['1.5', 'm3/h', 1_500_000],
    ['25', 'L/min', 1_500_000],
    ['1500', 'L/h', 1_500_000],
    ['1.5', 'h', 5_400_000],
    ['90', 'min', 5_400_000],
    ['5400', 's', 5_400_000],
  ]
  for (const [value, unit, base] of rows) expect(toBase(value, unit), `${value} ${unit}`).toBe(base)
})

test('Fahrenheit meets Celsius where both are known', () => {
  for (const [fahrenheit, celsius] of [
    ['32', 0],
    ['212', 100_000],
    ['-40', -40_000],
    ['0', -17_778],
    ['31.9', -56],
  ] as const)
    expect(toBase(fahrenheit, '[degF]'), fahrenheit).toBe(celsius)
})

test('a warmer Fahrenheit is never a colder Celsius', () => {
  const tenths = fc.integer({ min: -4_000, max: 4_000 })
  fc.assert(
    fc.property(tenths, tenths, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)].map(value => toBase(decimalOf(value, 1), '[degF]'))
      expect(low).toBeLessThanOrEqual(high!)
    }),
  )
})

test('only codes of the table are units', () => {
  expect([isUnit('kg'), isUnit('[degF]'), isUnit('KG'), isUnit('toString'), isUnit('lb')]).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
  expect(dimensionOf('[lb_av]')).toBe('mass')
})

test('a limit in another unit is exact where it can be, and else is never wider', () => {
  const rows: [string, { from: Unit; to: Unit }, string, string][] = [
    ['74.0', { from: 'Cel', to: '[degF]' }, '165.2', '165.2'],
    ['-40', { from: 'Cel', to: '[degF]' }, '-40', '-40'],
    ['40', { from: '[degF]', to: 'Cel' }, '4.444444445', '4.444444444'],
    ['0', { from: '[degF]', to: 'Cel' }, '-17.777777777', '-17.777777778'],
    ['1', { from: '[lb_av]', to: 'kg' }, '0.45359237', '0.45359237'],
    ['1', { from: 'kg', to: '[lb_av]' }, '2.204622622', '2.204622621'],
    ['5.0', { from: 'Cel', to: 'Cel' }, '5.0', '5.0'],
  ]
  for (const [text, units, up, down] of rows)
    expect([text, convertDecimal(text, units, 'up'), convertDecimal(text, units, 'down')]).toEqual([text, up, down])
  expect(() => convertDecimal('1', { from: 'kg', to: 'Cel' }, 'up')).toThrow(RangeError)
})
