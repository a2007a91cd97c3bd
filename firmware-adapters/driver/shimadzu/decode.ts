import { decimalOf } from '../../scale/decimal.ts'
import { NOISE, type Said } from '../../scale/said.ts'
import { lineText } from '../../scale/text-line.ts'

export interface DecodeSettings {
  decimal_mark: '.' | ','
}

const LOAD = /^(?<state>[SU])? *(?<number>[-+]? *\d[\d.,]*) *(?<unit>[A-Za-z%][A-Za-z%/]{0,3})? *$/
const BEYOND = /^[SU]? *(?<sign>[-+])? *o *L *(?:[A-Za-z%]{1,4})? *$/i
const ERROR = /^(?:[SU] *)?(?:Err|ERR|CHE|E)[. -]*(?<code>[A-Z]?\d{1,3}) *$/

/**
 * One line of a Shimadzu balance, also of CAS CBL and KERN ABT: S for stable or U for unstable, which a setting of the
 * balance may leave out, then sign, value and unit. `oL` is beyond the range, below it with a minus.
 */
export function decode(frame: Uint8Array, { decimal_mark }: DecodeSettings): Said {
  const text = lineText(frame)
  if (text === null) return NOISE
  const beyond = BEYOND.exec(text)?.groups
  if (beyond !== undefined) return { kind: 'status', reason: beyond.sign === '-' ? 'underload' : 'overload' }
  const error = ERROR.exec(text)?.groups?.code
  if (error !== undefined) return { kind: 'status', reason: 'device_exception', detail: text.trim() }
  const { state, number, unit } = LOAD.exec(text)?.groups ?? {}
  const value = decimalOf(number ?? '', decimal_mark)
  // A number alone may be half a line.
  if (value === null || (state === undefined && unit === undefined)) return NOISE
  return {
    kind: 'weight',
    value,
    unit: unit ?? null,
    stable: state === undefined ? null : state === 'S',
    basis: 'unknown',
  }
}
