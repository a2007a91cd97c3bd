import Type, { type Static } from 'typebox'
import { Name } from '../name.ts'
import { Posting } from '../posting.ts'
import { Quantity } from '../quantity.ts'
import { Timestamp } from '../time.ts'
import { Uuid } from '../uuid.ts'
import { object, oneOf, orNull, Text } from './shape.ts'

/** A document of the trade, by its type and number (21 CFR 1.1310, reference document). */
export const ReferenceDocument = object({
  type: oneOf(
    'po',
    'bol',
    'asn',
    'invoice',
    'work_order',
    'batch_log',
    'production_log',
    'field_tag',
    'catch_certificate',
    'receipt',
    'database_record',
    'other',
  ),
  number: Type.String({ minLength: 1, maxLength: 60 }),
})
export type ReferenceDocument = Static<typeof ReferenceDocument>

/** Goods that come and goods that go, with the key data elements of 21 CFR 1.1340 and 1.1345. */
export const LOGISTICS_EVENTS = {
  'receipt.recorded': object({
    receipt_id: Uuid,
    supplier_id: Name,
    /** Immediate previous source: where the goods were sent from. */
    previous_source: Type.String({ maxLength: 200 }),
    location_id: Name,
    received_at: Timestamp,
    documents: Type.Array(ReferenceDocument, { minItems: 1, maxItems: 10 }),
    carrier_id: orNull(Name),
    lot_ids: Type.Array(Uuid),
  }),
  'shipment.planned': object({
    shipment_id: Uuid,
    shipment_code: Type.String({ maxLength: 40 }),
    customer_id: Name,
    /** Immediate subsequent recipient: where the goods go. */
    ship_to: Type.String({ maxLength: 200 }),
    carrier_id: orNull(Name),
    documents: Type.Array(ReferenceDocument, { maxItems: 10 }),
  }),
  'shipment.picked': object({
    shipment_id: Uuid,
    line_id: Uuid,
    lot_id: Uuid,
    hu_id: orNull(Uuid),
    location_id: Name,
    quantity: Quantity,
  }),
  /** Lines were taken out again before the shipment left. Picking moves nothing, so nothing is put back. */
  'shipment.unpicked': object({
    shipment_id: Uuid,
    line_ids: Type.Array(Uuid, { minItems: 1 }),
    /** Where the shipment stands without them. */
    state: oneOf('PLANNED', 'PICKING'),
  }),
  'shipment.staged': object({ shipment_id: Uuid }),
  'shipment.shipped': object({
    shipment_id: Uuid,
    shipped_at: Timestamp,
    documents: Type.Array(ReferenceDocument),
    postings: Type.Array(Posting),
  }),
  'shipment.voided': object({ shipment_id: Uuid, postings: Type.Array(Posting) }),
  /** Goods come back from a customer; they are held until somebody decides. */
  'shipment.returned': object({
    shipment_id: Uuid,
    lot_id: Uuid,
    hold_id: Uuid,
    postings: Type.Array(Posting),
    cause: Text,
  }),
} as const
