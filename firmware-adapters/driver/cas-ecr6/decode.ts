import { decimalOf } from '../../scale/decimal.ts'
import { fit } from '../../scale/fit.ts'
import { NOISE, type Said } from '../../scale/said.ts'

const ACK = 0x06
const [HEAD, TAIL] = ['\x01\x02', '\x03\x04']
const BODY = String.raw`(?<state>[SU])(?<sign>[ +-])(?<weight>[ \dF.]{6})(?<unit>[A-Za-z ]{2})`
const LOAD = new RegExp(`^${HEAD}(?<body>${BODY})(?<check>[^])${TAIL}$`)

/** One frame of ECR type 6: nothing is said whose check character is not the exclusive or of what it guards. */
export function decode(frame: Uint8Array): Said {
  if (frame.length === 1 && (frame[0]! & 0x7f) === ACK) return { kind: 'ack', done: true }
  const parts = fit(frame, LOAD)
  if (parts === null) return NOISE
  const { body = '', state, sign = '', weight = '', unit = '', check = '' } = parts
  if (checkOf(body) !== check.charCodeAt(0)) return NOISE
  if (weight.includes('F')) return { kind: 'status', reason: sign === '-' ? 'underload' : 'overload' }
  const value = decimalOf(sign + weight)
  if (value === null) return NOISE
  return {
    kind: 'weight',
    value,
    unit: unit.trim() === '' ? null : unit.trim(),
    stable: state === 'S',
    basis: 'unknown',
  }
}

/** Exclusive or of the characters from the state to the last one of the unit. */
const checkOf = (body: string): number => [...body].reduce((check, character) => check ^ character.charCodeAt(0), 0)
