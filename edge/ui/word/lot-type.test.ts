import { LotType } from '@flowviz/contract/lot-word'
import { afterEach, expect, test } from 'vitest'
import { language } from './language.ts'
import { lotTypeWord } from './lot-type.ts'

afterEach(() => {
  language.value = 'en'
})

test('nobody has to know that WIP is what is not finished yet, in either language', () => {
  const codes: readonly string[] = LotType.enum
  for (const now of ['en', 'es'] as const) {
    language.value = now
    for (const code of codes) expect([code, lotTypeWord(code)]).not.toEqual([code, code])
  }
  expect(lotTypeWord('RAW')).toBe('Materia prima')
  expect(lotTypeWord('SAMPLE')).toBe('SAMPLE')
})
