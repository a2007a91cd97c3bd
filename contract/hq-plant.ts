import Type, { type Static } from 'typebox'
import { Allergens } from './allergen.ts'
import type { RecordKind } from './change.ts'
import { Decimal } from './decimal.ts'
import { QUALITY_EVENTS } from './event/quality.ts'
import { object, orNull, Text } from './event/shape.ts'
import { Actor } from './identity.ts'
import { LinkKind, LotOrigin, LotStatus, LotType } from './lot-word.ts'
import { Name } from './name.ts'
import { DeviationState, Disposition, HoldCause, HoldState } from './quality-word.ts'
import { Said } from './said.ts'
import { Timestamp } from './time.ts'
import { Uuid } from './uuid.ts'

const Next = orNull(Type.String({ description: 'Cursor of the page behind this one; null: this is the last one.' }))
const Version = Type.Integer()
const Milligrams = Type.Integer()

/** What the registration of a lot says beyond its weight; null or empty where its plant said nothing of it. */
export const LOT_ORIGIN = {
  tlc_source: Name,
  origin: LotOrigin,
  item_id: orNull(Name),
  supplier_id: orNull(Name),
  supplier_tlc_source: Text,
  count: orNull(Type.Integer()),
  produced_on: Text,
  best_before: Text,
  expires_on: Text,
  allergens: Allergens,
  plan_id: orNull(Name),
  plan_version: orNull(Version),
  run_id: orNull(Uuid),
  receipt_id: orNull(Uuid),
} as const

/** How a lot stands now. */
export const LOT_STANDING = {
  status: LotStatus,
  /** What lies below a hold. */
  base_status: LotStatus,
  open_holds: Type.Integer({ minimum: 0 }),
  gate_passed: Type.Integer({ minimum: 0, description: 'Number of the last gate in order that it has passed.' }),
  /** Below zero only where a restored history contradicts the one that was lost. */
  on_hand_mg: Milligrams,
  on_hand_kg: Decimal,
  /** Null: its pieces are not counted. */
  on_hand_count: orNull(Type.Integer()),
  location_ids: Type.Array(Name, { description: 'Where its stock stands.' }),
} as const

/** A lot as it is named in another answer; only its id is sure when its registration is not held here. */
const LotBrief = {
  lot_id: Uuid,
  lot_code: Text,
  lot_type: orNull(LotType),
  product: Text,
  status: orNull(LotStatus),
} as const

/** One lot that went into another one or came of it, directly or through a run; several moves of one kind are summed. */
export const LotLink = Type.Object(
  {
    ...LotBrief,
    kind: LinkKind,
    run_id: orNull(Uuid),
    run_code: Text,
    weight_mg: Milligrams,
    weight_kg: Decimal,
    count: orNull(Type.Integer()),
  },
  { $id: 'LotLink', additionalProperties: false },
)
export type LotLink = Static<typeof LotLink>

/** One level up and one down. Through a run the quantity is what the run took of a parent or gave to a child. */
export const LotLinks = Type.Object(
  {
    site: Name,
    lot_id: Uuid,
    parents: Type.Array(LotLink),
    parents_next: Next,
    children: Type.Array(LotLink),
    children_next: Next,
  },
  { $id: 'LotLinks', additionalProperties: false },
)
export type LotLinks = Static<typeof LotLinks>

export const HeldLot = Type.Object(
  { ...LotBrief, open: Type.Boolean({ description: 'False: this hold holds it no longer.' }) },
  { $id: 'HeldLot', additionalProperties: false },
)
export type HeldLot = Static<typeof HeldLot>

const When = orNull(Type.String())
const Who = orNull(Type.String())

/** A hold of a site. `lots` are the first of them; `GET .../holds/:hold_id/lots` has all, page by page. */
export const HoldView = Type.Object(
  {
    site: Name,
    hold_id: Uuid,
    state: HoldState,
    cause: HoldCause,
    reason: Type.String(),
    said: orNull(Said),
    deviation_id: orNull(Uuid),
    placed_at: Type.String(),
    placed_by: Type.String(),
    review_started_at: When,
    reviewed_by: Who,
    disposition: orNull(Disposition),
    disposition_reason: Text,
    dispositioned_at: When,
    dispositioned_by: Who,
    executed_at: When,
    witness_id: Who,
    closed_at: When,
    lot_count: Type.Integer({ minimum: 0 }),
    open_count: Type.Integer({ minimum: 0 }),
    lots: Type.Array(HeldLot),
  },
  { $id: 'Hold', additionalProperties: false },
)
export type HoldView = Static<typeof HoldView>
export const HoldPage = Type.Object(
  { holds: Type.Array(HoldView), next: Next },
  { $id: 'HoldPage', additionalProperties: false },
)
export type HoldPage = Static<typeof HoldPage>
export const HeldLotPage = Type.Object(
  { lots: Type.Array(HeldLot), next: Next },
  { $id: 'HeldLotPage', additionalProperties: false },
)
export type HeldLotPage = Static<typeof HeldLotPage>

/** A QC decision, as its event says it, and the ledger row that holds it. */
export const GateView = Type.Object(
  {
    site: Name,
    epoch: Type.Integer(),
    seq: Type.Integer(),
    event_id: Uuid,
    decided_at: Timestamp,
    occurred_at: Timestamp,
    decided_by: Actor,
    reason: Text,
    ...QUALITY_EVENTS['gate.decided'].properties,
  },
  { $id: 'GateDecision', additionalProperties: false },
)
export type GateView = Static<typeof GateView>
export const GatePage = Type.Object(
  { gates: Type.Array(GateView), next: Next },
  { $id: 'GatePage', additionalProperties: false },
)
export type GatePage = Static<typeof GatePage>

const { lot_ids: _, ...opened } = QUALITY_EVENTS['deviation.opened'].properties
const { deviation_id: __, ...evaluated } = QUALITY_EVENTS['deviation.evaluated'].properties
const DEVIATION = {
  site: Name,
  state: DeviationState,
  ...opened,
  said: orNull(Said),
  lot_count: Type.Integer({ minimum: 0 }),
  opened_at: Type.String(),
  ended_at: When,
  worst_value: orNull(Decimal),
  evaluation: orNull(object(evaluated)),
  evaluated_at: When,
  evaluated_by: Who,
  verified_at: When,
  verified_by: Who,
  closed_at: When,
  closed_by: Who,
} as const

export const DeviationView = Type.Object(DEVIATION, { $id: 'DeviationRow', additionalProperties: false })
export type DeviationView = Static<typeof DeviationView>
export const DeviationPage = Type.Object(
  { deviations: Type.Array(DeviationView), next: Next },
  { $id: 'DeviationPage', additionalProperties: false },
)
export type DeviationPage = Static<typeof DeviationPage>

/** A record as it stands, whatever its kind; `body` is what the plant's events said of it, field by field. */
export const RecordView = Type.Object(
  {
    site: Name,
    kind: Type.String(),
    id: Type.String(),
    parent: Text,
    state: Text,
    at: Type.Integer({
      description: 'Their order: a version, or the number of the event that first said something of it.',
    }),
    body: Type.Record(Type.String(), Type.Unknown()),
  },
  { $id: 'PlantRecord', additionalProperties: false },
)
export type RecordView = Static<typeof RecordView>
export const RecordPage = Type.Object(
  { records: Type.Array(RecordView), next: Next },
  { $id: 'RecordPage', additionalProperties: false },
)
export type RecordPage = Static<typeof RecordPage>

/** One deviation with its curve (empty until the excursion has ended), the limits of its monitor, and its actions. */
export const Deviation = Type.Object(
  {
    ...DEVIATION,
    curve: QUALITY_EVENTS['excursion.ended'].properties.curve,
    low: orNull(Decimal),
    high: orNull(Decimal),
    actions: Type.Array(RecordView),
  },
  { $id: 'Deviation', additionalProperties: false },
)
export type Deviation = Static<typeof Deviation>

/** An alarm; its id is that of the event that raised it. */
export const AlarmView = Type.Object(
  {
    site: Name,
    alarm_id: Uuid,
    state: Type.Enum(['RAISED', 'ACKNOWLEDGED'] as ('RAISED' | 'ACKNOWLEDGED')[]),
    kind: Type.String(),
    about: Type.String(),
    text: Type.String(),
    /** `text` as data; null of one that an earlier release raised, or that is in the words of a person. */
    said: orNull(Said),
    raised_at: Type.String(),
    acknowledged_at: When,
    acknowledged_by: Who,
    notes: Text,
  },
  { $id: 'Alarm', additionalProperties: false },
)
export type AlarmView = Static<typeof AlarmView>
export const AlarmPage = Type.Object(
  { alarms: Type.Array(AlarmView), next: Next },
  { $id: 'AlarmPage', additionalProperties: false },
)
export type AlarmPage = Static<typeof AlarmPage>

// A kind that is missing here, or is none, does not compile.
const KINDS: Record<RecordKind, true> = {
  item: true,
  party: true,
  location: true,
  instrument: true,
  site: true,
  recipe: true,
  qc_plan: true,
  monitor: true,
  run: true,
  hold: true,
  deviation: true,
  action: true,
  review: true,
  calibration: true,
  receipt: true,
  shipment: true,
  shipment_line: true,
  hu: true,
  badge: true,
  training: true,
  policy: true,
  signature: true,
  attachment: true,
  epcis_event: true,
  epcis_name: true,
  epcis_capture: true,
  alarm: true,
  printer: true,
  print_job: true,
  trace_request: true,
  trace_plan: true,
  kde_correction: true,
  pack: true,
  help_call: true,
  shift_handover: true,
  temperature: true,
  tablet: true,
  recall: true,
  recall_task: true,
  recall_scope: true,
  recall_consignee: true,
  recall_balance: true,
  recall_finding: true,
}
export const RECORD_KINDS = Object.keys(KINDS) as RecordKind[]
