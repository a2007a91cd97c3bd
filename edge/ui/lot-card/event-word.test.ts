import { tell } from '@flowviz/contract/sentence'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { language } from '../word/language.ts'
import { loadSaid } from '../word/said.ts'
import { eventDetail } from './event-word.ts'

beforeAll(loadSaid)
afterEach(() => {
  language.value = 'en'
})

test('the story of a lot says decisions, and what the server said, in the language of the tablet', () => {
  language.value = 'es'
  const { text, said } = tell('stood_in_excursion', { location_id: 'cold-room' })
  expect(eventDetail({ decision: 'PASS' }, 'limpio')).toBe('liberado · limpio')
  expect(eventDetail({ disposition: 'destroy', reason: 'Not safe' }, null)).toBe('destruir · Not safe')
  expect(eventDetail({ reason: text, said }, null)).toBe('Estaba en cold-room durante una desviación de temperatura.')
})
