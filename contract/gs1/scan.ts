import { associationFault } from './association.ts'
import { readBracketed } from './bracketed.ts'
import { isLink, readDigitalLink } from './digital-link.ts'
import type { Element, Found } from './element.ts'
import { GS, readElementString } from './element-string.ts'
import { type Fault, fault } from './fault.ts'
import { gtin14, isSscc } from './key.ts'
import { otherReading, restoreSeparators } from './separator.ts'
import { type Form, inCompany, type Reading, readAnySymbol, readingOf } from './symbol.ts'

/** What was assumed, so that a person can look twice. `other` is the other way to read the same scan. */
export interface Warning {
  code: 'symbology_missing' | 'separator_substituted' | 'separator_lost' | 'ambiguous'
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

/** Many scanners end a scan as a keyboard would. */
function withoutReturn(text: string): string {
  let end = text.length
  while (end > 0 && (text[end - 1] === '\r' || text[end - 1] === '\n')) end--
  return text.slice(0, end)
}

interface Guess {
  reading: Reading | Fault
  warnings: Warning[]
}

function readBare(text: string): Guess {
  const key = readKey(text)
  if (key === null && KEY_LENGTHS.has(text.length) && /^\d+$/.test(text)) {
    // Rather refused than read as the internal AI 95 that a mistyped GTIN would make.
    const wrong = fault('gs1_check_digit', text.length - 1, 'the check digit is wrong')
    return { reading: wrong, warnings: [] }
  }
  const elements = inCompany(readingOf(readElementString(text), 'element_string'))
  if (key === null) {
    const message = 'The scanner sent no symbology identifier: read as a GS1 symbol.'
    return { reading: elements, warnings: text.startsWith(GS) ? [] : [{ code: 'symbology_missing', message }] }
  }
  if (!elements.ok) return { reading: key, warnings: [] }
  const message = 'These digits are a key, but could be a GS1 symbol too.'
  return { reading: key, warnings: [{ code: 'ambiguous', message, other: bare(elements.elements) }] }
}

function readAny(text: string): Guess {
  if (text.startsWith('(')) return { reading: inCompany(readingOf(readBracketed(text), 'bracketed')), warnings: [] }
  if (isLink(text)) return { reading: inCompany(readingOf(readDigitalLink(text), 'digital_link')), warnings: [] }
  if (text.startsWith(']')) return { reading: inCompany(readAnySymbol(text)), warnings: [] }
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
  const message = `Read "${restored.was}" as the separator GS.`
  return { ...again, warnings: [...again.warnings, { code: 'separator_substituted', message }] }
}

function lostSeparator(reading: Reading): Warning[] {
  const other = reading.form === 'element_string' ? otherReading(reading.elements) : null
  if (other === null || associationFault(other) !== null) return []
  const message = 'The separator behind a value may be lost: compare with the label.'
  return [{ code: 'separator_lost', message, other: bare(other) }]
}

/**
 * Reads whatever a scanner or a person may hand in: a symbol with its AIM identifier, bracketed text,
 * an element string, a Digital Link, or the digits of a GTIN or an SSCC. Never throws; what was assumed
 * stands in `warnings`, and what cannot be read is refused with a code, a place and a hint.
 */
export function parseScan(text: string, options: ScanOptions = {}): Scan | Fault {
  if (text.length > LENGTH_MAX) return fault('gs1_length', LENGTH_MAX, 'no symbol is that long')
  const typed = withoutReturn(text)
  if (typed === '') return fault('gs1_empty', 0, 'the scan is empty')
  const { reading, warnings } = readRestored(typed, options)
  if (!reading.ok) return reading
  const { form, symbology, elements } = reading
  return { ok: true, form, symbology, elements: bare(elements), warnings: [...warnings, ...lostSeparator(reading)] }
}
