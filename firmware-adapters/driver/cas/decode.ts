import { decimalOf } from '../../scale/decimal.ts'
import { fit, type Parts, sevenBit } from '../../scale/fit.ts'
import { NOISE, type Said } from '../../scale/said.ts'
import type { CasFormat, CasSettings } from './settings.ts'

const HEAD = '(?<state>ST|US|OL|UL),(?<mode>GS|NT|TR),'
/** Eight of sign, digits and point. */
const DATA = String.raw`(?<data>[ +-][ \d.]{7}|[ -]{8})`
const GRAMMAR: Readonly<Record<CasFormat, RegExp>> = {
  '22': new RegExp(String.raw`${HEAD}(?<device>[ -~])(?<lamp>[ -?\x60-\x7f]),${DATA} (?<unit>[A-Za-z ]{2})\r\n$`),
  '18': new RegExp(String.raw`${HEAD}${DATA}(?<unit>[A-Za-z ]{2})\r\n$`),
  // Nothing marks its beginning, so the whole line has to fit.
  '10': new RegExp(String.raw`^${DATA}\r\n$`),
}
const REFUSED = /^(?:\d\d)?(?<why>[!?])\r\n$/
const WHY: Readonly<Record<string, string>> = {
  '!': 'The indicator did not execute the command.',
  '?': 'The indicator does not know the command.',
}
const BASIS: Readonly<Record<string, 'gross' | 'net' | 'tare'>> = { GS: 'gross', NT: 'net', TR: 'tare' }

/** Where the lamp byte stands in a frame of 22 bytes. */
const LAMP_AT = 7
const LAMP_ZERO = 0x01

/** One line of a CAS indicator in the format that it is set to. */
export function decode(frame: Uint8Array, { format }: CasSettings): Said {
  const why = fit(frame, REFUSED)?.why
  if (why !== undefined) return { kind: 'ack', done: false, detail: WHY[why]! }
  if (format !== '22') return loadOf(fit(frame, GRAMMAR[format]), null)
  const at = sevenBit(frame).search(GRAMMAR[format]) + LAMP_AT
  if (at < LAMP_AT) return NOISE
  // The lamp is a number and no character: it takes no part in the parity.
  return loadOf(fit(withoutLamp(frame, at), GRAMMAR[format]), frame[at]!)
}

/** The same text with the comma behind the lamp in its place. */
function withoutLamp(frame: Uint8Array, at: number): Uint8Array {
  const text = Uint8Array.from(frame)
  text[at] = frame[at + 1]!
  return text
}

function loadOf(parts: Parts | null, lamp: number | null): Said {
  if (parts === null) return NOISE
  const { state, mode = '', data = '', unit = '' } = parts
  if (state === 'OL') return { kind: 'status', reason: 'overload' }
  if (state === 'UL') return { kind: 'status', reason: 'underload' }
  const value = decimalOf(data)
  if (value === null) return /^[ -]+$/.test(data) ? { kind: 'status', reason: 'no_value' } : NOISE
  return {
    kind: 'weight',
    value,
    unit: unit.trim() === '' ? null : unit.trim(),
    stable: state === undefined ? null : state === 'ST',
    basis: BASIS[mode] ?? 'unknown',
    ...(lamp === null ? {} : { at_zero: (lamp & LAMP_ZERO) !== 0 }),
  }
}
