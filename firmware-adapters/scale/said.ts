import type { WeightState } from '@flowviz/contract/measurement'
import type { BadReason } from '@flowviz/contract/quality'

/** A weight as the frame says it: digits and zeros kept, never a float. */
export interface Weight {
  kind: 'weight'
  /** Decimal text; net when a tare is active, gross otherwise, as `basis` says. */
  value: string
  /** As it was printed; null when the frame has no unit. */
  unit: string | null
  /** null: the protocol does not tell. */
  stable: boolean | null
  basis: WeightState['basis']
  at_zero?: boolean
  /** Ten times finer than what is legal for trade. */
  high_res?: boolean
  tare?: string
  alibi_id?: string
  /** Commands are answered by a weight too. */
  answer?: boolean
}

/** What one frame of a scale says, whatever it speaks. A state that is no weight is a reason, never a number. */
export type Said =
  | Weight
  /** A state that is no weight. `answer`: it may as well say how a command was taken. */
  | { kind: 'status'; reason: BadReason; detail?: string; answer?: boolean }
  /** How a command was taken. */
  | { kind: 'ack'; done: boolean; detail?: string }
  /** What the scale tells about itself. */
  | { kind: 'info'; text: string }
  | { kind: 'noise' }

export const NOISE: Said = { kind: 'noise' }
