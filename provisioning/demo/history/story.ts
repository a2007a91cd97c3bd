import type { StoryClock } from './clock.ts'
import type { Crew } from './crew.ts'

/** What a history is told with. */
export interface Story {
  crew: Crew
  clock: StoryClock
  /** From 0 up to 1, the same for the same seed. */
  random: () => number
}

/** A lot that is there to be used. */
export interface Held {
  lot_id: string
  lot_code: string
  weight_kg: number
}

/** Kilograms as a scale shows them: three decimals. */
export const kgText = (kg: number): string => kg.toFixed(3)

/** A number between two, with so many decimals. */
export function between(
  { random }: Pick<Story, 'random'>,
  [low, high]: readonly [number, number],
  decimals = 3,
): number {
  return Number((low + random() * (high - low)).toFixed(decimals))
}

/** Of what people enter long after it happened, the plant keeps both times and why. */
export const LATE = 'Entered from the paper log of the shift'
