import Type, { type Static } from 'typebox'

/**
 * A decimal number as text, exactly as the device or the person gave it: "100.50" keeps its zeros,
 * because they are the resolution of the display. At most 12 digits before and 9 behind the point.
 */
export const Decimal = Type.String({ $id: 'Decimal', pattern: '^-?\\d{1,12}(\\.\\d{1,9})?$', examples: ['100.50'] })
export type Decimal = Static<typeof Decimal>

const DECIMAL = /^(-?)(\d{1,12})(?:\.(\d{1,9}))?$/

/** True for text that is a Decimal; `1e5`, `12.3kg`, ` 1` and `.5` are not. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text)
}

/** An exact ratio of two units. */
export interface Ratio {
  numerator: bigint
  denominator: bigint
}
const ONE: Ratio = { numerator: 1n, denominator: 1n }

/**
 * The value times 10^places, times an exact ratio, as an integer; halves go away from zero.
 * Integer arithmetic all the way: 30.5 x 0.1 is 3.05, never 3.0500000000000003.
 * @throws RangeError when the text is not a Decimal or the result leaves the safe integers.
 */
export function scaleDecimal(text: string, places: number, ratio: Ratio = ONE): number {
  const found = DECIMAL.exec(text)
  if (found === null) throw new RangeError(`not a decimal: ${text}`)
  const [, sign, whole, fraction = ''] = found
  const top = BigInt(whole + fraction) * 10n ** BigInt(places) * ratio.numerator
  const bottom = 10n ** BigInt(fraction.length) * ratio.denominator
  const rounded = (top * 2n + bottom) / (bottom * 2n)
  const value = Number(sign === '-' ? -rounded : rounded)
  if (!Number.isSafeInteger(value)) throw new RangeError(`too large: ${text}`)
  return value === 0 ? 0 : value
}

/**
 * An integer of 10^-places as a Decimal with that many places: (305, 1) is "30.5".
 * @throws RangeError for a number that is no safe integer; a bigint is taken at any size
 */
export function decimalOf(integer: number | bigint, places: number): Decimal {
  if (typeof integer === 'number' && !Number.isSafeInteger(integer))
    throw new RangeError(`not a safe integer: ${integer}`)
  const digits = String(integer)
    .replace('-', '')
    .padStart(places + 1, '0')
  const sign = integer < 0 ? '-' : ''
  if (places === 0) return sign + digits
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** Below zero when `a` is less than `b`, above when it is more; exact to the last digit. @throws RangeError */
export function compareDecimal(a: string, b: string): number {
  const places = Math.max(a.split('.')[1]?.length ?? 0, b.split('.')[1]?.length ?? 0)
  const difference = wholeOf(a, places) - wholeOf(b, places)
  return difference === 0n ? 0 : difference < 0n ? -1 : 1
}

/** The value times 10^places, exactly. @throws RangeError when the text is not a Decimal, or has more places than that. */
export function wholeOf(text: string, places: number): bigint {
  const found = DECIMAL.exec(text)
  if (found === null) throw new RangeError(`not a decimal: ${text}`)
  const [, sign, whole, fraction = ''] = found
  if (fraction.length > places) throw new RangeError(`more than ${places} places: ${text}`)
  const size = BigInt(whole + fraction.padEnd(places, '0'))
  return sign === '-' ? -size : size
}
