import { compareDecimal, decimalOf, wholeOf } from '@flowviz/contract/decimal'

/** Milligrams. */
const PLACES = 6

/**
 * Net weight of what stands on a scale in containers of a known weight, as exact decimal kilograms; null when nothing
 * is left.
 */
export function netOf(gross_kg: string, tare_kg: string, containers: number): string | null {
  const net = wholeOf(gross_kg, PLACES) - wholeOf(tare_kg, PLACES) * BigInt(containers)
  if (net <= 0n) return null
  const text = decimalOf(net, PLACES).replace(/\.?0+$/, '')
  // As many digits as the scale shows, so that 18 - 1.5 of a scale with grams is 16.500.
  const [, shown = ''] = gross_kg.split('.')
  const [whole = '0', fraction = ''] = text.split('.')
  const padded = fraction.padEnd(shown.length, '0')
  return compareDecimal(text, '0') > 0 ? (padded === '' ? whole : `${whole}.${padded}`) : null
}
