import { decimalOf, wholeOf } from '@flowviz/contract/decimal'
import { sumText } from '@flowviz/contract/screen/format'

const PLACES = 6

/** Milligrams of a weight in kilograms, as decimal text. */
export const mgOf = (kg: string | number): number => Number(wholeOf(String(kg), PLACES))

/** Kilograms as a command takes them: `12.5`. */
export const kgOf = (mg: number): string => decimalOf(mg, PLACES).replace(/\.?0+$/, '')

/** A tolerance as a screen shows it, in whole grams and never more than there is. */
export const toleranceText = (mg: number): string => kgText(mg - (mg % 1_000))

/** Kilograms as a screen shows them. */
export const kgText = (mg: number): string => sumText(decimalOf(mg, PLACES))
