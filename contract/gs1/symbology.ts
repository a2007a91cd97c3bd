/** What the AIM identifier in front of a scan says about the rest. */
export type Carrier = 'elements' | 'free' | 'ean' | 'itf' | 'internal'

const CARRIERS: Record<string, Carrier> = {
  ']C1': 'elements',
  ']d2': 'elements',
  ']Q3': 'elements',
  ']J1': 'elements',
  ']e0': 'elements',
  ']d1': 'free',
  ']Q1': 'free',
  ']J0': 'free',
  ']E0': 'ean',
  ']E4': 'ean',
  ']I0': 'itf',
  ']I1': 'itf',
  ']C0': 'internal',
  ']A0': 'internal',
  ']A1': 'internal',
  ']d0': 'internal',
  ']Q0': 'internal',
}

/** The carrier behind an identifier; undefined for one that is not read here. */
export function carrierOf(identifier: string): Carrier | undefined {
  return CARRIERS[identifier]
}

/** The identifier as it was meant, where Caps Lock changed its letter; null when it is right, or none that is read here. */
export function uncapped(identifier: string): string | null {
  if (carrierOf(identifier) !== undefined) return null
  const letter = identifier[1] ?? ''
  const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()
  const meant = `]${other}${identifier.slice(2)}`
  return carrierOf(meant) === undefined ? null : meant
}
