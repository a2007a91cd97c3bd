import Type, { type Static } from 'typebox'
import { Decimal } from './decimal.ts'
import { object, oneOf, orNull, Text } from './event/shape.ts'
import { LotStatus, LotType } from './lot-word.ts'
import { Name } from './name.ts'
import { RecallMode, RecallState } from './recall-word.ts'
import { Uuid } from './uuid.ts'

/** So many lots of a recall are shown at most, those that are still to be found first; its counts are of all. */
export const NOTICE_LOTS_MAX = 500

/** What somebody said of a lot that a recall looks for: found where it stands, or not to be found. */
export const RecallFinding = object({
  state: oneOf('FOUND', 'MISSING'),
  location_id: orNull(Name),
  weight_kg: orNull(Decimal),
  reason: Text,
  found_at: Type.String(),
  found_by: Type.String(),
  /** When the tablet says that it was. */
  occurred_at: Type.String(),
})
export type RecallFinding = Static<typeof RecallFinding>

/** A lot of a recall that is in the house, or was looked for. */
export const NoticeLot = object({
  lot_id: Uuid,
  lot_code: Type.String(),
  product: Text,
  lot_type: LotType,
  status: LotStatus,
  on_hand_kg: Decimal,
  places: Type.Array(object({ location_id: Name, title: Type.String(), weight_kg: Decimal })),
  finding: orNull(RecallFinding),
})
export type NoticeLot = Static<typeof NoticeLot>

/** `to_find_count` counts down to nothing: lots in the house of which nobody has said anything. */
const counts = {
  lot_count: Type.Integer({ minimum: 0 }),
  to_find_count: Type.Integer({ minimum: 0 }),
  found_count: Type.Integer({ minimum: 0 }),
  missing_count: Type.Integer({ minimum: 0 }),
}
export const FindingCounts = object(counts)
export type FindingCounts = Static<typeof FindingCounts>

/** What the floor has to know of a recall, or of a drill of one: what is here of it. Who bought it stands elsewhere. */
export const RecallNotice = Type.Object(
  {
    recall_id: Uuid,
    mode: RecallMode,
    state: RecallState,
    scenario: Type.String(),
    opened_at: Type.String(),
    held_at: Type.String(),
    ...counts,
    lots: Type.Array(NoticeLot, { maxItems: NOTICE_LOTS_MAX }),
    more: Type.Integer({ minimum: 0 }),
  },
  { $id: 'RecallNotice', additionalProperties: false },
)
export type RecallNotice = Static<typeof RecallNotice>

/** Every recall that is held and not closed, the newest first. */
export const RecallNotices = Type.Object(
  { as_of: Type.String(), notices: Type.Array(RecallNotice) },
  { $id: 'RecallNotices', additionalProperties: false },
)
export type RecallNotices = Static<typeof RecallNotices>

/** What is still to be found once somebody has said something of a lot. */
export const FoundLot = Type.Object(
  { recall_id: Uuid, lot_id: Uuid, finding: RecallFinding, ...counts },
  { $id: 'FoundLot', additionalProperties: false },
)
export type FoundLot = Static<typeof FoundLot>
