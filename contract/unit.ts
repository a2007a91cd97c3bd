import Type from 'typebox'
import { type Decimal, decimalOf, scaleDecimal, wholeOf } from './decimal.ts'

/** Units by their UCUM code, with the exact ratio to the base unit of their dimension. */
const UNITS = {
  kg: { dimension: 'mass', numerator: 1_000_000n, denominator: 1n },
  g: { dimension: 'mass', numerator: 1_000n, denominator: 1n },
  mg: { dimension: 'mass', numerator: 1n, denominator: 1n },
  t: { dimension: 'mass', numerator: 1_000_000_000n, denominator: 1n },
  // The pound is 0.45359237 kg by definition, the ounce a sixteenth of it.
  '[lb_av]': { dimension: 'mass', numerator: 45_359_237n, denominator: 100n },
  '[oz_av]': { dimension: 'mass', numerator: 45_359_237n, denominator: 1_600n },
  L: { dimension: 'volume', numerator: 1_000n, denominator: 1n },
  mL: { dimension: 'volume', numerator: 1n, denominator: 1n },
  Cel: { dimension: 'temperature', numerator: 1_000n, denominator: 1n },
  '[degF]': { dimension: 'temperature', numerator: 5_000n, denominator: 9n },
  '%': { dimension: 'ratio', numerator: 1_000n, denominator: 1n },
  '[ppm]': { dimension: 'ratio', numerator: 1n, denominator: 10n },
  '1': { dimension: 'count', numerator: 1n, denominator: 1n },
  V: { dimension: 'voltage', numerator: 1_000_000n, denominator: 1n },
  mV: { dimension: 'voltage', numerator: 1_000n, denominator: 1n },
  A: { dimension: 'current', numerator: 1_000_000n, denominator: 1n },
  mA: { dimension: 'current', numerator: 1_000n, denominator: 1n },
  W: { dimension: 'power', numerator: 1_000n, denominator: 1n },
  kW: { dimension: 'power', numerator: 1_000_000n, denominator: 1n },
  'W.h': { dimension: 'energy', numerator: 1_000n, denominator: 1n },
  'kW.h': { dimension: 'energy', numerator: 1_000_000n, denominator: 1n },
  'MW.h': { dimension: 'energy', numerator: 1_000_000_000n, denominator: 1n },
  Hz: { dimension: 'frequency', numerator: 1_000n, denominator: 1n },
  // Sixty turns a minute are one a second.
  '/min': { dimension: 'frequency', numerator: 50n, denominator: 3n },
  '[pH]': { dimension: 'acidity', numerator: 1_000n, denominator: 1n },
  Pa: { dimension: 'pressure', numerator: 1_000n, denominator: 1n },
  mbar: { dimension: 'pressure', numerator: 100_000n, denominator: 1n },
  kPa: { dimension: 'pressure', numerator: 1_000_000n, denominator: 1n },
  bar: { dimension: 'pressure', numerator: 100_000_000n, denominator: 1n },
  'uS/cm': { dimension: 'conductivity', numerator: 1_000n, denominator: 1n },
  'mS/cm': { dimension: 'conductivity', numerator: 1_000_000n, denominator: 1n },
  'mg/L': { dimension: 'concentration', numerator: 1_000n, denominator: 1n },
  'L/h': { dimension: 'flow', numerator: 1_000n, denominator: 1n },
  'L/min': { dimension: 'flow', numerator: 60_000n, denominator: 1n },
  'm3/h': { dimension: 'flow', numerator: 1_000_000n, denominator: 1n },
  s: { dimension: 'time', numerator: 1_000n, denominator: 1n },
  min: { dimension: 'time', numerator: 60_000n, denominator: 1n },
  h: { dimension: 'time', numerator: 3_600_000n, denominator: 1n },
} as const

export type Unit = keyof typeof UNITS
/** A UCUM unit code that FlowViz can sum or compare. */
export const Unit = Type.Enum(Object.keys(UNITS) as Unit[], { $id: 'Unit' })

export type Dimension = (typeof UNITS)[Unit]['dimension']

/** What a unit measures. */
export function dimensionOf(unit: Unit): Dimension {
  return UNITS[unit].dimension
}

/** True for a UCUM code of the table. */
export function isUnit(text: string): text is Unit {
  return Object.hasOwn(UNITS, text)
}

/**
 * A value in the base unit of its dimension, as an integer: milligrams, millilitres, milli-degrees Celsius,
 * thousandths of a percent, counts, microvolts, microamperes, milliwatts, milliwatt-hours, millihertz, thousandths of
 * a pH, millipascals, nanosiemens per centimetre, micrograms per litre, millilitres per hour, milliseconds. Sums and
 * limits use these; the text itself is kept beside them.
 * @throws RangeError when the text is not a Decimal.
 */
export function toBase(value: string, unit: Unit): number {
  // The Fahrenheit zero lies 32 degrees below the Celsius one: shift by 32.000 before scaling.
  if (unit === '[degF]') return scaleDecimal(shiftDecimal(value, -32), 0, UNITS[unit])
  return scaleDecimal(value, 0, UNITS[unit])
}

function shiftDecimal(value: string, by: number): string {
  const places = value.split('.')[1]?.length ?? 0
  return decimalOf(scaleDecimal(value, places) + by * 10 ** places, places)
}

const PLACES = 9
const ONE = 10n ** BigInt(PLACES)
const SHIFT: Partial<Record<Unit, bigint>> = { '[degF]': 32n }

/**
 * A value in another unit of the same dimension, with at most nine places: exact where it has so many, else rounded
 * the way that is asked for, so that a limit never becomes wider by being converted.
 * @throws RangeError when the text is not a Decimal, or the units measure different things.
 */
export function convertDecimal(text: string, units: { from: Unit; to: Unit }, round: 'up' | 'down'): Decimal {
  const [from, to] = [UNITS[units.from], UNITS[units.to]]
  if (from.dimension !== to.dimension) throw new RangeError(`${units.from} is no ${to.dimension}`)
  if (units.from === units.to) return text
  const top = (wholeOf(text, PLACES) - (SHIFT[units.from] ?? 0n) * ONE) * from.numerator * to.denominator
  const bottom = from.denominator * to.numerator
  const floor = top / bottom - (top % bottom < 0n ? 1n : 0n)
  const rounded = round === 'up' && floor * bottom !== top ? floor + 1n : floor
  return shortOf(rounded + (SHIFT[units.to] ?? 0n) * ONE)
}

function shortOf(nano: bigint): Decimal {
  const digits = String(nano < 0n ? -nano : nano).padStart(PLACES + 1, '0')
  const fraction = digits.slice(-PLACES).replace(/0+$/, '')
  return `${nano < 0n ? '-' : ''}${digits.slice(0, -PLACES)}${fraction === '' ? '' : `.${fraction}`}`
}
