import { expect, test } from 'vitest'
import { type PadKey, padNumber, padWeight, pressed } from './manual-weight.ts'

const typed = (...keys: PadKey[]) => keys.reduce(pressed, '')

test('keys make a weight to the gram, and no key makes more of it', () => {
  expect(typed('1', '8', '.', '2', '5', '0')).toBe('18.250')
  expect(typed('1', '8', '.', '2', '5', '0', '7')).toBe('18.250')
  expect(typed('1', '.', '.', '5')).toBe('1.5')
})

test('a point first is nought point, and a nought first gives way to the digit behind it', () => {
  expect(typed('.', '5')).toBe('0.5')
  expect(typed('0', '7')).toBe('7')
})

test('a temperature below zero has its sign, which a second press takes away', () => {
  expect(typed('1', '8', 'sign')).toBe('-18')
  expect(typed('1', '8', 'sign', 'sign')).toBe('18')
  expect(typed('sign', '2', '.', '5')).toBe('-2.5')
})

test('what is no number yet is none, and nothing weighs nothing', () => {
  expect(padNumber('')).toBeNull()
  expect(padNumber('-')).toBeNull()
  expect(padNumber('12.')).toBe('12')
  expect(padWeight('0.000')).toBeNull()
})
