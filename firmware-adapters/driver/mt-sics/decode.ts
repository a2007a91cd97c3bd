import { parityHolds, textOf } from '../../protocol/seven-bit.ts'
import { decimalOf } from '../../scale/decimal.ts'

/** What a reply can mean, besides a weight or an acknowledgement. */
export type StatusCode = 'busy_or_timeout' | 'overload' | 'underload' | 'bad_parameter' | 'device_error' | 'no_value'

/** One reply of the scale. `cmd` names the command that it answers; weights answer S, SI and SIR alike with `S`. */
export type Decoded =
  | { kind: 'weight'; cmd: string; stable: boolean; value: string; unit: string }
  | { kind: 'status'; cmd: string; code: StatusCode; detail?: string }
  | { kind: 'ack'; cmd: string; code: 'done' | 'done_unstable'; value?: string; unit?: string }
  | { kind: 'info'; cmd: string; more: boolean; strings: string[] }
  | { kind: 'error'; code: 'syntax' | 'transmission' | 'logical' }
  | { kind: 'noise' }

const WEIGHT = String.raw`S (?<state>[SD]) +(?<value>[-+]? *\d{1,12}(?:\.\d{1,9})?) +(?<unit>[A-Za-z%][A-Za-z%/]{0,7})`
const WHOLE_WEIGHT = new RegExp(`^${WEIGHT} *$`)
// What stands before a whole weight cannot have changed it: the number lies behind the "S S".
const LAST_WEIGHT = new RegExp(`${WEIGHT} *$`)
// Radwag, by columns: command 3, marker of stability, blank, sign, mass 9, blank, unit 3; some leave the first blank out.
// A blank marker means stable, so nothing but the width keeps it apart from a reply that has lost its S or D.
const MASS_FRAME =
  /^(?<cmd>S {2}|SI |SU |SUI)(?<marker>[ ?^v]) ?(?<number>[ +-][ \d.]{9}) (?<unit>[A-Za-z%][A-Za-z% ]{2})$/
const MARKED_MASS = /^(?<cmd>S|SI|SU|SUI) *(?<marker>[?^v])(?<number>[-+ \d.]+?) *(?<unit>[A-Za-z%]{1,3}) *$/
const HIDDEN_ERROR = /^S [SD] +Error +(?<detail>\d{1,3}[tb])$/
// A stable or dynamic weight whose field is blank: the scale shows dashes.
const EMPTY = /^S [SD](?: +[A-Za-z%][A-Za-z%/]{0,7})?$/
const ACK =
  /^(?<cmd>ZI|Z|TI|TAC|TA|T|DW|D|K) (?<state>[ASD])(?: +(?<value>[-+]?\d{1,12}(?:\.\d{1,9})?) +(?<unit>\S{1,8}))? *$/
const STATUS = /^(?<cmd>SIR|SUI|SU|SI|SR|S|ZI|Z|TI|TAC|TA|T|I\d{1,2}|DW|D|K) (?<state>[I+\-LE^v])$/
// The AT106 leaves the blank out. A bare "SI" is not read: it may as well be the echo of what was asked.
const CLOSE_STATUS = /^(?<cmd>SI?|TI?|ZI?)(?<state>[+-])$/
const INFO = /^(?<cmd>I\d{1,2}) (?<state>[AB])(?: (?<rest>.*))?$/
const ERROR = { ES: 'syntax', ET: 'transmission', EL: 'logical' } as const
// Radwag says E for a stability time-out, ^ and v for the ends of the range.
const STATUS_CODE = {
  I: 'busy_or_timeout',
  E: 'busy_or_timeout',
  '+': 'overload',
  '^': 'overload',
  '-': 'underload',
  v: 'underload',
  L: 'bad_parameter',
} as const

const NOISE: Decoded = { kind: 'noise' }

/**
 * Reads one frame, its CR LF included. Never throws: what is not understood is noise.
 * Splits on runs of spaces, not on columns: real scales print the value 10 or 11 wide.
 */
export function decode(frame: Uint8Array): Decoded {
  const whole = textOf(frame.subarray(0, -2))
  if (whole === null) return NOISE
  const mass = massOf(whole)
  if (mass !== null) return parityHolds(frame) ? mass : NOISE
  const text = whole.trimEnd()
  const known = reply(text)
  const decoded = known.kind === 'noise' ? behindGarbage(text) : known
  if (decoded.kind === 'noise') return NOISE
  const length = decoded.kind === 'weight' ? (LAST_WEIGHT.exec(text)?.[0].length ?? text.length) : text.length
  return parityHolds(frame.subarray(text.length - length)) ? decoded : NOISE
}

function reply(text: string): Decoded {
  const weight = WHOLE_WEIGHT.exec(text)?.groups
  if (weight !== undefined) return weightOf(weight)
  if (text === 'ES' || text === 'ET' || text === 'EL') return { kind: 'error', code: ERROR[text] }
  // Some modules report an error behind a stable flag: `S S Error 10b` holds no weight.
  const hidden = HIDDEN_ERROR.exec(text)?.groups
  if (hidden !== undefined) return { kind: 'status', cmd: 'S', code: 'device_error', detail: hidden.detail! }
  if (EMPTY.test(text)) return { kind: 'status', cmd: 'S', code: 'no_value' }
  const status = (STATUS.exec(text) ?? CLOSE_STATUS.exec(text))?.groups
  if (status !== undefined)
    return { kind: 'status', cmd: status.cmd!, code: STATUS_CODE[status.state as keyof typeof STATUS_CODE] }
  const ack = ACK.exec(text)?.groups
  if (ack !== undefined) {
    const code = ack.state === 'D' ? 'done_unstable' : 'done'
    const load = ack.value === undefined ? {} : { value: ack.value.replace('+', ''), unit: ack.unit! }
    return { kind: 'ack', cmd: ack.cmd!, code, ...load }
  }
  const info = INFO.exec(text)?.groups
  if (info !== undefined) {
    const strings = [...(info.rest ?? '').matchAll(/"([^"]*)"/g)].map(found => found[1]!)
    return { kind: 'info', cmd: info.cmd!, more: info.state === 'B', strings }
  }
  return NOISE
}

function behindGarbage(text: string): Decoded {
  const weight = LAST_WEIGHT.exec(text)?.groups
  return weight === undefined ? NOISE : weightOf(weight)
}

function weightOf({ state, value, unit }: Record<string, string>): Decoded {
  return { kind: 'weight', cmd: 'S', stable: state === 'S', value: value!.replaceAll(/[ +]/g, ''), unit: unit! }
}

/** A weight as Radwag and KERN of its make send it; null when it is none. A scale that moves says `?`. */
function massOf(text: string): Decoded | null {
  const found = (MASS_FRAME.exec(text) ?? MARKED_MASS.exec(text))?.groups
  if (found === undefined) return null
  const cmd = found.cmd!.includes('I') ? 'SI' : 'S'
  if (found.marker === '^') return { kind: 'status', cmd, code: 'overload' }
  if (found.marker === 'v') return { kind: 'status', cmd, code: 'underload' }
  const value = decimalOf(found.number!)
  if (value === null) return null
  return { kind: 'weight', cmd, stable: found.marker === ' ', value, unit: found.unit!.trim() }
}
