import { expect, test } from 'vitest'
import { toleranceText } from './mass.ts'

test('a tolerance is told in whole grams, and never as more than it is', () => {
  expect(toleranceText(386_860)).toBe('0.386')
  expect(toleranceText(6_000_000)).toBe('6')
})
