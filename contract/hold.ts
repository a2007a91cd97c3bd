import Type, { type Static } from 'typebox'
import { orNull, Text } from './event/shape.ts'
import { LotStatus, LotType } from './lot-word.ts'
import { Disposition, HoldCause, HoldState } from './quality-word.ts'
import { Said } from './said.ts'
import { Uuid } from './uuid.ts'

/** A lot of a hold. `open`: this hold holds it; `waiting`: what was decided on it is still to be done. */
export const HeldLot = Type.Object(
  {
    lot_id: Uuid,
    lot_code: Type.String(),
    lot_type: LotType,
    status: LotStatus,
    open: Type.Boolean(),
    waiting: Type.Boolean(),
  },
  { $id: 'HeldLot', additionalProperties: false },
)
export type HeldLot = Static<typeof HeldLot>

export const Hold = Type.Object(
  {
    hold_id: Uuid,
    state: HoldState,
    cause: HoldCause,
    reason: Type.String(),
    /** The reason as data; null where it is in the words of a person, or of an earlier release. */
    said: orNull(Said),
    deviation_id: orNull(Uuid),
    placed_at: Type.String(),
    placed_by: Type.String(),
    review_started_at: Text,
    reviewed_by: Text,
    disposition: orNull(Disposition),
    disposition_reason: Text,
    dispositioned_at: Text,
    dispositioned_by: Text,
    executed_at: Text,
    witness_id: Text,
    closed_at: Text,
    lot_count: Type.Integer(),
    open_count: Type.Integer(),
    lots: Type.Array(HeldLot, { description: 'In a list the first 50, by itself all of them.' }),
  },
  { $id: 'Hold', additionalProperties: false },
)
export type Hold = Static<typeof Hold>

export const HoldPage = Type.Object(
  { holds: Type.Array(Hold), next: Text },
  { $id: 'HoldPage', additionalProperties: false },
)
export type HoldPage = Static<typeof HoldPage>
