import { expect, test } from 'vitest'
import { usableLanguage } from './usable-language.ts'

test('a browser without a locale gets plain English, every other one its own language', () => {
  expect(usableLanguage('en-US@posix')).toBe('en')
  expect(usableLanguage('')).toBe('en')
  expect(usableLanguage('es-MX')).toBe('es-MX')
})
