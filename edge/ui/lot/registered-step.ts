import type { Lot } from '@flowviz/contract/lot'
import type { ShownEntry } from '../outbox/entry.ts'
import { isWeightRefused } from '../weight/noted-weights.ts'

/** How long a person waits for the scale to be read before it is said that nothing answered. */
export const LATE_MS = 8_000

/**
 * Where a registration stands for the person at the scale. `stored`: first tick. `late`: kept, and its weight is not
 * taken yet; `weight_refused`: it came too late or the scale had no weight to give; `acked`: second tick.
 */
export type Step = 'stored' | 'waiting' | 'late' | 'weight_refused' | 'refused' | 'given_up' | 'acked'

export interface StepOf {
  entry: Pick<ShownEntry, 'state' | 'problem'> | undefined
  /** A scale has to be read for it, and the person has not taken what the display showed. */
  needs_scale: boolean
  /** Since it was kept. */
  age_ms: number
}

export function stepOf({ entry, needs_scale, age_ms }: StepOf): Step {
  if (entry === undefined) return 'stored'
  if (entry.state === 'acked') return 'acked'
  if (entry.state === 'given-up') return 'given_up'
  if (isWeightRefused(entry)) return 'weight_refused'
  if (entry.state === 'rejected') return 'refused'
  if (!needs_scale) return 'stored'
  return age_ms >= LATE_MS ? 'late' : 'waiting'
}

type Answered = Pick<Lot, 'lot_id' | 'lot_code' | 'weight_kg' | 'count' | 'stock'>

/** The lot in the answer of what made it: a registration, a receipt with one line, or an output of a run. */
export function answeredLot(answer: unknown): Answered | null {
  const whole = answer as { lot_code?: unknown; lots?: unknown[]; lot?: unknown } | null
  const lot = typeof whole?.lot_code === 'string' ? whole : (whole?.lot ?? whole?.lots?.[0])
  return typeof lot === 'object' && lot !== null && 'lot_code' in lot ? (lot as Answered) : null
}
