import { decimalOf } from '../../scale/decimal.ts'
import { fit, type Parts } from '../../scale/fit.ts'
import { NOISE, type Said } from '../../scale/said.ts'
import type { Dialect, RiceLakeSettings } from './settings.ts'

const STX = '\x02'
const ETX = '\x03'
/** The grammar of each stream: polarity, weight with its point, unit, gross or net, state. */
const STREAM: Readonly<Record<Dialect, RegExp>> = {
  'rice-lake': new RegExp(
    String.raw`^${STX}(?<polarity>[ +^\]-])(?<weight>[ \d.^\]-]{7})(?<unit>[LKTGO ]|[A-Za-z]{2})(?<mode>[GNT])(?<state>[ MOIZ])\r$`,
  ),
  cardinal: new RegExp(
    String.raw`^\r(?<polarity>[ +-])(?<weight>[ \d.-]{6,7})(?<state>[ mMoOeE]) (?<unit>[A-Za-z]{1,2}|) {1,2}(?<mode>[GN]) {2}${ETX}$`,
  ),
  'weigh-tronix': / (?<mode>[GN])(?<polarity>[ +-])(?<weight>[ \d.-]{6,7}) (?<unit>[A-Za-z]{2,3}|[KLGO]) ?\r$/,
}
const UNITS: Readonly<Record<string, string>> = { L: 'lb', K: 'kg', G: 'g', O: 'oz' }
const BASIS = { G: 'gross', N: 'net', T: 'tare' } as const

/** On RS-485 the address stands before the answer. A unit of one capital letter is the mark of a stream, and no answer. */
const ANSWER =
  /^(?:(?<address>[A-Za-z0-9]) )?(?<weight> *[+-]? *\d{1,9}(?:\.\d{0,6})?) +(?<unit>[a-z]|[A-Za-z]{2,3})(?: +(?<mode>[GN])[A-Z]{0,4})? *\r$/
const TOOK = /^(?:(?<address>[A-Za-z0-9]) ?)?(?<took>OK|\?\?) *\r$/

/** One frame of the stream that is set, or one answer when the indicator is polled. */
export function decode(frame: Uint8Array, settings: RiceLakeSettings): Said {
  if (settings.mode === 'poll') return answerOf(frame, settings)
  const parts = fit(frame, STREAM[settings.dialect])
  return parts === null ? NOISE : streamed(parts, settings)
}

function streamed(
  { polarity = '', weight = '', unit = '', mode = '', state }: Parts,
  { dialect, tonne }: RiceLakeSettings,
): Said {
  const status = state?.toUpperCase()
  const shown = polarity + weight
  if (/^[\^ .]*\^[\^ .]*$/.test(shown)) return { kind: 'status', reason: 'overload' }
  if (/^[\] .]*\][\] .]*$/.test(shown)) return { kind: 'status', reason: 'underload' }
  if (status === 'O') return { kind: 'status', reason: polarity === '-' ? 'underload' : 'overload' }
  if (status === 'I' || status === 'E') return { kind: 'status', reason: 'no_value' }
  const value = decimalOf(shown)
  if (value === null) return NOISE
  return {
    kind: 'weight',
    value,
    unit: unitOf(unit.trim(), tonne),
    stable: dialect === 'weigh-tronix' ? null : status !== 'M',
    basis: BASIS[mode as keyof typeof BASIS],
    ...(dialect === 'rice-lake' ? { at_zero: status === 'Z' } : {}),
  }
}

/** A single letter is short for a unit; T may be a tonne or a short ton, and is neither until somebody says which. */
function unitOf(printed: string, tonne: boolean): string | null {
  if (printed === '') return null
  const letter = printed.toUpperCase()
  if (letter === 'T' || letter === 'TN') return tonne ? 't' : 'ton'
  return UNITS[letter] ?? printed
}

function answerOf(frame: Uint8Array, { address, ask_for, tonne }: RiceLakeSettings): Said {
  const took = fit(frame, TOOK)
  if (took !== null)
    return isOurs(took, address)
      ? { kind: 'ack', done: took.took === 'OK', detail: took.took === 'OK' ? 'OK' : 'The indicator answers ??.' }
      : NOISE
  const load = fit(frame, ANSWER)
  const value = load === null || !isOurs(load, address) ? null : decimalOf(load.weight!)
  if (load === null || value === null) return NOISE
  const basis = load.mode === undefined ? ask_for : BASIS[load.mode as 'G' | 'N']
  return { kind: 'weight', value, unit: unitOf(load.unit!, tonne), stable: null, basis }
}

const isOurs = ({ address }: Parts, own: string) => (address ?? '') === own
