import { decimalOf } from '../../scale/decimal.ts'
import { NOISE, type Said, type Weight } from '../../scale/said.ts'
import { lineText } from '../../scale/text-line.ts'

export interface DecodeSettings {
  decimal_mark: '.' | ','
}

/** An identifier of the long line, then sign, value and unit; the columns move by one from series to series. */
const LOAD =
  /^(?:(?<name>N[12]?|Net|G#?|T[12]?|PT2?|Qnt) +)?(?<number>[-+]? *[\d.,[\] ]*[\d\]])(?: *(?<unit>[A-Za-z%/][A-Za-z%]{0,2}))?$/
/** A digit in brackets is one that is not verified; older balances put the whole value between them. */
const BRACKETS = /^(?<before>[-+ \d.,]*)\[(?<inside>[ \d.,]*\d[ .,]*)\](?<behind>[ \d.,]*)$/
const STATUS =
  /^(?:Stat +)?(?<word>H{1,2}|L{1,2}|C|High|Low|OFF|ON|-{2,}|Cal\.?[A-Z.]*|Err\.? *\d{1,3}|(?:APP|DIS|PRT)\.?ERR)$/i
const BASIS: Readonly<Record<string, Weight['basis']>> = { N: 'net', G: 'gross', T: 'tare', P: 'tare' }

/**
 * One line of Sartorius SBI, 16 characters or 22 with an identifier. The unit is blank while the weight is not stable,
 * and so nothing but its presence says that it is.
 */
export function decode(frame: Uint8Array, { decimal_mark }: DecodeSettings): Said {
  const text = lineText(frame)?.trim()
  if (text === undefined) return NOISE
  const word = STATUS.exec(text)?.groups?.word
  if (word !== undefined) return statusOf(word)
  const { name, number, unit } = LOAD.exec(text)?.groups ?? {}
  if (number === undefined) return NOISE
  const bracketed = BRACKETS.exec(number)?.groups
  const digits = bracketed === undefined ? number : `${bracketed.before}${bracketed.inside!.trim()}${bracketed.behind}`
  const value = decimalOf(digits, decimal_mark)
  if (value === null) return NOISE
  return {
    kind: 'weight',
    value,
    // K is the Austrian carat, not the kilogram that other makers mean by it.
    unit: unit === undefined ? null : unit === 'K' ? 'carat' : unit,
    stable: unit !== undefined,
    basis: BASIS[name?.[0] ?? ''] ?? 'unknown',
    ...(bracketed === undefined ? {} : { high_res: true }),
  }
}

function statusOf(word: string): Said {
  const upper = word.toUpperCase()
  if (upper.startsWith('H')) return { kind: 'status', reason: 'overload' }
  if (upper.startsWith('L')) return { kind: 'status', reason: 'underload' }
  if (upper.startsWith('C')) return { kind: 'status', reason: 'busy', detail: 'The scale calibrates itself.' }
  if (upper.includes('ERR')) return { kind: 'status', reason: 'device_exception', detail: word }
  return { kind: 'status', reason: 'no_value' }
}
