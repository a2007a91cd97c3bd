import { afterEach, describe, expect, it } from 'vitest'
import { language } from './language.ts'
import { words } from './words.ts'

const say = words(
  { title: 'Receive', lots: { one: '{n} lot of {product}', other: '{n} lots of {product}' } },
  { title: 'Recibir', lots: { one: '{n} lote de {product}', other: '{n} lotes de {product}' } },
)

afterEach(() => {
  language.value = 'en'
})

describe('words', () => {
  it('says a sentence in the language of the moment', () => {
    expect(say('title')).toBe('Receive')
    language.value = 'es'
    expect(say('title')).toBe('Recibir')
  })

  it('counts by the rules of the language, with its slots filled', () => {
    expect(say('lots', { n: 1, product: 'rice' })).toBe('1 lot of rice')
    language.value = 'es'
    expect(say('lots', { n: 0, product: 'arroz' })).toBe('0 lotes de arroz')
  })

  it('makes the pseudo-locale two fifths longer and leaves the slots alone', () => {
    language.value = 'en-XA'
    expect(say('title').length).toBeGreaterThanOrEqual('Receive'.length * 1.4)
    expect(say('lots', { n: 2, product: 'rice' })).toMatch(/^\[2 .* rice .*\]$/)
  })
})
