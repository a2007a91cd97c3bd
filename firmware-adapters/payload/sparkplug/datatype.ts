import { isDecimal } from '@flowviz/contract/decimal'
import type { Unit } from '@flowviz/contract/unit'
import { decimalText } from '../decimal-text.ts'
import type { Scalar } from '../json-tree.ts'
import type { Metric, Written } from './payload.ts'

/** Datatypes of Sparkplug B by their number; those that are no quantity are left out. */
const SIGNED: Readonly<Record<number, number>> = { 1: 8, 2: 16, 3: 32, 4: 64 }
const UNSIGNED: Readonly<Record<number, number>> = { 5: 8, 6: 16, 7: 32, 8: 64 }
const [FLOAT, DOUBLE, BOOLEAN, STRING, TEXT] = [9, 10, 11, 12, 14]

const UNITS: Readonly<Record<string, Unit>> = {
  '°C': 'Cel',
  C: 'Cel',
  degC: 'Cel',
  Cel: 'Cel',
  '°F': '[degF]',
  F: '[degF]',
  degF: '[degF]',
  '%': '%',
  '%RH': '%',
  kg: 'kg',
  g: 'g',
  t: 't',
  lb: '[lb_av]',
  bar: 'bar',
  mbar: 'mbar',
  kPa: 'kPa',
  V: 'V',
  A: 'A',
  W: 'W',
  kW: 'kW',
  kWh: 'kW.h',
}
const GOOD = 192n
const STALE = 500n

const ok = (value: string): Scalar => ({ value, reason: 'ok' })
const none = (reason: 'no_value' | 'sensor_fault' | 'out_of_physical_range' | 'comm_lost'): Scalar => ({
  value: null,
  reason,
})

/** What a metric says, read by the datatype that its birth gave it. A value of another kind than that is a fault. */
export function saidBy(metric: Metric, datatype: number): Scalar {
  if (metric.quality === STALE) return none('comm_lost')
  if (metric.quality !== null && metric.quality !== GOOD) return none('sensor_fault')
  if (metric.null || metric.value === null) return none('no_value')
  return valueAs(metric.value, datatype)
}

/** The unit that a metric's properties name; null when they name none that FlowViz knows. */
export function unitOf(engUnit: string | null): Unit | null {
  return engUnit !== null && Object.hasOwn(UNITS, engUnit) ? UNITS[engUnit]! : null
}

function valueAs(written: Written, datatype: number): Scalar {
  if (datatype in SIGNED || datatype in UNSIGNED) return integerOf(written, datatype)
  switch (datatype) {
    case FLOAT:
      return written.as === 'float' ? floatOf(written.value, shortest(written.value)) : none('sensor_fault')
    case DOUBLE:
      return written.as === 'double' ? floatOf(written.value, String(written.value)) : none('sensor_fault')
    case BOOLEAN:
      return written.as === 'boolean' ? ok(written.value ? '1' : '0') : none('sensor_fault')
    case STRING:
    case TEXT:
      return written.as === 'string' && isDecimal(written.value) ? ok(written.value) : none('no_value')
    default:
      return none('no_value')
  }
}

function integerOf(written: Written, datatype: number): Scalar {
  if (written.as !== 'int' && written.as !== 'long') return none('sensor_fault')
  const signed = SIGNED[datatype]
  const value =
    signed === undefined ? unsignedOf(written.value, UNSIGNED[datatype] ?? 0) : signedOf(written.value, signed)
  return value === null ? none('sensor_fault') : decimalOf(String(value))
}

/** Two's complement of so many bits, which some senders extend to 32 or 64; null for what is none. */
export function signedOf(raw: bigint, bits: number): bigint | null {
  if (raw < 1n << BigInt(bits)) return BigInt.asIntN(bits, raw)
  const lowest = 1n << BigInt(bits - 1)
  for (const wide of [32, 64]) {
    const top = 1n << BigInt(wide)
    if (raw < top && raw >= top - lowest) return raw - top
  }
  return null
}

const unsignedOf = (raw: bigint, bits: number): bigint | null => (raw < 1n << BigInt(bits) ? raw : null)

function floatOf(value: number, text: string): Scalar {
  return Number.isFinite(value) ? decimalOf(text) : none('sensor_fault')
}

function decimalOf(text: string): Scalar {
  const value = decimalText(text)
  return value === null ? none('out_of_physical_range') : ok(value)
}

/** The shortest text that is this single-precision number: 4.2, and not 4.199999809265137. */
function shortest(value: number): string {
  for (let digits = 1; digits < 9; digits += 1) {
    const text = value.toPrecision(digits)
    if (Math.fround(Number(text)) === value) return String(Number(text))
  }
  return String(value)
}
