import type { Unit } from '@flowviz/contract/unit'

/** Unit codes as scales print them, in lower case, and what UCUM calls them. */
const UNITS: Readonly<Record<string, Unit>> = {
  kg: 'kg',
  k: 'kg',
  g: 'g',
  gr: 'g',
  gm: 'g',
  mg: 'mg',
  t: 't',
  tn: 't',
  lb: '[lb_av]',
  lbs: '[lb_av]',
  oz: '[oz_av]',
  pc: '1',
  pcs: '1',
  '%': '%',
}

/** The UCUM code of a printed unit; null for one that is never converted in silence: carats, troy ounces, short tons. */
export function unitOf(printed: string): Unit | null {
  const key = printed.trim().toLowerCase()
  return Object.hasOwn(UNITS, key) ? UNITS[key]! : null
}
