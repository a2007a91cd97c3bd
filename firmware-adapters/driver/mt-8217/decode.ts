import { parityHolds, textOf } from '../../protocol/seven-bit.ts'
import { decimalOf } from '../../scale/decimal.ts'
import { NOISE, type Said } from '../../scale/said.ts'

const WEIGHT = /^ *(?<number>\d{1,5}\.\d{1,5})(?<net>N)? *$/
/** Confirmation of a self-test, echo on and echo off. */
const TOLD: Readonly<Record<string, string>> = {
  '': 'self-test begun',
  '@': 'self-test passed',
  E: 'echo on',
  F: 'echo off',
}
const QUESTION_MARK = 0x3f

/**
 * One reply of a scale that speaks 8217. A weight is always a stable one and has no unit; a scale that moves, or is
 * beyond its range, answers with a status.
 */
export function decode(frame: Uint8Array): Said {
  if (!parityHolds(frame)) return NOISE
  if ((frame[1]! & 0x7f) === QUESTION_MARK) return frame.length === 4 ? statusOf(frame[2]! & 0x7f) : NOISE
  const text = textOf(frame.subarray(1, -1))
  if (text === null) return NOISE
  const told = TOLD[text]
  if (told !== undefined) return { kind: 'info', text: told }
  const { number, net } = WEIGHT.exec(text)?.groups ?? {}
  const value = decimalOf(number ?? '')
  if (value === null) return NOISE
  return { kind: 'weight', value, unit: null, stable: true, basis: net === undefined ? 'gross' : 'net' }
}

/** Bits 0 to 3 are what is in the way of a weight; centre of zero, net and the bit that is always set are not. */
function statusOf(status: number): Said {
  const answer = { kind: 'status', answer: true } as const
  if (status & 2) return { ...answer, reason: 'overload' }
  if (status & 4) return { ...answer, reason: 'underload' }
  if (status & 1) return { ...answer, reason: 'busy', detail: 'The scale is in motion.' }
  if (status & 8) return { ...answer, reason: 'not_zeroed', detail: 'The scale is outside the range of zero.' }
  return { ...answer, reason: 'no_value' }
}
