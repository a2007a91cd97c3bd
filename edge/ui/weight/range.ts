import { compareDecimal } from '@flowviz/contract/decimal'

/** Between what a weight should be. All in kg, as decimal text. */
export interface WeightRange {
  min_kg: string | null
  target_kg: string | null
  max_kg: string | null
}

export type Standing = 'below' | 'in_range' | 'above'

/** How a weight stands to its range; exactly on a limit is in it. */
export function standingOf(weight_kg: string, { min_kg, max_kg }: WeightRange): Standing {
  if (min_kg !== null && compareDecimal(weight_kg, min_kg) < 0) return 'below'
  if (max_kg !== null && compareDecimal(weight_kg, max_kg) > 0) return 'above'
  return 'in_range'
}

/** Where things stand on a bar, each from 0 to 100; what has no number has no place. */
export interface BarPlaces {
  min: number | null
  target: number | null
  max: number | null
  needle: number | null
}

/** Lays a range out on a bar with a fifth of its width free on both sides; a needle beyond stays at the edge. */
export function barPlaces(range: WeightRange, weight_kg: string | null): BarPlaces {
  const given = [range.min_kg, range.target_kg, range.max_kg].flatMap(kg => (kg === null ? [] : [Number(kg)]))
  const [low, high] = [Math.min(...given), Math.max(...given)]
  const width = high > low ? high - low : Math.max(high, 0.001)
  const [from, span] = high > low ? [low - width * 0.33, width * 1.66] : [0, width * 2]
  const at = (kg: string | null) =>
    kg === null || given.length === 0 ? null : Math.min(100, Math.max(0, ((Number(kg) - from) / span) * 100))
  return { min: at(range.min_kg), target: at(range.target_kg), max: at(range.max_kg), needle: at(weight_kg) }
}

/** How many weights of a run stood how: what a check-weigher counts. */
export function tally(weights_kg: readonly string[], range: WeightRange): Record<Standing, number> {
  const counts = { below: 0, in_range: 0, above: 0 }
  for (const kg of weights_kg) counts[standingOf(kg, range)]++
  return counts
}
