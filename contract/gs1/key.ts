import { checkDigit, hasCheckDigit } from './check-digit.ts'

const GTIN = /^(\d{8}|\d{12,14})$/

/** GTIN-8, UPC-A, EAN-13 or GTIN-14 as the 14 digits of AI 01; null when the length or the check digit is wrong. */
export function gtin14(text: string): string | null {
  return GTIN.test(text) && hasCheckDigit(text) ? text.padStart(14, '0') : null
}

/** True for 18 digits that end in their check digit. */
export function isSscc(text: string): boolean {
  return /^\d{18}$/.test(text) && hasCheckDigit(text)
}

/** True for 13 digits that end in their check digit. */
export function isGln(text: string): boolean {
  return /^\d{13}$/.test(text) && hasCheckDigit(text)
}

/** The GTIN of a case or a pallet of a base item: its 12 digits behind the indicator (1 to 8; 9 has variable measure). */
export function packGtin(gtin: string, indicator: number): string | null {
  const base = gtin14(gtin)
  if (base === null || !Number.isInteger(indicator) || indicator < 0 || indicator > 9) return null
  const digits = indicator + base.slice(1, -1)
  return digits + checkDigit(digits)
}
