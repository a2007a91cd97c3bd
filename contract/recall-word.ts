import Type, { type Static } from 'typebox'
import { Decimal } from './decimal.ts'
import { RunTotals } from './event/run.ts'
import { object, oneOf, orNull, Text } from './event/shape.ts'
import { LotStatus } from './lot-word.ts'
import { Name } from './name.ts'
import { Timestamp } from './time.ts'
import { Uuid } from './uuid.ts'

/** A mock recall is a drill: it changes nothing but its own records. */
export type RecallMode = 'mock' | 'real'
export const RecallMode = oneOf('mock', 'real')

/** food-domain F3: a real recall begins as DRAFT, a drill as MOCK; then both go the same way. */
export const RECALL_STATES = [
  'DRAFT',
  'MOCK',
  'SCOPING',
  'HOLD_PLACED',
  'NOTIFYING',
  'RECOVERING',
  'RECONCILED',
  'CLOSED',
] as const
export type RecallState = (typeof RECALL_STATES)[number]
export const RecallState = Type.Enum([...RECALL_STATES] as RecallState[], { $id: 'RecallState' })

/** From what is in doubt to what was made of it, to what it was made of, or both ways. */
export type RecallDirection = 'forward' | 'backward' | 'both'
export const RecallDirection = oneOf('forward', 'backward', 'both')

const Line = Type.String({ pattern: '^[A-Z0-9]{1,4}$' })

/** The criteria of a start but for the lots themselves; a lot has to fit all that are given. */
export const START_CRITERIA = {
  supplier_id: Type.Optional(Name),
  /** The code on the supplier's label. */
  supplier_lot_code: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  item_id: Type.Optional(Name),
  line: Type.Optional(Line),
  /** Registered in this time, by the clock of the floor or by that of the server. */
  from: Type.Optional(Timestamp),
  to: Type.Optional(Timestamp),
  /** All that a line made between the cleaning before a moment and the one after it; left out: now. */
  until_cleaning: Type.Optional(object({ line: Line, at: Type.Optional(Timestamp) })),
} as const

/** Where a recall begins. */
export const RecallStart = Type.Object(
  { lot_ids: Type.Optional(Type.Array(Uuid, { minItems: 1, maxItems: 1_000 })), ...START_CRITERIA },
  { $id: 'RecallStart', additionalProperties: false },
)
export type RecallStart = Static<typeof RecallStart>

/** What a recall is judged by (food-domain B4). */
export const RecallGoal = object({
  minutes_max: Type.Integer({ minimum: 1, maximum: 100_000 }),
  accounted_min_pct: Decimal,
  accounted_max_pct: Decimal,
})
export type RecallGoal = Static<typeof RecallGoal>
export const RECALL_GOAL: RecallGoal = { minutes_max: 240, accounted_min_pct: '99.0', accounted_max_pct: '101.0' }

/** What is to be done, and when it is due: hours after the recall was opened. */
export const RECALL_TASKS: readonly { title: string; due_h: number }[] = [
  { title: 'Find where the material went and fix the scope', due_h: 2 },
  { title: 'Hold everything of it that is in the house', due_h: 2 },
  { title: 'Notify every consignee and note the answers', due_h: 4 },
  { title: 'Account for every quantity', due_h: 4 },
  { title: 'Hand the records to the authority and tell the certification body', due_h: 24 },
  { title: 'Bring back what was delivered, or have it destroyed', due_h: 24 },
]

const Mg = Type.Integer()

/** What of a lot went to a customer, and came back. */
const Shipped = object({
  customer_id: Name,
  shipment_id: orNull(Uuid),
  shipped_at: Text,
  shipped_mg: Mg,
  returned_mg: Mg,
})

/**
 * Where all of a lot is (food-domain F5), in milligrams: what was registered of it is what went into runs, became part
 * of other lots, was shipped, wasted, sampled, lost, adjusted, sent back or voided, and what is on hand. What came back
 * is taken off; `adjusted_mg` is below zero when a count found more. What is left over nobody can explain.
 */
export const LotBalance = object({
  lot_id: Uuid,
  lot_code: Type.String(),
  item_id: orNull(Name),
  status: LotStatus,
  registered_mg: Mg,
  used_mg: Mg,
  divided_mg: Mg,
  shipped_mg: Mg,
  waste_mg: Mg,
  sample_mg: Mg,
  loss_mg: Mg,
  adjusted_mg: Mg,
  sent_back_mg: Mg,
  voided_mg: Mg,
  on_hand_mg: Mg,
  unexplained_mg: Mg,
  places: Type.Array(object({ location_id: Name, weight_mg: Mg })),
  shipped: Type.Array(Shipped),
})
export type LotBalance = Static<typeof LotBalance>

/**
 * What a run of which lots in scope are the input has taken in and given; `scope_mg` is what of its input is in scope,
 * `given_mg` the sum of all that it gave.
 */
export const RunShare = object({
  run_id: Uuid,
  run_code: Type.String(),
  state: Type.String(),
  scope_mg: Mg,
  ...RunTotals.properties,
  given_mg: Mg,
  /** Input that nothing came of, in a run that has ended; what is still in a running one is in process. */
  in_process_mg: Mg,
  unexplained_mg: Mg,
})
export type RunShare = Static<typeof RunShare>

const {
  lot_id: _,
  lot_code: __,
  item_id: ___,
  status: ____,
  places: _____,
  shipped: ______,
  ...SUMS
} = LotBalance.properties

/** The sums over all lots and runs; `unexplained_mg` holds what runs cannot explain too. */
export const RecallTotal = object({
  ...SUMS,
  /** Of what was registered: what no run and no other lot became, and what runs made; of that, what is to be worked again. */
  received_mg: Mg,
  produced_mg: Mg,
  rework_mg: Mg,
  run_waste_mg: Mg,
  run_sample_mg: Mg,
  run_loss_mg: Mg,
  /** What came into the scope from outside, each milligram once: lots that nothing in scope became, and what else its runs took in. */
  entered_mg: Mg,
  lot_count: Type.Integer(),
  run_count: Type.Integer(),
  in_process_mg: Mg,
  run_unexplained_mg: Mg,
  /** What is explained of what entered, percent with two decimals; null when there is nothing. */
  accounted_pct: orNull(Decimal),
})
export type RecallTotal = Static<typeof RecallTotal>

export type RecallChannel = 'phone' | 'mail' | 'visit' | 'other'
export const RecallChannel = oneOf('phone', 'mail', 'visit', 'other')
