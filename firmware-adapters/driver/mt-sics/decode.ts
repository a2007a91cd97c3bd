import { printable } from './frame.ts'

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
const HIDDEN_ERROR = /^S [SD] +Error +(?<detail>\d{1,3}[tb])$/
// A stable or dynamic weight whose field is blank: the scale shows dashes.
const EMPTY = /^S [SD](?: +[A-Za-z%][A-Za-z%/]{0,7})?$/
const ACK =
  /^(?<cmd>ZI|Z|TI|TAC|TA|T|DW|D|K) (?<state>[ASD])(?: +(?<value>[-+]?\d{1,12}(?:\.\d{1,9})?) +(?<unit>\S{1,8}))? *$/
const STATUS = /^(?<cmd>SIR|SI|SR|S|ZI|Z|TI|TAC|TA|T|I\d{1,2}|DW|D|K) (?<state>[I+\-LE^v])$/
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
  const whole = textOf(frame)
  if (whole === null) return NOISE
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

/** The seven-bit text before CR LF; null when something unprintable stands inside. */
function textOf(bytes: Uint8Array): string | null {
  let text = ''
  for (const byte of bytes.subarray(0, -2)) {
    if (!printable(byte)) return null
    text += String.fromCharCode(byte & 0x7f)
  }
  return text
}

/** True when bit 7 is clear in every byte, or is the even or the odd parity of every byte (an 8N1 port on a 7E1 line). */
function parityHolds(bytes: Uint8Array): boolean {
  const seen = { clear: true, even: true, odd: true }
  for (const byte of bytes) {
    let ones = 0
    for (let bit = 0; bit < 8; bit++) ones += (byte >> bit) & 1
    if (byte & 0x80) seen.clear = false
    if (ones % 2 === 0) seen.odd = false
    else seen.even = false
  }
  return seen.clear || seen.even || seen.odd
}
