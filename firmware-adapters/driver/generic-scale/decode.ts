import { parityHolds } from '../../protocol/seven-bit.ts'
import { decimalOf } from '../../scale/decimal.ts'
import { NOISE, type Said, type Weight } from '../../scale/said.ts'
import { marksOf } from './frame.ts'
import { type Group, readerFor } from './pattern.ts'
import type { GenericSettings } from './settings.ts'

type Told = Partial<Record<Group, string>>

/** One frame, without its marks, by the pattern and the words that are set. */
export function decode(frame: Uint8Array, settings: GenericSettings): Said {
  const { begin, end } = marksOf(settings)
  if (settings.mask_bit7 && !parityHolds(frame)) return NOISE
  const bits = settings.mask_bit7 ? frame.map(byte => byte & 0x7f) : frame
  const text = Buffer.from(bits).toString('latin1')
  const framed = text.startsWith(begin) && text.endsWith(end) && text.length >= begin.length + end.length
  return framed ? decodeText(text.slice(begin.length, text.length - end.length), settings) : NOISE
}

/** The same for text that has no marks: a sample. */
export function decodeText(text: string, settings: GenericSettings): Said {
  const told = readerFor(settings)(text)
  if (told === null) return NOISE
  if (settings.address !== '' && told.addr !== undefined && told.addr !== settings.address) return NOISE
  const { maps } = settings
  if (tells('over', told, maps.over)) return { kind: 'status', reason: 'overload' }
  if (tells('under', told, maps.under)) return { kind: 'status', reason: 'underload' }
  const value = numberOf((told.sign ?? '') + (told.value ?? '').trim(), settings)
  const stable = wordOf<boolean | null>(told.stable, maps.stable, null)
  const basis = wordOf<Weight['basis']>(told.basis, maps.basis, 'unknown')
  const tare = told.tare === undefined || told.tare.trim() === '' ? undefined : numberOf(told.tare.trim(), settings)
  // A word that nobody has described may mean that the number is no weight.
  if (value === null || stable === undefined || basis === undefined || tare === null) return NOISE
  return {
    kind: 'weight',
    value,
    unit: unitOf(told.unit?.trim() ?? '', settings),
    stable,
    basis,
    ...(tare === undefined ? {} : { tare }),
    ...(told.alibi === undefined ? {} : { alibi_id: told.alibi.trim().slice(0, 40) }),
  }
}

/** Whether a frame says that it is no weight: its own group found something, or a word of the list stands in it. */
function tells(group: 'over' | 'under', told: Told, words: readonly string[]): boolean {
  const own = told[group]?.trim() ?? ''
  if (own !== '' && (words.length === 0 || words.includes(own))) return true
  return [told.stable, told.value].some(word => word !== undefined && words.includes(word.trim()))
}

/** What a word means; undefined for one that is not in the list, `otherwise` where there is no list. */
function wordOf<T>(word: string | undefined, words: Readonly<Record<string, T>>, otherwise: T): T | undefined {
  const key = word?.trim() ?? ''
  if (Object.hasOwn(words, key)) return words[key]
  return key === '' || Object.keys(words).length === 0 ? otherwise : undefined
}

function unitOf(printed: string, { maps, unit_default }: GenericSettings): string | null {
  if (printed !== '') return Object.hasOwn(maps.unit, printed) ? maps.unit[printed]! : printed
  return unit_default === '' ? null : unit_default
}

/** Decimal text of a printed number, with the point where it is implied. */
function numberOf(printed: string, { decimal_char, implied_decimals }: GenericSettings): string | null {
  if (implied_decimals === 0) return decimalOf(printed, decimal_char)
  const found = /^(?<sign>[+-]?) *(?<digits>\d{1,12})$/.exec(printed)?.groups
  if (found === undefined) return null
  const digits = found.digits!.padStart(implied_decimals + 1, '0')
  const point = digits.length - implied_decimals
  return decimalOf(`${found.sign}${digits.slice(0, point)}.${digits.slice(point)}`)
}
