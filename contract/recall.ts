import Type, { type Static } from 'typebox'
import { Decimal } from './decimal.ts'
import { object, oneOf, orNull, Text } from './event/shape.ts'
import { LotType } from './lot-word.ts'
import { Name } from './name.ts'
import { Quantity } from './quantity.ts'
import {
  LotBalance,
  RecallDirection,
  RecallGoal,
  RecallMode,
  RecallStart,
  RecallState,
  RecallTotal,
  RunShare,
} from './recall-word.ts'
import { Timestamp } from './time.ts'
import { Uuid } from './uuid.ts'

/** A step of a recall: when it was done last, and by whom. */
const RecallStep = object({
  step: oneOf('opened', 'scoped', 'held', 'notified', 'answered', 'checked', 'reconciled', 'closed'),
  at: Timestamp,
  by: Type.String(),
  /** Minutes since the recall was opened. */
  minutes: Type.Integer(),
})

/** The result of a reconciliation. */
export const RecallResult = object({
  attempt: Type.Integer(),
  version: Type.Integer(),
  total: RecallTotal,
  minutes: Type.Integer(),
  passed: Type.Boolean(),
  explanation: Text,
})
export type RecallResult = Static<typeof RecallResult>

const head = {
  recall_id: Uuid,
  mode: RecallMode,
  state: RecallState,
  scenario: Type.String(),
  start: RecallStart,
  direction: RecallDirection,
  goal: RecallGoal,
  opened_at: Timestamp,
  opened_by: Type.String(),
  steps: Type.Array(RecallStep),
  /** The scope as it stands: 0 until there is one. */
  version: Type.Integer(),
  lot_count: Type.Integer(),
  /** The version that everything was held for; null: nothing was. */
  held_version: orNull(Type.Integer()),
  hold_id: orNull(Uuid),
  result: orNull(RecallResult),
  passed: orNull(Type.Boolean()),
  gaps: Type.Array(Type.String()),
  actions: Type.Array(Type.String()),
}

export const Recall = Type.Object(head, { $id: 'Recall', additionalProperties: false })
export type Recall = Static<typeof Recall>

export const RecallTask = object({
  task_id: Uuid,
  title: Type.String(),
  due_at: Timestamp,
  state: oneOf('OPEN', 'DONE'),
  done_at: orNull(Timestamp),
  done_by: Text,
  text: Text,
  /** Done after it was due, or due and not done. */
  late: Type.Boolean(),
})
export type RecallTask = Static<typeof RecallTask>

/** A version of the scope and how it differs from the one before. */
export const RecallScope = object({
  version: Type.Integer(),
  scoped_at: Timestamp,
  scoped_by: Type.String(),
  include_rework: Type.Boolean(),
  include_same_room: Type.Boolean(),
  start_count: Type.Integer(),
  lot_count: Type.Integer(),
  added: Type.Array(Uuid),
  removed: Type.Array(Uuid),
})
export type RecallScope = Static<typeof RecallScope>

/** A customer who received something of the scope: how to reach them, what they got, what they said. */
export const RecallConsignee = object({
  customer_id: Name,
  title: Type.String(),
  phone: Text,
  address: Text,
  gln: Text,
  shipped_mg: Type.Integer(),
  returned_mg: Type.Integer(),
  lots: Type.Array(
    object({
      lot_id: Uuid,
      lot_code: Type.String(),
      shipment_id: orNull(Uuid),
      shipped_at: Text,
      shipped_mg: Type.Integer(),
      returned_mg: Type.Integer(),
    }),
  ),
  notified_at: Text,
  notified_by: Text,
  channel: Text,
  contact: Text,
  answered_at: Text,
  answer: Text,
  found: orNull(Quantity),
  /** The last effectiveness check: null until there is one. */
  checked_at: Text,
  checked_by: Text,
  check_channel: Text,
  effective: orNull(Type.Boolean()),
  check: Text,
})
export type RecallConsignee = Static<typeof RecallConsignee>

/** How far the notices have reached and what they brought back. */
export const RecallEffect = object({
  consignee_count: Type.Integer(),
  notified_count: Type.Integer(),
  answered_count: Type.Integer(),
  checked_count: Type.Integer(),
  effective_count: Type.Integer(),
  shipped_mg: Type.Integer(),
  returned_mg: Type.Integer(),
  /** What consignees say that they still have. */
  found_mg: Type.Integer(),
  /** Shipped, and neither back nor found: used, sold, or nobody has said. */
  gone_mg: Type.Integer(),
})
export type RecallEffect = Static<typeof RecallEffect>

export const RecallWhole = Type.Object(
  {
    ...head,
    tasks: Type.Array(RecallTask),
    scopes: Type.Array(RecallScope),
    consignees: Type.Array(RecallConsignee),
    effect: RecallEffect,
  },
  { $id: 'RecallWhole', additionalProperties: false },
)
export type RecallWhole = Static<typeof RecallWhole>

/** A lot in scope. */
export const RecalledLot = object({
  lot_id: Uuid,
  lot_code: Type.String(),
  lot_type: LotType,
  item_id: orNull(Name),
  status: Type.String(),
  on_hand_mg: Type.Integer(),
  on_hand_kg: Decimal,
})
export type RecalledLot = Static<typeof RecalledLot>

export const RecallLots = Type.Object(
  { recall_id: Uuid, version: Type.Integer(), lots: Type.Array(RecalledLot) },
  { $id: 'RecallLots', additionalProperties: false },
)
export type RecallLots = Static<typeof RecallLots>

/** The mass balance: as it was when the recall was reconciled, else as it is now. */
export const RecallBalance = Type.Object(
  {
    recall_id: Uuid,
    version: Type.Integer(),
    /** When it was fixed; null: it is of now. */
    fixed_at: orNull(Timestamp),
    total: RecallTotal,
    lots: Type.Array(LotBalance),
    runs: Type.Array(RunShare),
  },
  { $id: 'RecallBalance', additionalProperties: false },
)
export type RecallBalance = Static<typeof RecallBalance>
