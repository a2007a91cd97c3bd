import { associationFault } from './association.ts'
import { hasCheckDigit } from './check-digit.ts'
import { isLink, readDigitalLink } from './digital-link.ts'
import type { Found } from './element.ts'
import { readElementString } from './element-string.ts'
import { type Fault, fault } from './fault.ts'
import { type Carrier, carrierOf } from './symbology.ts'

export type Form = 'bracketed' | 'element_string' | 'digital_link' | 'gtin' | 'sscc' | 'plain'

/** One symbol, read; `plain` is text that is no GS1 data, with no elements. */
export interface Reading {
  ok: true
  form: Form
  symbology: string | null
  elements: Found[]
}

/** Elements that were read, as a reading; a refusal stays one, moved to where it stands in the whole text. */
export function readingOf(found: Found[] | Fault, form: Form, offset = 0): Reading | Fault {
  if (!Array.isArray(found)) return { ...found, at: found.at + offset }
  const elements = offset === 0 ? found : found.map(element => ({ ...element, at: element.at + offset }))
  return { ok: true, form, symbology: null, elements }
}

function primaryFault(digits: string, length: number): Fault | null {
  if (digits.length !== length) return fault('gs1_length', 3, `this symbol has ${length} digits`)
  const bad = digits.search(/\D/)
  if (bad >= 0) return fault('gs1_character', 3 + bad, 'this symbol has only digits')
  return hasCheckDigit(digits) ? null : fault('gs1_check_digit', 2 + length, 'the check digit is wrong')
}

/** An EAN or UPC symbol, perhaps with a composite component behind `|]e0`. */
function readEan(text: string, length: number): Reading | Fault {
  const bar = text.indexOf('|]e0')
  const digits = text.slice(3, bar < 0 ? undefined : bar)
  const wrong = primaryFault(digits, length)
  if (wrong !== null) return wrong
  const gtin: Found = { ai: '01', value: digits.padStart(14, '0'), at: 3 }
  if (bar < 0) return { ok: true, form: 'gtin', symbology: null, elements: [gtin] }
  const composite = readingOf(readElementString(text.slice(bar + 4)), 'element_string', bar + 4)
  return composite.ok ? { ...composite, elements: [gtin, ...composite.elements] } : composite
}

function readFree(text: string): Reading | Fault {
  const body = text.slice(3)
  if (isLink(body)) return readingOf(readDigitalLink(body), 'digital_link', 3)
  return { ok: true, form: 'plain', symbology: null, elements: [] }
}

const READERS: Record<Carrier, (text: string) => Reading | Fault> = {
  elements: text => readingOf(readElementString(text.slice(3)), 'element_string', 3),
  free: readFree,
  ean: text => readEan(text, text.startsWith(']E4') ? 8 : 13),
  itf: text => readEan(text, 14),
  internal: () => ({ ok: true, form: 'plain', symbology: null, elements: [] }),
}

/** Reads one symbol with its AIM identifier, those of everyday warehouses included: an ITF-14 is its GTIN, other codes are plain. */
export function readAnySymbol(text: string): Reading | Fault {
  if (!/^\][A-Za-z][0-9A-Za-z]/.test(text)) return fault('gs1_symbology', 0, 'the symbology identifier is missing')
  const symbology = text.slice(0, 3)
  const carrier = carrierOf(symbology)
  if (carrier === undefined) return fault('gs1_symbology', 0, `${symbology} is not read here`)
  const reading = READERS[carrier](text)
  return reading.ok ? { ...reading, symbology } : reading
}

/** Reads one symbol that GS1 gave an identifier to (`]C1`, `]d2`, `]Q3`, `]E0` ...), exactly as GS1 does; company is not checked. */
export function readSymbol(text: string): Reading | Fault {
  const carrier = carrierOf(text.slice(0, 3))
  if (carrier !== 'itf' && carrier !== 'internal') return readAnySymbol(text)
  return fault('gs1_symbology', 0, `${text.slice(0, 3)} says nothing of GS1`)
}

/** Holds the company of the elements: what needs what, what excludes what. */
export function inCompany(reading: Reading | Fault): Reading | Fault {
  return reading.ok ? (associationFault(reading.elements) ?? reading) : reading
}
