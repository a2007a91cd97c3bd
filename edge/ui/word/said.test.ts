import { DEVICE_REASONS } from '@flowviz/contract/device-reason'
import { SENTENCE_WORDS, SENTENCES, type SentenceCode, tell } from '@flowviz/contract/sentence'
import type { Sentence } from '@flowviz/contract/sentence-fill'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { SENTENCES_ES } from './es/said.ts'
import { language } from './language.ts'
import { loadSaid, reasonText, saidText } from './said.ts'

const CODES = Object.keys(SENTENCES) as SentenceCode[]

/** A value for every param that the plant could have, each one that cannot stand in a sentence by chance. */
const VALUES: Readonly<Record<string, string | number>> = {
  value: '-1234.5',
  value_c: '7.25',
  limit: '4.125',
  as_found: '10.625',
  reference: '10.375',
  unit: 'Cel',
  until_at: '2026-11-26T09:40:00.000Z',
  done_at: '2026-11-25T08:31:00.000Z',
  disabled_at: '2026-11-24T07:22:00.000Z',
  missing_s: 420,
  reason: 'machine',
  channel: 'humidity',
  decision: 'HOLD',
}

/** What a reader sees of such a value in Spanish. */
const SHOWN: Readonly<Record<string, string>> = {
  value: '\u22121\u2009234.5\u00a0°C',
  value_c: '7.25\u00a0°C',
  limit: '4.125\u00a0°C',
  as_found: '10.625\u00a0°C',
  reference: '10.375\u00a0°C',
  until_at: '2026-11-26 ',
  done_at: '2026-11-25 ',
  disabled_at: '2026-11-24 ',
  missing_s: '7\u00a0min',
  reason: 'Máquina',
  channel: 'humedad',
  decision: 'retenido',
}

const formsOf = (sentence: Sentence): string[] =>
  typeof sentence === 'string' ? [sentence] : [sentence.one, sentence.other]
const slotsOf = (text: string): string[] => [...text.matchAll(/\{(\w+)(?: \w+)?\}/g)].map(([, name]) => name!)

/** All params of a code; `count` is 1 or 12. */
function paramsOf(code: SentenceCode, count: number) {
  const names = new Set(formsOf(SENTENCES[code]).flatMap(slotsOf))
  const filled = [...names].map(name => [name, VALUES[name] ?? (name === 'count' ? count : `${name}-7`)])
  return Object.fromEntries([...filled, ['unit', 'Cel']])
}

beforeAll(loadSaid)
afterEach(() => {
  language.value = 'en'
})

test.each(CODES)('%s is a Spanish sentence that says every param', code => {
  language.value = 'es'
  for (const count of [1, 12]) {
    const params = paramsOf(code, count)
    const { text, said } = tell(code, params as never)
    const spanish = saidText(text, said)
    expect(spanish).not.toMatch(/[{}[\]]|undefined|null|NaN/)
    const [one, other = one] = formsOf(SENTENCES[code])
    for (const name of slotsOf(count === 1 ? one! : other!))
      expect(spanish, name).toContain(SHOWN[name] ?? String(params[name]))
    if (formsOf(SENTENCES[code]).some(form => /[a-z]{4}/.test(form.replaceAll(/\{[^}]*\}/g, ''))))
      expect(spanish).not.toBe(text)
  }
})

test('both languages fill the same slots in the same quantities', () => {
  const quantities = (sentence: Sentence) =>
    formsOf(sentence).map(form => [...form.matchAll(/\{[\w ]+\}/g)].map(([slot]) => slot).sort())
  for (const code of CODES) {
    // Who is counted once need not be said by a number, but nothing else may differ.
    expect(quantities(SENTENCES_ES[code]), code).toEqual(quantities(SENTENCES[code]))
  }
})

test('an alarm of an earlier release, of a newer one and in the words of a person is shown as it came', () => {
  language.value = 'es'
  expect(saidText('Cold room is warm.', null)).toBe('Cold room is warm.')
  expect(saidText('Cold room is warm.', undefined)).toBe('Cold room is warm.')
  expect(saidText('The moon is full.', { code: 'moon_full', params: {} })).toBe('The moon is full.')
  expect(saidText('Core was never calibrated.', { code: 'calibration_never', params: {} })).toBe(
    'Core was never calibrated.',
  )
})

test('in English the floor says what the record says, with its own numbers', () => {
  const warm = tell('excursion_high', { title: 'Freezer', value: '-12.5', limit: '-18', unit: 'Cel' })
  expect(warm.text).toBe('Freezer: -12.5 °C is above -18 °C.')
  expect(saidText(warm.text, warm.said)).toBe('Freezer: \u221212.5\u00a0°C is above \u221218\u00a0°C.')
  language.value = 'es'
  expect(saidText(warm.text, warm.said)).toBe('Freezer: \u221212.5\u00a0°C está por encima de \u221218\u00a0°C.')
})

test('what is not known of a call for help is left out', () => {
  const call = { reason: 'machine', line: null, location_id: 'cold-room', station: null, note: 'Se rompió la banda' }
  const { text, said } = tell('help_line_stands', call)
  expect(text).toBe('Machine, the line stands still, cold-room. Se rompió la banda')
  language.value = 'es'
  expect(saidText(text, said)).toBe('Máquina, la línea está parada, cold-room. Se rompió la banda')
})

test('the pseudo-locale leaves names and numbers alone', () => {
  language.value = 'en-XA'
  const { text, said } = tell('excursion_low', { title: 'Cold room', value: '1', limit: '2', unit: 'Cel' })
  expect(saidText(text, said)).toMatch(/^\[Cold room: 1\u00a0°C íš bé.* 2\u00a0°C\..*\]$/)
})

test('what somebody needs help with is said in Spanish', () => {
  language.value = 'es'
  for (const reason of Object.keys(SENTENCE_WORDS.reason)) {
    const { text, said } = tell('help_called', { reason, line: null, location_id: null, station: null, note: null })
    expect(saidText(text, said)).not.toBe(text)
  }
})

test('why a device gives nothing is said in Spanish, by every reason that has no code of its own', () => {
  expect(reasonText('no_sample')).toBeNull()
  language.value = 'es'
  for (const reason of DEVICE_REASONS) expect(reasonText(reason)).toMatch(/^[A-ZÁÉ].*\.$/)
  expect(reasonText('comm_lost')).toBeNull()
})
