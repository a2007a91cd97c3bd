import type { BadReason } from '@flowviz/contract/quality'
import { decimalOf } from '../../scale/decimal.ts'
import { fit } from '../../scale/fit.ts'
import { NOISE, type Said } from '../../scale/said.ts'

/** LF, status, range, mode, motion, one byte kept for later, ten of weight, three of unit, CR. */
const WEIGHT =
  /^\n(?<status>[ ZOUEIT])\d(?<mode>[GNTgn])(?<motion>[ M])[ A-Za-z](?<weight>[ \d.+-]{10})(?<unit>[A-Za-z%_ ]{3})\r$/
const ABOUT = /^\n(?<key>[A-Z][A-Z ]{2}):(?<text>[ -~]{0,100})\r$/
const DIAGNOSTICS = /^\n(?<flags>[ A-Za-z]{4})\r$/
const REFUSED = /^\n(?<why>[?!])\r$/

/** With these the digits, dashes or not, are no weight. */
const REASON: Readonly<Record<string, BadReason>> = {
  O: 'overload',
  U: 'underload',
  E: 'zero_error',
  I: 'zero_error',
  T: 'device_exception',
}
const BASIS = { g: 'gross', n: 'net', t: 'tare' } as const
const WHY: Readonly<Record<string, string>> = {
  '?': 'The scale does not know the command.',
  '!': 'The scale did not understand: communication error.',
}

/** One reply of SCP-0499: a weight of 20 bytes, a line about the scale, its diagnostics, or a refusal. */
export function decode(frame: Uint8Array): Said {
  const load = fit(frame, WEIGHT)
  if (load !== null) return loadOf(load)
  const why = fit(frame, REFUSED)?.why
  if (why !== undefined) return { kind: 'ack', done: false, detail: WHY[why]! }
  const about = fit(frame, ABOUT)
  if (about !== null) return { kind: 'info', text: about.key === 'END' ? '' : `${about.key}:${about.text}` }
  const flags = fit(frame, DIAGNOSTICS)?.flags
  return flags === undefined ? NOISE : { kind: 'info', text: `diagnostics: ${flags.trim() || 'no error'}` }
}

function loadOf({ status = '', mode = '', motion, weight = '', unit = '' }: Record<string, string | undefined>): Said {
  const reason = REASON[status]
  if (reason !== undefined) return { kind: 'status', reason, answer: true }
  if (/^ *-+ *$/.test(weight)) return { kind: 'status', reason: 'no_value', answer: true }
  const value = decimalOf(weight)
  if (value === null) return NOISE
  const printed = unit.replaceAll(/[_ ]/g, '')
  return {
    kind: 'weight',
    value,
    unit: printed === '' ? null : printed,
    stable: motion !== 'M',
    basis: BASIS[mode.toLowerCase() as keyof typeof BASIS],
    at_zero: status === 'Z',
    answer: true,
    ...(mode === 'g' || mode === 'n' ? { high_res: true } : {}),
  }
}
