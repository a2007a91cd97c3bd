import { decimalOf } from '../../scale/decimal.ts'
import { NOISE, type Said, type Weight } from '../../scale/said.ts'
import { lineText } from '../../scale/text-line.ts'

export interface DecodeSettings {
  address: number | null
  decimal_mark: '.' | ','
}

/** The header of a weight: stable, stable count, unstable, held, over and under the range. */
const HEAD =
  /^(?:@(?<address>\d\d) *)?(?<head>ST|QT|US|HD|OL|UL) *,(?<kinds>(?: *(?:GS|NT|TR|PT|G|N|T|OK|HI|LO|--)(?: *[,:]| +(?=[-+ \d.]))){0,2})/
const HEADS = /(?:@\d\d *)?(?:ST|QT|US|HD|OL|UL) *,/g
const LOAD = /^ *(?<number>[-+]? *\d[\d.,]*?) *(?:, *)?(?<unit>[A-Za-z%][A-Za-z%/]{0,3})? *$/
/** Beyond the range the digits are nines, blanks or dashes; they are no weight. */
const BEYOND = /^[-+ \d.,^_]*(?:[A-Za-z%][A-Za-z%/]{0,3})? *$/
const ANSWER = /^(?:@(?<address>\d\d) *)?(?:(?<done>MZ|MT|CT)|(?<busy>I)|(?<unknown>\?)|EC, *(?<error>E\d\d))$/
const ACK = 0x06

const BASIS: Readonly<Record<string, Weight['basis']>> = {
  GS: 'gross',
  G: 'gross',
  NT: 'net',
  N: 'net',
  TR: 'tare',
  T: 'tare',
  PT: 'tare',
}
/** Not ready, too slow, not stable: may be asked again. What is left is a mistake or out of the range of the command. */
const BUSY_ERRORS = ['E02', 'E03', 'E11']

/**
 * One line of the A&D standard format, of its balances (`ST,+001234.5  g`), its indicators (`ST,GS,+0013.02kg`) and of
 * the many that print alike. OL is over the range, or under it when a minus follows, whatever the digits say.
 */
export function decode(frame: Uint8Array, settings: DecodeSettings): Said {
  // Without bit 7, in which the parity may be.
  if (frame.length <= 3 && (frame[0]! & 0x7f) === ACK) return { kind: 'ack', done: true }
  const text = lineText(frame)?.trimEnd()
  if (text === undefined) return NOISE
  const answer = ANSWER.exec(text)?.groups
  if (answer !== undefined) return mine(answer.address, settings) ? answerOf(answer) : NOISE
  // What stands before a whole weight cannot have changed it.
  const at = [...text.matchAll(HEADS)].at(-1)?.index
  const line = at === undefined ? '' : text.slice(at)
  const found = HEAD.exec(line)
  if (found === null || !mine(found.groups!.address, settings)) return NOISE
  const { head, kinds } = found.groups!
  const rest = line.slice(found[0].length)
  return head === 'OL' || head === 'UL' ? beyond(head, rest) : weightOf(head!, { kinds: kinds!, rest }, settings)
}

function answerOf({ done, busy, error }: Record<string, string | undefined>): Said {
  if (done !== undefined) return { kind: 'ack', done: true }
  const reason = busy !== undefined || BUSY_ERRORS.includes(error ?? '') ? 'busy' : 'device_exception'
  const detail = busy !== undefined ? 'The scale is busy.' : `The scale answers ${error ?? '?'}.`
  return { kind: 'status', reason, detail, answer: true }
}

function beyond(head: string, rest: string): Said {
  if (!BEYOND.test(rest)) return NOISE
  return { kind: 'status', reason: head === 'UL' || rest.trimStart().startsWith('-') ? 'underload' : 'overload' }
}

function weightOf(head: string, { kinds, rest }: { kinds: string; rest: string }, settings: DecodeSettings): Said {
  const { number, unit } = LOAD.exec(rest)?.groups ?? {}
  const value = decimalOf(number ?? '', settings.decimal_mark)
  if (value === null) return NOISE
  const basis = kinds
    .split(/[,: ]+/)
    .map(kind => BASIS[kind])
    .find(known => known !== undefined)
  return {
    kind: 'weight',
    value,
    unit: unit ?? null,
    // A held display is not the load as it is now.
    stable: head === 'ST' || head === 'QT',
    basis: basis ?? 'unknown',
  }
}

/** With an address only its frames are read; without one a frame that has one belongs to somebody else. */
function mine(address: string | undefined, settings: DecodeSettings): boolean {
  return address === undefined ? settings.address == null : Number(address) === settings.address
}
