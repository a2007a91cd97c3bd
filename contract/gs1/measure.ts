import { scaleDecimal } from '../decimal.ts'

/** A measure of a label: an exact decimal with its zeros, and its unit. */
export interface LabelMeasure {
  value: string
  unit: 'kg' | 'lb'
  decimals: number
}

const WEIGHTS: Record<string, 'kg' | 'lb'> = { '310': 'kg', '320': 'lb', '330': 'kg', '340': 'lb' }

/** Six digits with the point where the last digit of the AI puts it: 3103 000195 is 0.195 kg. Null for other AIs and values. */
export function labelWeight(ai: string, value: string): LabelMeasure | null {
  const unit = WEIGHTS[ai.slice(0, 3)]
  const decimals = Number(ai[3])
  if (unit === undefined || !/^[0-5]$/.test(ai.slice(3)) || !/^\d{6}$/.test(value)) return null
  const whole = value.slice(0, 6 - decimals).replace(/^0+(?=\d)/, '')
  const fraction = decimals === 0 ? '' : `.${value.slice(-decimals)}`
  return { value: (whole === '' ? '0' : whole) + fraction, unit, decimals }
}

const MG_PER_KG = { numerator: 1_000_000n, denominator: 1n }
/** 1 lb is 0.45359237 kg exactly. */
const MG_PER_LB = { numerator: 45_359_237n, denominator: 100n }

/** The weight as whole milligrams; a fraction of one is rounded, halves away from zero. */
export function weightMg({ value, unit }: LabelMeasure): number {
  return scaleDecimal(value, 0, unit === 'kg' ? MG_PER_KG : MG_PER_LB)
}

/**
 * The AI and the six digits that carry a weight without loss: as many decimals as it has, fewer when six
 * digits do not reach. Null when none of 0 to 5 decimals does.
 */
export function weightElement(family: '310' | '320' | '330' | '340', decimal: string) {
  const found = /^(\d{1,6})(?:\.(\d+))?$/.exec(decimal)
  if (found === null) return null
  const [, whole = '', fraction = ''] = found
  const kept = fraction.replace(/0+$/, '')
  for (let decimals = Math.min(5, fraction.length); decimals >= kept.length; decimals--) {
    const digits = (whole + fraction.slice(0, decimals)).replace(/^0+(?=\d)/, '')
    if (digits.length <= 6) return { ai: `${family}${decimals}`, value: digits.padStart(6, '0') }
  }
  return null
}
