import { type Decimal, decimalOf } from '@flowviz/contract/decimal'
import type { Exact } from '../../protocol/modbus-registers.ts'

const PLACES_MAX = 9
const WHOLE_MAX = 10n ** 12n

function exactOfText(text: Decimal): Exact {
  const [whole = '', fraction = ''] = text.split('.')
  return { integer: BigInt(whole + fraction), places: fraction.length }
}

/** `raw × scale + offset`, exactly: 305 × 0.1 is 30.5, and -180 × 0.1 keeps its zero, -18.0. */
export function scaled(raw: Exact, { scale, offset }: { scale?: Decimal; offset?: Decimal }): Exact {
  const by = scale === undefined ? { integer: 1n, places: 0 } : exactOfText(scale)
  const product = { integer: raw.integer * by.integer, places: raw.places + by.places }
  if (offset === undefined) return product
  const plus = exactOfText(offset)
  const places = Math.max(product.places, plus.places)
  const at = (value: Exact) => value.integer * 10n ** BigInt(places - value.places)
  return { integer: at(product) + at(plus), places }
}

/**
 * The decimal of an exact number; null when it has more than 12 digits before the point.
 * @param places round to these, halves away from zero; undefined: keep them all, nine at most
 * @param short without zeros that only rounding has left behind: a float has no display whose zeros mean something
 */
export function decimalText(value: Exact, places: number | undefined, short: boolean): Decimal | null {
  const kept = places ?? Math.min(value.places, PLACES_MAX)
  const integer = rounded(value, kept)
  if (integer / 10n ** BigInt(kept) >= WHOLE_MAX || integer / 10n ** BigInt(kept) <= -WHOLE_MAX) return null
  const text = decimalOf(integer, kept)
  return short && places === undefined && kept < value.places ? text.replace(/\.?0+$/, '') : text
}

function rounded({ integer, places }: Exact, to: number): bigint {
  if (to >= places) return integer * 10n ** BigInt(to - places)
  const step = 10n ** BigInt(places - to)
  const size = integer < 0n ? -integer : integer
  const whole = (size * 2n + step) / (step * 2n)
  return integer < 0n ? -whole : whole
}
