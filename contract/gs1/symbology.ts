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
  ']I1': 'itf',
  ']C0': 'internal',
  ']A0': 'internal',
  ']A1': 'internal',
  ']d0': 'internal',
  ']Q0': 'internal',
}

const NAMES: Record<string, string> = {
  ']C1': 'GS1-128',
  ']d2': 'GS1 DataMatrix',
  ']Q3': 'GS1 QR Code',
  ']J1': 'GS1 DotCode',
  ']e0': 'GS1 DataBar',
  ']d1': 'Data Matrix',
  ']Q1': 'QR Code',
  ']J0': 'DotCode',
  ']E0': 'EAN-13 or UPC',
  ']E4': 'EAN-8',
  ']I1': 'ITF-14',
  ']C0': 'Code 128',
}

/** The carrier behind an identifier; undefined for one that is not read here. */
export function carrierOf(identifier: string): Carrier | undefined {
  return CARRIERS[identifier]
}

/** The name of the kind of symbol, for people. */
export function symbologyName(identifier: string): string | undefined {
  return NAMES[identifier]
}
