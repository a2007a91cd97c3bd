import { afterEach, expect, test } from 'vitest'
import { language } from '../word/language.ts'
import { keptLook } from './look.ts'

/** A page that was just loaded; `kept` is what somebody chose before. */
function load(spoken: readonly string[], kept: Record<string, string> = {}, asked = ''): string {
  language.value = 'en'
  const memory = new Map(Object.entries(kept))
  keptLook({
    asked: new URLSearchParams(asked),
    storage: { getItem: key => memory.get(key) ?? null, setItem: (key, value) => void memory.set(key, value) },
    root: { dataset: {}, lang: '' } as unknown as HTMLElement,
    spoken,
  })
  return language.value
}

afterEach(() => {
  language.value = 'en'
})

test('a tablet that nobody chose a language for begins in that of its browser, where the screen has it', () => {
  expect(load(['es-MX', 'en-US'])).toBe('es')
  expect(load(['de-DE', 'es-419'])).toBe('es')
  expect(load(['de-DE'])).toBe('en')
})

test('the language that was chosen at a tablet, or that its address asks for, is that of the screen', () => {
  expect(load(['es-MX'], { 'flowviz.lang': 'en' })).toBe('en')
  expect(load(['en-GB'], {}, 'lang=es')).toBe('es')
})
