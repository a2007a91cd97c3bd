import Type, { type Static } from 'typebox'
import { Decimal } from './decimal.ts'
import { Day, object, oneOf, orNull } from './event/shape.ts'
import { LinkKind, LotStatus, LotType } from './lot-word.ts'
import { Name } from './name.ts'
import { Timestamp } from './time.ts'
import { Uuid } from './uuid.ts'

const named = <T extends Parameters<typeof object>[0]>($id: string, properties: T) =>
  Type.Object(properties, { $id, additionalProperties: false })

/** How much: exact text, milligrams for sums, and pieces where they are counted. */
export const Amount = { weight_kg: Decimal, weight_mg: Type.Integer(), count: orNull(Type.Integer()) } as const

/** A lot as it stands in a place. */
export const StandingLot = named('StandingLot', {
  lot_id: Uuid,
  lot_code: Type.String(),
  lot_type: LotType,
  item_id: orNull(Name),
  status: LotStatus,
  expires_on: orNull(Day),
  hu_id: orNull(Uuid),
  ...Amount,
  since: Timestamp,
  age_s: Type.Integer({ description: 'Seconds since it came here.' }),
})
export type StandingLot = Static<typeof StandingLot>

/** What stands in a place, in the order in which it leaves: by the discipline of the lane, else the oldest first. */
export const LocationStock = named('LocationStock', {
  location_id: Name,
  title: Type.String(),
  discipline: orNull(oneOf('fifo', 'fefo')),
  capacity_kg: orNull(Type.String()),
  capacity_lots: orNull(Type.Integer()),
  weight_kg: Decimal,
  weight_mg: Type.Integer(),
  lot_count: Type.Integer(),
  lots: Type.Array(StandingLot),
})
export type LocationStock = Static<typeof LocationStock>

/** A lot one step away in the genealogy; through which run, where there was one. */
export const LinkedLot = named('LinkedLot', {
  lot_id: Uuid,
  lot_code: Type.String(),
  lot_type: LotType,
  kind: LinkKind,
  run_id: orNull(Uuid),
  /** What of the parent went in, or what of the child came out. */
  ...Amount,
  seq: Type.Integer({ description: 'Number of the ledger event.' }),
})
export type LinkedLot = Static<typeof LinkedLot>

export const LotLinks = named('LotLinks', {
  lot_id: Uuid,
  parents: Type.Array(LinkedLot),
  children: Type.Array(LinkedLot),
})
export type LotLinks = Static<typeof LotLinks>

export const LotPosting = object({
  seq: Type.Integer({ description: 'Number of the ledger event.' }),
  n: Type.Integer({ description: 'Its place among the changes of the event.' }),
  from: Type.String(),
  to: Type.String(),
  ...Amount,
})
export type LotPosting = Static<typeof LotPosting>

/** One account of a lot: what went into it and what came out of it. */
const AccountSum = object({ account: Type.String(), in_mg: Type.Integer(), out_mg: Type.Integer() })

/**
 * The double entry of a lot. `registered_mg` and what came back from outside is what is on hand and what left;
 * `balanced` says that it is so to the milligram. The sums are over all postings, whatever page is shown.
 */
export const LotPostings = named('LotPostings', {
  lot_id: Uuid,
  registered_mg: Type.Integer(),
  came_back_mg: Type.Integer(),
  left_mg: Type.Integer(),
  on_hand_mg: Type.Integer(),
  balanced: Type.Boolean(),
  accounts: Type.Array(AccountSum),
  postings: Type.Array(LotPosting),
  next: orNull(Type.String({ description: 'Cursor of the page behind this one.' })),
})
export type LotPostings = Static<typeof LotPostings>
