import { type Decimal, decimalOf, isDecimal, scaleDecimal } from '@flowviz/contract/decimal'
import { FlowError } from '@flowviz/contract/error'
import { dimensionOf, toBase, type Unit } from '@flowviz/contract/unit'

/** A mass: decimal text in kilograms, and the same in whole milligrams for sums. */
export interface Mass {
  weight_kg: Decimal
  weight_mg: number
}

// 1,000 t: more than any vehicle scale weighs.
const MASS_MG_MAX = 1_000_000_000_000

const PLACES_FROM_KG: Partial<Record<Unit, number>> = { kg: 0, g: 3, mg: 6, t: -3 }
const DECIMALS_MAX = 9

/**
 * A positive mass in any unit of mass, exactly. Text in kilograms keeps its zeros, which are the resolution of the
 * display; other metric units move the point; pounds and ounces, and what would need more than nine decimals, are
 * given to the milligram.
 * @throws FlowError quantity_invalid when it is not a positive decimal in a unit of mass, or above 1,000 t.
 */
export function massOf(value: string, unit: Unit): Mass {
  if (!isDecimal(value) || dimensionOf(unit) !== 'mass') throw refusal(value, unit)
  const weight_mg = milligrams(value, unit)
  if (weight_mg <= 0 || weight_mg > MASS_MG_MAX) throw refusal(value, unit)
  return { weight_kg: kilograms(value, unit) ?? decimalOf(weight_mg, 6), weight_mg }
}

/**
 * A number or text that a person gave, as text: text is kept, a number becomes its shortest form.
 * @throws FlowError quantity_invalid for what has no plain decimal form, such as 1e-7.
 */
export function decimalText(given: string | number): Decimal {
  const text = String(given)
  if (!isDecimal(text)) throw new FlowError('quantity_invalid', `${text} is not a plain decimal.`)
  return text
}

function milligrams(value: string, unit: Unit): number {
  try {
    return toBase(value, unit)
  } catch (cause) {
    throw refusal(value, unit, cause)
  }
}

function kilograms(value: string, unit: Unit): Decimal | null {
  const moved = PLACES_FROM_KG[unit]
  if (moved === undefined) return null
  const decimals = value.split('.')[1]?.length ?? 0
  const places = Math.max(decimals + moved, 0)
  if (places > DECIMALS_MAX) return null
  if (moved === 0) return value
  return decimalOf(scaleDecimal(value, places - moved), places)
}

function refusal(value: string, unit: Unit, cause?: unknown): FlowError {
  return new FlowError('quantity_invalid', `${value} ${unit} is not a positive weight.`, { cause })
}
