import { crcHolds } from '../protocol/modbus-frame.ts'
import { type Match, scoreOf } from './match.ts'

export interface ModbusHeard {
  match: Match | null
  /** Unit ids that were asked or that answered. */
  units: number[]
  /** Somebody asked, and it was not us: two masters on one line destroy each other's frames. */
  foreign_master: boolean
}

interface Found {
  length: number
  unit: number
  code: number
  asked: boolean
}

const READS = [1, 2, 3, 4]
const WRITES = [5, 6]
const MULTIPLE = [15, 16]
const QUANTITY_MAX = 2_000
/** A checksum of 16 bits fits by chance now and then: fewer frames than this are hardly a proof. */
const ENOUGH = 6

/** What of these bytes is Modbus RTU: every frame with a function code, a length and a checksum that fit each other. */
export function modbusHeard(bytes: Uint8Array): ModbusHeard {
  const found: Found[] = []
  let first = 0
  for (let at = 0; at + 4 <= bytes.length; ) {
    const frame = frameAt(bytes.subarray(at), found.at(-1))
    if (frame === null) at += 1
    else {
      if (found.length === 0) first = at
      found.push(frame)
      at += frame.length
    }
  }
  const units = [...new Set(found.map(({ unit }) => unit))].sort((one, other) => one - other)
  return {
    match: matchOf(found, bytes.length - Math.min(first, 32)),
    units,
    foreign_master: found.some(({ asked }) => asked),
  }
}

function matchOf(found: readonly Found[], heard: number): Match | null {
  const said = found.reduce((sum, { length }) => sum + length, 0)
  const score = Math.round(scoreOf(said, heard) * Math.min(1, found.length / ENOUGH) * 100) / 100
  if (score === 0) return null
  const codes = [...new Set(found.map(({ code }) => code))].sort((one, other) => one - other)
  const said_ = `function codes ${codes.join(', ')}`
  return { driver: 'modbus', settings: {}, score, strictness: 1, frames: found.length, said: said_ }
}

/** The frame that begins here. A read and its answer may have the same length: after a question comes an answer. */
function frameAt(bytes: Uint8Array, before: Found | undefined): Found | null {
  const [unit = 0, code = 0] = bytes
  const answered = before?.asked === true && before.unit === unit && before.code === (code & 0x7f)
  const shapes = answered ? [answerLength, questionLength] : [questionLength, answerLength]
  for (const shape of shapes) {
    const length = shape(bytes)
    if (length !== null && length <= bytes.length && crcHolds(bytes.subarray(0, length)))
      return { length, unit, code: code & 0x7f, asked: shape === questionLength }
  }
  return null
}

function questionLength(bytes: Uint8Array): number | null {
  const [unit = 0, code = 0] = bytes
  if (unit > 247 || bytes.length < 8) return null
  const quantity = (bytes[4]! << 8) | bytes[5]!
  if (READS.includes(code)) return quantity > 0 && quantity <= QUANTITY_MAX ? 8 : null
  if (WRITES.includes(code)) return 8
  return MULTIPLE.includes(code) ? 9 + bytes[6]! : null
}

function answerLength(bytes: Uint8Array): number | null {
  const [unit = 0, code = 0, third = 0] = bytes
  if (unit === 0 || unit > 247) return null
  if (code > 0x80 && code <= 0x90) return third > 0 && third <= 11 ? 5 : null
  if (READS.includes(code)) return third > 0 ? 5 + third : null
  return WRITES.includes(code) || MULTIPLE.includes(code) ? 8 : null
}
