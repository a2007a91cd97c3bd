import { hasCheckDigit } from '../gs1/check-digit.ts'
import { linkOfUrn } from './urn.ts'

/** The domain of canonical GS1 Digital Links. */
export const GS1_DOMAIN = 'https://id.gs1.org'

/** The primary keys of a Digital Link, by application identifier and by the short names of earlier releases. */
const KEYS: Readonly<Record<string, RegExp>> = {
  '00': /^\d{18}$/,
  '01': /^\d{8}$|^\d{12,14}$/,
  '253': /^\d{13}[^/]{0,17}$/,
  '255': /^\d{13,25}$/,
  '401': /^[^/]{1,30}$/,
  '402': /^\d{17}$/,
  '414': /^\d{13}$/,
  '417': /^\d{13}$/,
  '8003': /^0\d{13}[^/]{0,16}$/,
  '8004': /^[^/]{1,30}$/,
  '8006': /^\d{18}$/,
  '8010': /^[^/]{1,30}$/,
  '8013': /^[^/]{1,25}$/,
  '8017': /^\d{18}$/,
  '8018': /^\d{18}$/,
}
const NAMES: Readonly<Record<string, string>> = {
  gtin: '01',
  sscc: '00',
  gln: '414',
  party: '417',
  gdti: '253',
  grai: '8003',
  giai: '8004',
  itip: '8006',
  lot: '10',
  ser: '21',
  cpv: '22',
}
const QUALIFIERS = new Set(['10', '21', '22', '235', '254', '8011', '8019'])

/** Digits of a key that end with a check digit. */
const CHECKED: Readonly<Record<string, (value: string) => string>> = {
  '00': value => value,
  '01': value => value,
  '253': value => value.slice(0, 13),
  '255': value => value.slice(0, 13),
  '402': value => value,
  '414': value => value,
  '417': value => value,
  '8003': value => value.slice(1, 14),
  '8006': value => value.slice(0, 14),
  '8017': value => value,
  '8018': value => value,
}

/** A percent-encoded part of a path; `'` stays, as the pre-hash string of EPCIS has it. */
export const segment = (text: string): string =>
  encodeURIComponent(text).replace(/[!()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** A canonical Digital Link of keys and values in their order. */
export const linkUri = (...parts: string[]): string => `${GS1_DOMAIN}/${parts.map(segment).join('/')}`

/** Key, value, qualifier, value ... of a Digital Link of any domain or of an EPC URN; null for any other URI. */
export function partsOf(uri: string): string[] | null {
  if (uri.startsWith('urn:')) return linkOfUrn(uri)
  const path = /^https?:\/\/[^/?#]+\/(?<path>[^?#]+)/i.exec(uri)?.groups?.path?.split('/').map(decoded)
  if (path === undefined) return null
  for (let at = 0; at + 1 < path.length; at++) {
    const key = NAMES[path[at]!] ?? path[at]!
    const value = path[at + 1]!
    if (!Object.hasOwn(KEYS, key) || !KEYS[key]!.test(value) || (path.length - at) % 2 !== 0) continue
    const rest = path.slice(at + 2).map((part, n) => (n % 2 === 0 ? (NAMES[part] ?? part) : part))
    if (rest.some((part, n) => n % 2 === 0 && !QUALIFIERS.has(part))) continue
    return [key, key === '01' ? value.padStart(14, '0') : value, ...rest]
  }
  return null
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** A URI in the one form that equal things share: the canonical Digital Link of a GS1 key; any other text as it is. */
export function canonicalUri(uri: string): string {
  const parts = partsOf(uri)
  return parts === null ? uri : linkUri(...parts)
}

/** Keys that goods and places are found by. */
const FOUND_BY = new Set(['00', '01', '414', '417'])

/** The digits of a URI whose check digit is wrong, and whether goods or a place are found by them; null for a right one. */
export function wrongCheckDigit(uri: string): { digits: string; isFoundBy: boolean } | null {
  const [key = '', value = ''] = uri.startsWith('urn:') ? [] : (partsOf(uri) ?? [])
  const digits = CHECKED[key]?.(value)
  return digits === undefined || hasCheckDigit(digits) ? null : { digits, isFoundBy: FOUND_BY.has(key) }
}
