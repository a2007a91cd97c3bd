import Type from 'typebox'
import { Name } from '../name.ts'
import { Quantity } from '../quantity.ts'
import {
  LotBalance,
  RecallChannel,
  RecallDirection,
  RecallGoal,
  RecallMode,
  RecallStart,
  RecallState,
  RecallTotal,
  RunShare,
} from '../recall-word.ts'
import { Timestamp } from '../time.ts'
import { Uuid } from '../uuid.ts'
import { object, orNull, Text } from './shape.ts'

const Sentence = Type.String({ maxLength: 500 })
const Lots = Type.Array(Uuid, { maxItems: 1_000 })

/** Recalls and their drills. Each event says the state that it leads to, so that it alone says where a recall stands. */
export const RECALL_EVENTS = {
  'recall.opened': object({
    recall_id: Uuid,
    mode: RecallMode,
    state: RecallState,
    scenario: Sentence,
    start: RecallStart,
    direction: RecallDirection,
    goal: RecallGoal,
    tasks: Type.Array(object({ task_id: Uuid, title: Type.String({ maxLength: 200 }), due_at: Timestamp })),
  }),
  /** A version of the scope, as what it adds to the version before and what it takes away; a large one has many parts. */
  'recall.scoped': object({
    recall_id: Uuid,
    state: RecallState,
    version: Type.Integer({ minimum: 1 }),
    part: Type.Integer({ minimum: 1 }),
    parts: Type.Integer({ minimum: 1 }),
    include_rework: Type.Boolean(),
    include_same_room: Type.Boolean(),
    start_count: Type.Integer({ minimum: 0 }),
    lot_count: Type.Integer({ minimum: 0 }),
    added: Lots,
    removed: Lots,
  }),
  /** Everything in scope is held; in a drill nothing is, and there is no hold. */
  'recall.held': object({
    recall_id: Uuid,
    state: RecallState,
    version: Type.Integer({ minimum: 1 }),
    hold_id: orNull(Uuid),
    lot_count: Type.Integer({ minimum: 0 }),
  }),
  /** Somebody looked for a lot of it in the house, and found it or did not (`reason` says why). */
  'recall.lot_sought': object({
    recall_id: Uuid,
    lot_id: Uuid,
    found: Type.Boolean(),
    location_id: orNull(Name),
    quantity: orNull(Quantity),
  }),
  'recall.task_done': object({ recall_id: Uuid, task_id: Uuid, text: Sentence }),
  'recall.notified': object({
    recall_id: Uuid,
    state: RecallState,
    customer_id: Name,
    channel: RecallChannel,
    contact: Text,
    text: Text,
  }),
  'recall.answered': object({
    recall_id: Uuid,
    state: RecallState,
    customer_id: Name,
    /** What the customer still has of it. */
    found: orNull(Quantity),
    text: Sentence,
  }),
  /** Whether a notice had its effect: somebody asked, or went there and looked. */
  'recall.checked': object({
    recall_id: Uuid,
    state: RecallState,
    customer_id: Name,
    channel: RecallChannel,
    effective: Type.Boolean(),
    text: Sentence,
  }),
  /** The balance as it was when the recall was reconciled, in parts of a bounded size. */
  'recall.balanced': object({
    recall_id: Uuid,
    attempt: Type.Integer({ minimum: 1 }),
    part: Type.Integer({ minimum: 1 }),
    lots: Type.Array(LotBalance, { maxItems: 500 }),
    runs: Type.Array(RunShare, { maxItems: 500 }),
  }),
  'recall.reconciled': object({
    recall_id: Uuid,
    state: RecallState,
    version: Type.Integer({ minimum: 1 }),
    attempt: Type.Integer({ minimum: 1 }),
    parts: Type.Integer({ minimum: 0 }),
    total: RecallTotal,
    minutes: Type.Integer({ minimum: 0 }),
    passed: Type.Boolean(),
    explanation: Text,
  }),
  'recall.closed': object({
    recall_id: Uuid,
    state: RecallState,
    passed: Type.Boolean(),
    gaps: Type.Array(Sentence, { maxItems: 100 }),
    actions: Type.Array(Sentence, { maxItems: 50 }),
  }),
} as const
