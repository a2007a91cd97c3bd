import type { Said } from '@flowviz/contract/said'
import { ageText, dayText, decimalText, timeText, unitText } from '@flowviz/contract/screen/format'
import { SENTENCE_WORDS, SENTENCES } from '@flowviz/contract/sentence'
import { filled, type Sentence, type Tongue } from '@flowviz/contract/sentence-fill'
import { REASONS_ES } from './es/reason.ts'
import { SENTENCE_WORDS_ES, SENTENCES_ES } from './es/said.ts'
import { language } from './language.ts'
import { pseudo } from './pseudo.ts'

const NBSP = '\u00a0'
const SECOND_MS = 1000

/** Numbers, moments and ages as every screen of the floor writes them. */
const FLOOR = {
  measure: (value, unit) => {
    const sign = unit === '1' ? '' : unitText(unit)
    const number = /^-?\d+(\.\d+)?$/.test(value) ? decimalText(value) : value
    return sign === '' ? number : `${number}${NBSP}${sign}`
  },
  moment: iso => `${dayText(iso)} ${timeText(iso)}`,
  span: seconds => ageText(seconds * SECOND_MS),
} as const satisfies Partial<Tongue>

const plain = (template: string) => template
const form = (locale: string): Tongue['form'] => {
  const rules = new Intl.PluralRules(locale)
  return count => (rules.select(count) === 'one' ? 'one' : 'other')
}
const TONGUES: Readonly<Record<'en' | 'es' | 'en-XA', Tongue>> = {
  en: { ...FLOOR, words: SENTENCE_WORDS, form: form('en'), draw: plain },
  es: { ...FLOOR, words: SENTENCE_WORDS_ES, form: form('es'), draw: plain },
  'en-XA': { ...FLOOR, words: SENTENCE_WORDS, form: form('en'), draw: pseudo },
}

/** A sentence of the server in the language of the moment; null for one that this release does not know. */
export function speak({ code, params }: Said): string | null {
  const sentences: Readonly<Record<string, Sentence>> = language.value === 'es' ? SENTENCES_ES : SENTENCES
  const sentence = sentences[code]
  return sentence === undefined ? null : filled(sentence, params, TONGUES[language.value])
}

/** Why a device gives nothing; null where the words of the appliance have to do. */
export function speakReason(reason: string): string | null {
  return language.value === 'es' ? ((REASONS_ES as Readonly<Record<string, string>>)[reason] ?? null) : null
}
