import Type from 'typebox'
import { Decimal } from '../decimal.ts'
import { Name } from '../name.ts'
import { WeightKg } from '../quantity.ts'
import { Recall, RecallWhole } from '../recall.ts'
import { FoundLot } from '../recall-notice.ts'
import { RecallChannel, RecallDirection, RecallMode, START_CRITERIA } from '../recall-word.ts'
import { Uuid } from '../uuid.ts'
import { command, fields, NoParams, OccurredAt, Reason, Signed } from './command.ts'
import { LotRef } from './lot.ts'

const RecallParams = fields({ recall_id: Uuid })
const Sentence = Type.String({ minLength: 3, maxLength: 500 })

const Start = Type.Object(
  { lot_ids: Type.Optional(Type.Array(LotRef, { minItems: 1, maxItems: 1_000 })), ...START_CRITERIA },
  { $id: 'RecallBeginning', additionalProperties: false, minProperties: 1 },
)

/** Recalls, and the drills that show that one would work. */
export const RECALL_COMMANDS = {
  'open-recall': command({
    route: 'POST /api/v1/recalls',
    tag: 'recall',
    summary: 'Opens a recall, or a drill of one, and starts its clock. A real one is opened by a manager.',
    params: NoParams,
    body: Type.Object(
      {
        mode: RecallMode,
        scenario: Sentence,
        start: Start,
        direction: Type.Optional(RecallDirection),
        minutes_max: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
        accounted_min_pct: Type.Optional(Decimal),
        accounted_max_pct: Type.Optional(Decimal),
      },
      { $id: 'RecallOpening', additionalProperties: false },
    ),
    status: 201,
    gives: RecallWhole,
  }),
  'scope-recall': command({
    route: 'POST /api/v1/recalls/:recall_id/scopes',
    tag: 'recall',
    summary: 'Fixes what is in scope now as the next version, and says how it differs from the one before.',
    params: RecallParams,
    body: fields({
      include_rework: Type.Optional(Type.Boolean({ description: 'Follow what was worked again. Default true.' })),
      include_same_room: Type.Optional(
        Type.Boolean({ description: 'What stood in a place together with the scope, and what was made of that.' }),
      ),
      reason: Type.Optional(Reason),
    }),
    status: 201,
    gives: RecallWhole,
  }),
  'hold-recall': command({
    route: 'POST /api/v1/recalls/:recall_id/hold',
    tag: 'recall',
    summary: 'Holds everything in scope and marks it as recalled. A drill only says how much that would be.',
    params: RecallParams,
    body: fields({ reason: Type.Optional(Reason) }),
    status: 200,
    gives: Recall,
  }),
  'find-recalled-lot': command({
    route: 'POST /api/v1/recalls/:recall_id/findings',
    tag: 'recall',
    summary: 'Says that a lot of the recall was found where it stands, or that it is not to be found; counts down.',
    params: RecallParams,
    body: Type.Object(
      {
        lot_id: LotRef,
        location_id: Type.Optional(Name),
        weight_kg: Type.Optional(WeightKg),
        missing: Type.Optional(Type.Boolean({ description: 'Nobody can find it; takes a reason.' })),
        reason: Type.Optional(Reason),
        ...OccurredAt,
      },
      { $id: 'RecallSearch', additionalProperties: false },
    ),
    status: 201,
    gives: FoundLot,
  }),
  'complete-recall-task': command({
    route: 'POST /api/v1/recalls/:recall_id/tasks/:task_id/completion',
    tag: 'recall',
    summary: 'Says that a task of the recall is done.',
    params: fields({ recall_id: Uuid, task_id: Uuid }),
    body: fields({ text: Sentence }),
    status: 200,
    gives: RecallWhole,
  }),
  'notify-consignee': command({
    route: 'POST /api/v1/recalls/:recall_id/notices',
    tag: 'recall',
    summary: 'Says that a customer who received something of it was told, by whom and how.',
    params: RecallParams,
    body: Type.Object(
      {
        customer_id: Name,
        channel: RecallChannel,
        contact: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
        text: Type.Optional(Sentence),
      },
      { $id: 'ConsigneeNotice', additionalProperties: false },
    ),
    status: 201,
    gives: RecallWhole,
  }),
  'answer-consignee': command({
    route: 'POST /api/v1/recalls/:recall_id/answers',
    tag: 'recall',
    summary: 'Notes what a customer answered, and how much of it they still have.',
    params: RecallParams,
    body: Type.Object(
      { customer_id: Name, found_kg: Type.Optional(WeightKg), text: Sentence },
      { $id: 'ConsigneeAnswer', additionalProperties: false },
    ),
    status: 201,
    gives: RecallWhole,
  }),
  'check-consignee': command({
    route: 'POST /api/v1/recalls/:recall_id/checks',
    tag: 'recall',
    summary: 'Notes an effectiveness check: whether a customer who was notified has done what they were told.',
    params: RecallParams,
    body: Type.Object(
      { customer_id: Name, channel: RecallChannel, effective: Type.Boolean(), text: Sentence },
      { $id: 'ConsigneeCheck', additionalProperties: false },
    ),
    status: 201,
    gives: RecallWhole,
  }),
  'reconcile-recall': command({
    route: 'POST /api/v1/recalls/:recall_id/reconciliation',
    tag: 'recall',
    summary: 'Stops the clock and fixes the mass balance of every lot in scope.',
    params: RecallParams,
    body: fields({ explanation: Type.Optional(Sentence) }),
    status: 200,
    gives: Recall,
  }),
  'close-recall': command({
    route: 'POST /api/v1/recalls/:recall_id/closure',
    tag: 'recall',
    summary: 'Closes the recall with its gaps and what follows from them. Signed by a manager.',
    params: RecallParams,
    body: Type.Object(
      {
        gaps: Type.Optional(Type.Array(Sentence, { maxItems: 20 })),
        actions: Type.Optional(Type.Array(Sentence, { maxItems: 20 })),
        ...Signed,
      },
      { $id: 'RecallClosing', additionalProperties: false },
    ),
    status: 200,
    gives: RecallWhole,
  }),
} as const
