import type { BadReason } from '@flowviz/contract/quality'
import { crc16 } from '../../protocol/modbus-frame.ts'
import { decimalOf } from '../../scale/decimal.ts'
import { fit, type Parts } from '../../scale/fit.ts'
import { NOISE, type Said } from '../../scale/said.ts'
import type { SystecSettings } from './settings.ts'

const MOMENT = String.raw`[\d.:/ -]{13}`
const WEIGHTS = '(?<gross>[ .,+0-9-]{8})(?<tare>[ .,+0-9-]{8})(?<net>[ .,+0-9-]{8})'
/** Error, state, date and time, number in the archive, scale, weights, unit, kind of tare, range, terminal, check. */
const RECORD = new RegExp(
  String.raw`^<(?<body>(?<error>\d\d)(?<state>\d\d)${MOMENT}(?<id>[ \d]{4})[ \d]${WEIGHTS}` +
    String.raw`(?<unit>[A-Za-z ]{2})[A-Z ]{2}[\d -][ \d]{3})(?<check>[ \d]{8})>$`,
)
const BARE = /^<(?<error>\d\d)>$/

const REASON: Readonly<Record<string, BadReason>> = {
  '12': 'overload',
  '13': 'busy',
  '18': 'busy',
  '20': 'underload',
}

/** One record. Its check digits are the CRC-16 (polynomial A001h, from FFFFh) of all that stands before them. */
export function decode(frame: Uint8Array, { checksum }: SystecSettings): Said {
  const error = fit(frame, BARE)?.error
  if (error === '00') return { kind: 'ack', done: true }
  if (error !== undefined) return failed(error)
  const parts = fit(frame, RECORD)
  if (parts === null) return NOISE
  if (checksum && parts.check !== String(crc16(Buffer.from(parts.body!, 'latin1'))).padStart(8)) return NOISE
  return parts.error === '00' ? loadOf(parts) : failed(parts.error!)
}

const failed = (error: string): Said => ({
  kind: 'status',
  reason: REASON[error] ?? 'device_exception',
  detail: `error ${error}`,
  answer: true,
})

/** The net weight while there is a tare, the gross weight otherwise. */
function loadOf({ state = '', id = '', unit = '', ...printed }: Parts): Said {
  const [gross, tare, net] = [printed.gross!, printed.tare!, printed.net!].map(text =>
    decimalOf(text.replace(',', '.')),
  )
  if (gross == null || tare == null || net == null) return NOISE
  const tared = /[1-9]/.test(tare)
  // The second digit of the state says that the gross weight is negative, whether or not its sign is printed.
  const signed = state[1] === '1' && !gross.startsWith('-') && /[1-9]/.test(gross) ? `-${gross}` : gross
  return {
    kind: 'weight',
    value: tared ? net : signed,
    unit: unit.trim() === '' ? null : unit.trim(),
    stable: state[0] === '0',
    basis: tared ? 'net' : 'gross',
    tare,
    // Without an archive the number is always 0.
    ...(/[1-9]/.test(id) ? { alibi_id: id.trim() } : {}),
  }
}
