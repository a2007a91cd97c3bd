import { decimalOf } from '../../scale/decimal.ts'
import { NOISE, type Said, type Weight } from '../../scale/said.ts'
import { lineText } from '../../scale/text-line.ts'

export interface DecodeSettings {
  decimal_mark: '.' | ','
}

/** Polarity, weight, unit, then `?` while it moves, a legend and the time; where they stand differs by family. */
const LOAD =
  /^ *(?<number>[-+]? *\d[\d.,]*) +(?<unit>[A-Za-z%][A-Za-z%/]{0,5})(?: *(?<moving>\?))?(?: *(?<legend>NET|Net|N|GROSS|Gross|G|B|PT|T|TARE|TOTAL|Total|HI|OK|LO|Under|Accept|Over))?(?: +\d\d:\d\d(?::\d\d)?)? *$/
/** Defender and Ranger print what is beyond the range as a word or a row of signs. */
const BEYOND =
  /^ *[-+]? *(?:(?<over>OL|OVERLOAD|Overload|Over Load|>+|\^{2,})|(?<under>UL|UNDERLOAD|Underload|Under Load|<+|_{2,}))(?: +[A-Za-z%]{1,5})? *$/
const ERROR = /^ *(?:Err(?:or)?|ERR(?:OR)?)[. :]*(?<code>\d{1,2}(?:\.\d{1,2})?)? *$/
const BLANK = /^ *-{3,}[-.]*(?: +[A-Za-z%]{1,5})? *$/
const BASIS: Readonly<Record<string, Weight['basis']>> = {
  N: 'net',
  NET: 'net',
  G: 'gross',
  GROSS: 'gross',
  B: 'gross',
  T: 'tare',
  TARE: 'tare',
  PT: 'tare',
}
/** Weight at power-on beyond the range of zero; above and below the range of the scale. */
const REASONS = { '8.1': 'not_zeroed', '8.2': 'not_zeroed', '8.3': 'overload', '8.4': 'underload' } as const

/** One line of an Ohaus scale: Defender, Ranger, Navigator and their like. `?` is unstable, its absence is stable. */
export function decode(frame: Uint8Array, { decimal_mark }: DecodeSettings): Said {
  const text = lineText(frame)
  if (text === null) return NOISE
  const { number, unit, moving, legend } = LOAD.exec(text)?.groups ?? {}
  if (number === undefined) return stateOf(text)
  const value = decimalOf(number, decimal_mark)
  if (value === null) return NOISE
  return {
    kind: 'weight',
    value,
    unit: unit!,
    stable: moving === undefined,
    basis: BASIS[legend?.toUpperCase() ?? ''] ?? 'unknown',
  }
}

function stateOf(text: string): Said {
  const beyond = BEYOND.exec(text)?.groups
  if (beyond !== undefined) return { kind: 'status', reason: beyond.over === undefined ? 'underload' : 'overload' }
  const error = ERROR.exec(text)?.groups
  if (error !== undefined) {
    const reason = REASONS[error.code as keyof typeof REASONS] ?? 'device_exception'
    return { kind: 'status', reason, detail: text.trim() }
  }
  if (BLANK.test(text)) return { kind: 'status', reason: 'no_value' }
  const answer = text.trim()
  if (answer === 'OK!') return { kind: 'ack', done: true }
  if (answer === 'ES') return { kind: 'ack', done: false, detail: 'The scale does not know the command.' }
  return NOISE
}
