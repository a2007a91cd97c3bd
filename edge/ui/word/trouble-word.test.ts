import { CODES } from '@flowviz/contract/error'
import { effect } from '@preact/signals'
import { afterEach, expect, test } from 'vitest'
import { language } from './language.ts'
import { TROUBLES_ES } from './trouble-es.ts'
import { loadTroubles, troubleWords } from './trouble-word.ts'

const HELD = { code: 'lot_held', title: CODES.lot_held.title, hint: CODES.lot_held.hint }

afterEach(() => {
  language.value = 'en'
})

test('every refusal of the error table has Spanish, and no other', () => {
  expect(Object.keys(TROUBLES_ES).sort()).toEqual(Object.keys(CODES).sort())
})

test('Spanish is a sentence for the person on the floor, and never a field of the API', () => {
  for (const { title, hint } of Object.values(TROUBLES_ES)) {
    for (const text of [title, hint]) expect(text).toMatch(/^[¿A-ZÁÉÍÓÚÑ].*[.?]$/)
    expect(`${title} ${hint}`).not.toMatch(/[a-z]_[a-z]|`|Retry-After/)
  }
})

test('a refusal is said in the language of the moment, once that is there', async () => {
  const shown: string[] = []
  const end = effect(() => void shown.push(troubleWords(HELD).title))
  language.value = 'es'
  await loadTroubles()
  expect(shown).toEqual([HELD.title, HELD.title, 'El lote está retenido.'])
  language.value = 'en-XA'
  expect(shown.at(-1)).toMatch(/^\[.*\]$/)
  end()
})

test('a refusal that only a newer server knows keeps its own words', async () => {
  await loadTroubles()
  language.value = 'es'
  expect(troubleWords({ code: 'moon_full', title: 'The moon is full.', hint: 'Wait.' })).toEqual({
    title: 'The moon is full.',
    hint: 'Wait.',
  })
})

test('a server that does not answer is said without any catalog', () => {
  language.value = 'es'
  expect(troubleWords({ code: 'unreachable', title: '', hint: '' }).title).toBe('El servidor FlowViz no responde.')
})
