/**
 * The check digit (mod 10) of GTIN, GLN, SSCC, GDTI, GRAI and GSRN for digits without theirs;
 * null for anything but digits.
 */
export function checkDigit(text: string): string | null {
  if (!/^\d+$/.test(text)) return null
  let sum = 0
  for (let at = text.length - 1, weight = 3; at >= 0; at--, weight = 4 - weight) sum += Number(text[at]) * weight
  return String((10 - (sum % 10)) % 10)
}

/** True for digits of which the last is the check digit of the others. */
export function hasCheckDigit(text: string): boolean {
  return text.length > 1 && checkDigit(text.slice(0, -1)) === text.at(-1)
}

/** The 82 characters of GS1 in the order of their values in the check pair. */
export const CHARACTERS_82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
const CHARACTERS_32 = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83]

/** The two check characters of a Global Model Number without them; null when a character or the length is none of its. */
export function checkPair(text: string): string | null {
  if (text.length === 0 || text.length > PRIMES.length) return null
  let sum = 0
  for (let at = 0; at < text.length; at++) {
    const value = CHARACTERS_82.indexOf(text[at]!)
    if (value < 0) return null
    sum += value * PRIMES[text.length - 1 - at]!
  }
  const pair = sum % 1021
  return CHARACTERS_32[pair >> 5]! + CHARACTERS_32[pair & 31]!
}
