import { afterEach, expect, test } from 'vitest'
import { language } from '../word/language.ts'
import { FAULTS_ES, WARNINGS_ES } from './label-es.ts'
import { readSymbols } from './read-symbols.ts'

afterEach(() => {
  language.value = 'en'
})

const WRONG_DIGIT = ']C10109521234543214'

test('a label that cannot be read is told in the language of the tablet', () => {
  const english = readSymbols(WRONG_DIGIT, null, 2026).fault
  expect(english?.hint).toMatch(/^One digit is wrong/)
  language.value = 'es'
  expect(readSymbols(WRONG_DIGIT, null, 2026).fault).toEqual(FAULTS_ES.gs1_check_digit)
})

test('Spanish is whole sentences', () => {
  const texts = [...Object.values(FAULTS_ES).flatMap(Object.values), ...Object.values(WARNINGS_ES)]
  for (const text of texts) expect(text).toMatch(/^[A-ZÁÉÍÓÚÑ].*\.$/)
})
