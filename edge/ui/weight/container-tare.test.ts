import { expect, test } from 'vitest'
import { netOf } from './container-tare.ts'

test('four crates of 1.2 kg leave what is in them, with the digits of the scale', () => {
  expect(netOf('18.250', '1.2', 4)).toBe('13.450')
  expect(netOf('18.250', '1.25', 1)).toBe('17.000')
})

test('a tare that is finer than the scale loses nothing', () => {
  expect(netOf('18.2', '0.0005', 1)).toBe('18.1995')
})

test('crates that weigh as much as the whole leave nothing', () => {
  expect(netOf('4.800', '1.2', 4)).toBeNull()
  expect(netOf('4.700', '1.2', 4)).toBeNull()
})
