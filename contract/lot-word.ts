import Type, { type Static } from 'typebox'
import { Measurement } from './measurement.ts'
import { Name } from './name.ts'
import { Timestamp } from './time.ts'

export type LotType = 'RAW' | 'WIP' | 'FG' | 'REWORK' | 'PACKAGING'
export const LotType = Type.Enum(['RAW', 'WIP', 'FG', 'REWORK', 'PACKAGING'] as LotType[], { $id: 'LotType' })

/** How a lot came to be. */
export type LotOrigin = 'registered' | 'received' | 'produced' | 'split' | 'merged' | 'reworked'
export const LotOrigin = Type.Enum(['registered', 'received', 'produced', 'split', 'merged', 'reworked'] as LotOrigin[])

/**
 * Quality status (food-domain F3), one of three independent facts with quantity and place. HOLD is what a lot shows
 * while any hold on it is open, whatever lies below.
 */
export const LOT_STATUSES = [
  'PENDING_QC',
  'AVAILABLE',
  'HOLD',
  'REJECTED',
  'REWORK_ONLY',
  'EXPIRED',
  'RECALLED',
  'DESTROYED',
  'RETURNED',
  'DIVERTED',
  'VOIDED',
] as const
export type LotStatus = (typeof LOT_STATUSES)[number]
export const LotStatus = Type.Enum([...LOT_STATUSES] as LotStatus[], { $id: 'LotStatus' })

/** Statuses in which a lot may be used, as far as its gates and its dates allow. */
export const USABLE: readonly LotStatus[] = ['PENDING_QC', 'AVAILABLE']
/** Statuses that nothing leads out of. */
export const FINAL: readonly LotStatus[] = ['DESTROYED', 'RETURNED', 'DIVERTED', 'VOIDED']

export type LinkKind = 'TRANSFORM' | 'SPLIT' | 'MERGE' | 'REWORK' | 'REPACK' | 'RELABEL'
export const LinkKind = Type.Enum(['TRANSFORM', 'SPLIT', 'MERGE', 'REWORK', 'REPACK', 'RELABEL'] as LinkKind[], {
  $id: 'LinkKind',
})

/** Where a weight came from. A captured one carries the scale's own frame as evidence. */
export const WeightEvidence = Type.Union([
  Type.Object(
    {
      method: Type.Literal('captured'),
      scale_id: Name,
      reading_seq: Type.Integer(),
      measured_at: Timestamp,
      received_at: Timestamp,
      measurement: Measurement,
    },
    { additionalProperties: false },
  ),
  Type.Object(
    { method: Type.Literal('manual'), manual_reason: Type.Union([Type.String(), Type.Null()]) },
    { additionalProperties: false },
  ),
  /** Follows from weights that stand in the ledger already: the parts of a split, the sum of a merge. */
  Type.Object({ method: Type.Literal('derived') }, { additionalProperties: false }),
])
export type WeightEvidence = Static<typeof WeightEvidence>
