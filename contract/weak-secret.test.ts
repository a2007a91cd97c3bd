import { expect, test } from 'vitest'
import { weaknessOf } from './weak-secret.ts'

test('a secret that is tried first is refused, and it is said why', () => {
  const owner = { name: 'maria', before: '6402' }
  expect(weaknessOf('1234', owner)).toBe('well_known')
  expect(weaknessOf('PassWord', owner)).toBe('well_known')
  expect(weaknessOf('Maria', owner)).toBe('name')
  expect(weaknessOf('6402', owner)).toBe('same')
  expect(weaknessOf('8246', owner)).toBeNull()
})
