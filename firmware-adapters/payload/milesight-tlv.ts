import { decimalOf } from '@flowviz/contract/decimal'
import type { Unit } from '@flowviz/contract/unit'
import type { Scalar } from './json-tree.ts'

export interface Quantity {
  path: string
  said: Scalar
  unit: Unit
  /** ms since 1970 of a value that the sensor had kept; null for one of now. */
  kept_ms: number | null
}

interface Entry {
  length: number
  read(at: DataView): Quantity[]
}

const good = (value: string): Scalar => ({ value, reason: 'ok' })
const FAULT: Scalar = { value: null, reason: 'sensor_fault' }

function temperature(raw: number, kept_ms: number | null = null): Quantity {
  // The ends of the range stand for a probe that is not there.
  const said = raw === 0x7fff || raw === -0x8000 ? FAULT : good(decimalOf(raw, 1))
  return { path: 'temperature', said, unit: 'Cel', kept_ms }
}

function humidity(raw: number, kept_ms: number | null = null): Quantity {
  return { path: 'humidity', said: raw > 200 ? FAULT : good(decimalOf(raw * 5, 1)), unit: '%', kept_ms }
}

function battery(raw: number): Quantity {
  const said: Scalar = raw > 100 ? { value: null, reason: 'no_value' } : good(String(raw))
  return { path: 'battery', said, unit: '%', kept_ms: null }
}

function door(raw: number): Quantity {
  return { path: 'door', said: raw > 1 ? FAULT : good(String(raw)), unit: '1', kept_ms: null }
}

function history(at: DataView): Quantity[] {
  const kept_ms = at.getUint32(0, true) * 1_000
  return [temperature(at.getInt16(4, true), kept_ms), humidity(at.getUint8(6), kept_ms)]
}

const skip = (length: number): Entry => ({ length, read: () => [] })

/** By channel and type, as `0x0367`. What a sensor says of itself when it joins is passed over. */
const ENTRIES: ReadonlyMap<number, Entry> = new Map<number, Entry>([
  [0x0175, { length: 1, read: at => [battery(at.getUint8(0))] }],
  [0x0367, { length: 2, read: at => [temperature(at.getInt16(0, true))] }],
  [0x0468, { length: 1, read: at => [humidity(at.getUint8(0))] }],
  [0x0600, { length: 1, read: at => [door(at.getUint8(0))] }],
  [0x20ce, { length: 8, read: history }],
  [0xff01, skip(1)],
  [0xff09, skip(2)],
  [0xff0a, skip(2)],
  [0xff0b, skip(1)],
  [0xff0f, skip(1)],
  [0xff16, skip(8)],
  [0xfffe, skip(1)],
  [0xffff, skip(2)],
])

/**
 * Reads the channel, type and value triples of a Milesight sensor (port 85). Never throws. How long an unknown triple
 * is nobody knows, so the reading ends there: `rest` is the number of bytes that were not understood.
 */
export function decodeMilesight(bytes: Uint8Array): { quantities: Quantity[]; rest: number } {
  const quantities: Quantity[] = []
  let at = 0
  while (at + 2 <= bytes.length) {
    const entry = ENTRIES.get(bytes[at]! * 256 + bytes[at + 1]!)
    if (entry === undefined || at + 2 + entry.length > bytes.length) break
    quantities.push(...entry.read(new DataView(bytes.buffer, bytes.byteOffset + at + 2, entry.length)))
    at += 2 + entry.length
  }
  return { quantities, rest: bytes.length - at }
}
