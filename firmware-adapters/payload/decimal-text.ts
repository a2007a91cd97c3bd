import { isDecimal } from '@flowviz/contract/decimal'

const NUMBER = /^(?<sign>-?)(?<whole>\d{1,40})(?:\.(?<fraction>\d{1,60}))?(?:[eE](?<exponent>[+-]?\d{1,3}))?$/
const PLACES = 9

/**
 * The text of a JSON number as a Decimal, digit for digit: "4.20" keeps its zero. Exponents are written out, and digits
 * behind the ninth are rounded (sensors print the noise of their floats). Null when it does not fit into a Decimal.
 */
export function decimalText(text: string): string | null {
  if (isDecimal(text)) return text
  const found = NUMBER.exec(text)?.groups
  if (found === undefined) return null
  const { sign = '', whole = '', fraction = '', exponent = '0' } = found
  const shift = Number(exponent)
  const digits = whole + fraction
  // The point stands behind this many digits.
  const point = whole.length + shift
  if (point > 13 || point < -60) return point < -60 || /^0+$/.test(digits) ? '0' : null
  const padded = point > 0 ? digits.padEnd(point, '0') : digits.padStart(digits.length - point + 1, '0')
  const at = Math.max(point, 1)
  const decimal = rounded(padded.slice(0, at), padded.slice(at))
  const result = sign + decimal
  return isDecimal(result) ? result : null
}

function rounded(whole: string, fraction: string): string {
  const plain = whole.replace(/^0+(?=\d)/, '')
  if (fraction === '') return plain
  if (fraction.length <= PLACES) return `${plain}.${fraction}`
  const up = fraction[PLACES]! >= '5' ? 1n : 0n
  const integer = String(BigInt(plain + fraction.slice(0, PLACES)) + up).padStart(PLACES + 1, '0')
  return `${integer.slice(0, -PLACES)}.${integer.slice(-PLACES)}`
}
