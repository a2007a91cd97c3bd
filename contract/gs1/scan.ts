import { associationFault } from './association.ts'
import { readBracketed } from './bracketed.ts'
import { isLink, readDigitalLink } from './digital-link.ts'
import { contentFault, type Element, type Found } from './element.ts'
import { GS, readElementString } from './element-string.ts'
import { type Fault, fault } from './fault.ts'
import { gtin14, isSscc } from './key.ts'
import { otherReadings, restoreSeparators } from './separator.ts'
import { type Form, type Reading, readAnySymbol, readingOf } from './symbol.ts'
import { uncapped } from './symbology.ts'

/** `incomplete`: what the elements need stands on another symbol of the same label. */
export const WARNING_CODES = [
  'symbology_missing',
  'symbology_guessed',
  'separator_substituted',
  'separator_lost',
  'ambiguous',
  'incomplete',
] as const

/** What was assumed, so that a person can look twice. `other` is the other way to read the same scan. */
export interface Warning {
  code: (typeof WARNING_CODES)[number]
  message: string
  other?: Element[]
}

/** A scan that was read. `symbology` is the AIM identifier; null when the scanner sent none. */
export interface Scan {
  ok: true
  form: Form
  symbology: string | null
  elements: Element[]
  warnings: Warning[]
}

export interface ScanOptions {
  /** What this scanner sends instead of GS, for example `{GS}` or `~`. */
  separator?: string
  /** Some symbols of the item may be missing: what they would say is a warning (`incomplete`), not a refusal. */
  part?: boolean
}

/** More than any GS1 symbol holds: a QR Code carries at most 7,089 characters. */
const LENGTH_MAX = 8_000
/** The digits of GTINs, GLNs and SSCCs. */
const KEY_LENGTHS = new Set([8, 12, 13, 14, 18])

const bare = (elements: readonly Found[]): Element[] => elements.map(({ ai, value }) => ({ ai, value }))

/** Digits that are a whole key by themselves. */
function readKey(text: string): Reading | null {
  const gtin = gtin14(text)
  if (gtin !== null) return readingOf([{ ai: '01', value: gtin, at: 0 }], 'gtin') as Reading
  return isSscc(text) ? (readingOf([{ ai: '00', value: text, at: 0 }], 'sscc') as Reading) : null
}

/** What scanners put around a scan: a line end or a tab, and STX and ETX. */
const ENDS = new Set(['\r', '\n', '\t', '\u0003'])
const BEGINS = '\u0002'

/** Linear, which a pattern with an end would not be. */
function unwrapped(text: string): { typed: string; from: number } {
  const from = text.startsWith(BEGINS) ? 1 : 0
  let end = text.length
  while (end > from && ENDS.has(text[end - 1]!)) end--
  return { typed: text.slice(from, end), from }
}

interface Guess {
  reading: Reading | Fault
  warnings: Warning[]
}

const refused = (reading: Fault): Guess => ({ reading, warnings: [] })

function readBare(text: string): Guess {
  const key = readKey(text)
  if (key === null && KEY_LENGTHS.has(text.length) && /^\d+$/.test(text)) {
    // Rather refused than read as the internal AI 95 that a mistyped GTIN would make.
    return refused(fault('gs1_check_digit', text.length - 1, 'the check digit is wrong'))
  }
  const elements = readingOf(readElementString(text), 'element_string')
  if (key === null) {
    const message = 'The scanner sent no symbology identifier: read as a GS1 symbol.'
    return { reading: elements, warnings: text.startsWith(GS) ? [] : [{ code: 'symbology_missing', message }] }
  }
  if (!elements.ok || associationFault(elements.elements) !== null) return { reading: key, warnings: [] }
  const message = 'These digits are a key, but could be a GS1 symbol too.'
  return { reading: key, warnings: [{ code: 'ambiguous', message, other: bare(elements.elements) }] }
}

/** A 13-digit key under `]e0` is an EAN that a keyboard sent in lower case: no such symbol of GS1 is that short. */
const EAN_LOWER = /^\]e0\d{13}$/
/** A UPC-A that came without the zero in front which makes it an EAN-13. */
const UPC = /^\]E0\d{12}$/

function readIdentified(text: string): Guess {
  const found = text.slice(0, 3)
  const key = EAN_LOWER.test(text) ? readKey(text.slice(3)) : null
  const meant = key === null ? uncapped(found) : ']E0'
  const body = text.slice(3)
  if (meant === null && UPC.test(text) && gtin14(body) !== null)
    return { reading: readAnySymbol(`]E00${body}`), warnings: [] }
  if (meant === null) return { reading: readAnySymbol(text), warnings: [] }
  const message = `Read ${found} as ${meant}: with Caps Lock the letters of the values are changed too.`
  return { reading: readAnySymbol(meant + body), warnings: [{ code: 'symbology_guessed', message }] }
}

function readAny(text: string): Guess {
  if (text.startsWith('(')) return { reading: readingOf(readBracketed(text), 'bracketed'), warnings: [] }
  if (isLink(text)) return { reading: readingOf(readDigitalLink(text), 'digital_link'), warnings: [] }
  if (text.startsWith(']')) return readIdentified(text)
  return readBare(text)
}

/** Reads the text as it is; when that fails, with GS for what a scanner may have put in its place. */
function readRestored(text: string, options: ScanOptions): Guess {
  const own = options.separator
  const first = own !== undefined && own !== '' ? restoreSeparators(text, own) : null
  const plain = readAny(text)
  if (plain.reading.ok && first === null) return plain
  const restored = first ?? restoreSeparators(text)
  if (restored === null) return plain
  const again = readAny(restored.text)
  if (!again.reading.ok) return plain
  const message = `Read ${JSON.stringify(restored.was)} as the separator GS.`
  return { ...again, warnings: [...again.warnings, { code: 'separator_substituted', message }] }
}

/** Says it when one of the symbols can be read in another way that keeps company with the rest. */
function lostSeparator(readings: readonly Reading[], place: number, options: ScanOptions): Warning[] {
  const { form, elements } = readings[place]!
  if (form !== 'element_string') return []
  const before = readings.slice(0, place).flatMap(reading => reading.elements)
  const behind = readings.slice(place + 1).flatMap(reading => reading.elements)
  for (const changed of otherReadings(elements)) {
    const other = [...before, ...changed, ...behind]
    const whole = contentFault(other) === null
    if (associationFault(other, whole ? options : { part: true }) !== null) continue
    const message = 'The separator behind a value may be lost: compare with the label.'
    return [{ code: 'separator_lost', message, ...(whole ? { other: bare(once(other)) } : {}) }]
  }
  return []
}

/** One symbol, its elements still with their places and not yet held against each other. */
function readOne(text: string, options: ScanOptions): Guess {
  if (text.length > LENGTH_MAX) return refused(fault('gs1_length', LENGTH_MAX, 'no symbol is that long'))
  const { typed, from } = unwrapped(text)
  if (typed === '') return refused(fault('gs1_empty', 0, 'the scan is empty'))
  const guess = readRestored(typed, options)
  return guess.reading.ok ? guess : refused({ ...guess.reading, at: guess.reading.at + from })
}

/**
 * Reads whatever a scanner or a person may hand in: a symbol with its AIM identifier, bracketed text,
 * an element string, a Digital Link, or the digits of a GTIN or an SSCC. Never throws; what was assumed
 * stands in `warnings`, and what cannot be read is refused with a code, a place and a hint.
 */
export function parseScan(text: string, options: ScanOptions = {}): Scan | Fault {
  return parseSymbols([text], options)
}

/**
 * Reads the symbols of one item together: a pallet label has two or three, and one may need what another
 * says. `at` of a refusal counts in the symbol that is wrong. `form` and `symbology` are the first one's.
 */
export function parseSymbols(texts: readonly string[], options: ScanOptions = {}): Scan | Fault {
  const guesses = texts.map(text => readOne(text, options))
  const bad = guesses.find(({ reading }) => !reading.ok)?.reading
  if (bad?.ok === false) return bad
  const readings = guesses.map(({ reading }) => reading).filter(reading => reading.ok)
  const [first] = readings
  if (first === undefined) return fault('gs1_empty', 0, 'nothing was scanned')
  const elements = readings.flatMap(reading => reading.elements)
  const wrong = associationFault(elements)
  const incomplete = wrong?.code === 'gs1_requires' && options.part === true
  const refusal = incomplete ? associationFault(elements, options) : wrong
  if (refusal !== null) return refusal
  const lost = readings.flatMap((_, place) => lostSeparator(readings, place, options))
  const missing: Warning[] = incomplete ? [{ code: 'incomplete', message: `${wrong.message}. ${wrong.hint}` }] : []
  const warnings = [...guesses.flatMap(guess => guess.warnings), ...lost, ...missing]
  return { ok: true, form: first.form, symbology: first.symbology, elements: bare(once(elements)), warnings }
}

/** Without what a later symbol says again. */
function once(elements: readonly Found[]): Found[] {
  const seen = new Set<string>()
  return elements.filter(({ ai }) => !seen.has(ai) && seen.add(ai))
}
