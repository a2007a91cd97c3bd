import { expect, test } from 'vitest'
import { isOlder } from './release.ts'

test('a screen knows whether it is older than what the appliance asks for', () => {
  expect(isOlder('0.9.2', '0.10.0')).toBe(true)
  expect(isOlder('1.2.3', '1.2.3')).toBe(false)
  expect(isOlder('2.0.0', '1.99.99')).toBe(false)
  expect(isOlder('1.2.3-rc.1', '1.2.3')).toBe(false)
  expect(isOlder('0.1.0', '0.0.0')).toBe(false)
})
