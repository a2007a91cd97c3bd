import type { BadReason } from '@flowviz/contract/quality'
import { decimalOf } from '../../scale/decimal.ts'
import { fit, type Parts } from '../../scale/fit.ts'
import { NOISE, type Said } from '../../scale/said.ts'
import type { DiniSettings } from './settings.ts'

const ADDRESS = String.raw`(?<address>\d\d)?`
const STATE = '(?<state>ST|US|OL|UL|TL|ER)'
/** The unit, and the number under which the alibi memory keeps the weighing. */
const TAIL = String.raw`,(?<unit>[A-Za-z% ]{2})(?:[, ]*(?:ID *)?(?<alibi>\d{5}-\d{6}))?\r\n$`
const STANDARD = new RegExp(String.raw`${ADDRESS}${STATE},(?<kind>GS|NT|GX|VL|RZ),(?<value>[^,\r\n]{8})${TAIL}`)
const TARED = String.raw`(?<value>[^,\r\n]{10}),(?:PT|  )(?<tare>[ \d.+-]{10})`
const EXTENDED = new RegExp(
  String.raw`${ADDRESS}\d,${STATE},${TARED},(?<pieces>[ \d.+-]{10}),(?<apw>[ \d.+-]{10})${TAIL}`,
)
const OK = /^(?<address>\d\d)?OK\r\n$/
const REFUSED = /^(?<address>\d\d)?(?<why>ERR0[1-4]|NO)\r\n$/
const ABOUT = /^(?<address>\d\d)?(?<text>(?:VER|STAT)[ -~]{0,80})\r\n$/

const REASON: Readonly<Record<string, BadReason>> = {
  OL: 'overload',
  UL: 'underload',
  TL: 'device_exception',
  ER: 'device_exception',
}
const WHY: Readonly<Record<string, string>> = {
  ERR01: 'The command has letters behind it that do not belong to it.',
  ERR02: 'The command has wrong data.',
  ERR03: 'The command is not allowed now.',
  ERR04: 'The indicator does not know the command.',
  NO: 'The weighing was not stored.',
}

/** One line of a Dini Argeo indicator: the standard string, the extended one, or how it took a command. */
export function decode(frame: Uint8Array, { address }: DiniSettings): Said {
  const ours = (grammar: RegExp): Parts | null => {
    const parts = fit(frame, grammar)
    // Other indicators answer on the same RS-485 line.
    return parts === null || (address !== '' && parts.address !== address) ? null : parts
  }
  const standard = ours(STANDARD)
  if (standard !== null) return standardOf(standard)
  const extended = ours(EXTENDED)
  if (extended !== null) return extendedOf(extended)
  if (ours(OK) !== null) return { kind: 'ack', done: true }
  const why = ours(REFUSED)?.why
  if (why !== undefined) return { kind: 'ack', done: false, detail: `${why}: ${WHY[why]}` }
  const text = ours(ABOUT)?.text
  return text === undefined ? NOISE : { kind: 'info', text }
}

function standardOf({ state = '', kind, value: printed = '', unit, alibi }: Parts): Said {
  const reason = REASON[state]
  if (reason !== undefined) return { kind: 'status', reason }
  const value = decimalOf(printed)
  if (value === null) return /^[ .^_-]+$/.test(printed) ? { kind: 'status', reason: 'no_value' } : NOISE
  // Millivolts and internal points are no weight, whatever unit stands behind them.
  if (kind === 'VL' || kind === 'RZ') return { kind: 'info', text: `${kind} ${value}` }
  return {
    kind: 'weight',
    value,
    unit: unit!.trim() === '' ? null : unit!.trim(),
    stable: state === 'ST',
    basis: kind === 'NT' ? 'net' : 'gross',
    ...(kind === 'GX' ? { high_res: true } : {}),
    ...(alibi === undefined ? {} : { alibi_id: alibi }),
  }
}

function extendedOf({ state = '', value: printed = '', tare: tared = '', unit, alibi }: Parts): Said {
  const reason = REASON[state]
  if (reason !== undefined) return { kind: 'status', reason }
  const [value, tare] = [decimalOf(printed), decimalOf(tared)]
  if (value === null || tare === null) return NOISE
  return {
    kind: 'weight',
    value,
    unit: unit!.trim() === '' ? null : unit!.trim(),
    stable: state === 'ST',
    basis: /[1-9]/.test(tare) ? 'net' : 'gross',
    tare,
    ...(alibi === undefined ? {} : { alibi_id: alibi }),
  }
}
