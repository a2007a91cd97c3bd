import { decimalOf } from '../../scale/decimal.ts'
import { fit } from '../../scale/fit.ts'
import { NOISE, type Said } from '../../scale/said.ts'
import type { SoehnleSettings } from './settings.ts'

/** The number in the alibi memory, six digits of state, a letter, the value with its decimal comma, the unit. */
const LOAD =
  /(?:A(?<alibi>\d{7}))?(?<state>\d{6})(?<basis>[A-Z ])(?<value>[ \d,+-]{1,16}) (?<unit>[A-Za-z]{1,3}) ?\r\n$/
const BASIS: Readonly<Record<string, 'gross' | 'net' | 'tare'>> = { N: 'net', B: 'gross', G: 'gross', T: 'tare' }

/** One line of a Soehnle scale. With under- or overload set, what stands in the weight field is no weight. */
export function decode(frame: Uint8Array, { stable_digit }: SoehnleSettings): Said {
  const parts = fit(frame, LOAD)
  if (parts === null) return NOISE
  const { alibi, state = '', basis = '', value: printed = '', unit } = parts
  if (state[0] !== '0') return { kind: 'status', reason: 'underload' }
  if (state[1] !== '0') return { kind: 'status', reason: 'overload' }
  const value = decimalOf(printed, ',')
  if (value === null) return NOISE
  return {
    kind: 'weight',
    value,
    unit: unit!,
    stable: stable_digit === 0 ? null : state[stable_digit - 1] === '1',
    basis: BASIS[basis] ?? 'unknown',
    ...(alibi === undefined ? {} : { alibi_id: alibi }),
  }
}
