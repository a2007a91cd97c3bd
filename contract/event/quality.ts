import Type from 'typebox'
import { Decimal } from '../decimal.ts'
import { LotStatus } from '../lot-word.ts'
import { Name } from '../name.ts'
import { Posting } from '../posting.ts'
import { CalibrationState, Decision, DeviationCause, Disposition, HoldCause, Verdict } from '../quality-word.ts'
import { Said } from '../said.ts'
import { SignedRecord } from '../signature.ts'
import { Timestamp } from '../time.ts'
import { Uuid } from '../uuid.ts'
import { Day, object, oneOf, orNull, Text } from './shape.ts'

/** A lot as a decision leaves it: absolute, so that the event alone says what became of the lot. */
const Outcome = object({ lot_id: Uuid, status: LotStatus, gate_passed: Type.Integer({ minimum: 0 }) })
const Sentence = Type.String({ maxLength: 500 })

/** An actual value with the limits that it was judged by (21 CFR 117.305: never only pass or fail). */
const QcValue = object({
  parameter: Name,
  value: Type.String({ maxLength: 40 }),
  unit: Text,
  low: orNull(Decimal),
  high: orNull(Decimal),
  verdict: Verdict,
})

/** Gates, holds, deviations and what follows from them. */
export const QUALITY_EVENTS = {
  'gate.decided': object({
    decision_id: Uuid,
    plan_id: Name,
    plan_version: Type.Integer(),
    gate_id: Name,
    gate_no: Type.Integer(),
    ccp: Type.Boolean(),
    lot_id: orNull(Uuid),
    run_id: orNull(Uuid),
    line: Text,
    decision: Decision,
    values: Type.Array(QcValue),
    notes: Text,
    instrument_id: orNull(Name),
    calibration: orNull(CalibrationState),
    entered_late: Type.Boolean(),
    /** The decision that this one does again. */
    recheck_of: orNull(Uuid),
    /** Non-CCP only: the gate was let pass without its checks, signed (F2 I6). */
    waived: Type.Boolean(),
    /** How far the run itself is; null without a run. */
    run_gate_passed: orNull(Type.Integer()),
    lots: Type.Array(Outcome),
  }),
  'hold.placed': object({
    hold_id: Uuid,
    cause: HoldCause,
    deviation_id: orNull(Uuid),
    reason: Sentence,
    lot_ids: Type.Array(Uuid),
    /** The reason as data, where it is a sentence of the server and none of a person. */
    said: Type.Optional(Said),
  }),
  /** The scope of a hold grew: the excursion went on, or material was made of what is held. */
  'hold.widened': object({ hold_id: Uuid, cause: HoldCause, lot_ids: Type.Array(Uuid) }),
  'hold.review_started': object({ hold_id: Uuid }),
  /** What is to become of lots of a hold; a release sets them free, the others wait for `hold.executed`. */
  'hold.dispositioned': object({
    hold_id: Uuid,
    disposition: Disposition,
    reason: Sentence,
    lots: Type.Array(Outcome),
    /** Lots that this hold holds no longer. */
    freed: Type.Array(Uuid),
  }),
  /** Destroyed or sent back: by whom it was seen, and how much. */
  'hold.executed': object({
    hold_id: Uuid,
    disposition: Disposition,
    witness_id: orNull(Uuid),
    lots: Type.Array(Outcome),
    postings: Type.Array(Posting),
  }),
  'hold.closed': object({ hold_id: Uuid }),
  'deviation.opened': object({
    deviation_id: Uuid,
    cause: DeviationCause,
    gate_id: orNull(Name),
    decision_id: orNull(Uuid),
    monitor_id: orNull(Name),
    monitor_version: orNull(Type.Integer()),
    device_id: orNull(Name),
    channel: orNull(Name),
    instrument_id: orNull(Name),
    run_id: orNull(Uuid),
    line: Text,
    value: Text,
    unit: Text,
    limit: Text,
    /** When it began to be wrong, and when it was still right. */
    began_at: Timestamp,
    last_good_at: orNull(Timestamp),
    reading_seq: orNull(Type.Integer()),
    hold_id: orNull(Uuid),
    /** How many lots it touches, and the first thousand of them; the hold has them all. */
    lot_count: Type.Integer({ minimum: 0 }),
    lot_ids: Type.Array(Uuid),
    text: Sentence,
    /** The text as data, where it is a sentence of the server and none of a person. */
    said: Type.Optional(Said),
  }),
  /** A room is right again; the curve is what the evaluation rests on. */
  'excursion.ended': object({
    deviation_id: Uuid,
    monitor_id: Name,
    ended_at: Timestamp,
    reading_seq: Type.Integer(),
    worst_value: Decimal,
    unit: Type.String(),
    curve: Type.Array(object({ at: Timestamp, value: orNull(Decimal) }), { maxItems: 500 }),
  }),
  /** No usable reading for too long: the room is not known to be right. */
  'monitor.silent': object({
    monitor_id: Name,
    device_id: Name,
    channel: Name,
    last_good_at: orNull(Timestamp),
    missing_s: Type.Integer(),
  }),
  'monitor.heard': object({ monitor_id: Name, silent_s: Type.Integer(), reading_seq: Type.Integer() }),
  'deviation.evaluated': object({
    deviation_id: Uuid,
    method: Sentence,
    result: oneOf('safe', 'unsafe', 'safe_after_treatment'),
    root_cause: Text,
    /** The plan itself has to be looked at again (21 CFR 117.170). */
    reanalysis_needed: Type.Boolean(),
  }),
  'action.assigned': object({
    action_id: Uuid,
    deviation_id: Uuid,
    kind: oneOf('correction', 'corrective', 'preventive'),
    text: Sentence,
    owner_id: orNull(Uuid),
    due_on: Day,
  }),
  'action.done': object({ action_id: Uuid, deviation_id: Uuid, text: Sentence }),
  'action.verified': object({ action_id: Uuid, deviation_id: Uuid, effective: Type.Boolean(), text: Sentence }),
  'deviation.verified': object({ deviation_id: Uuid, text: Sentence }),
  'deviation.closed': object({ deviation_id: Uuid }),
  'record.reviewed': object({
    review_id: Uuid,
    verdict: oneOf('accepted', 'questioned'),
    notes: Text,
    records: Type.Array(SignedRecord, { minItems: 1, maxItems: 500 }),
  }),
  'calibration.recorded': object({
    calibration_id: Uuid,
    instrument_id: Name,
    procedure: Sentence,
    standard: Sentence,
    points: Type.Array(
      object({
        reference: Decimal,
        as_found: Decimal,
        as_left: orNull(Decimal),
        tolerance: Decimal,
        unit: Type.String(),
        passed: Type.Boolean(),
      }),
      { minItems: 1, maxItems: 20 },
    ),
    passed: Type.Boolean(),
    adjusted: Type.Boolean(),
    next_due_on: orNull(Day),
    /** As found it was wrong: what was decided with it since the last good calibration. */
    impact: Type.Array(object({ decision_id: Uuid, seq: Type.Integer() })),
    deviation_id: orNull(Uuid),
  }),
  'alarm.acknowledged': object({ alarm_id: Uuid, notes: Text }),
} as const
