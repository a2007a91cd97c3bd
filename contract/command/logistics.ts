import Type from 'typebox'
import { ReferenceDocument } from '../event/logistics.ts'
import { ReceivedGoods, ReturnedGoods, Shipment, ShippedGoods } from '../logistics-view.ts'
import { LotRegistration } from '../lot.ts'
import { Name } from '../name.ts'
import { Count, QuantityInput, WeightKg } from '../quantity.ts'
import { Timestamp } from '../time.ts'
import { Uuid } from '../uuid.ts'
import { command, fields, NoParams, OccurredAt, Reason, Signed } from './command.ts'
import { HuRef } from './hu.ts'
import { LotRef } from './lot.ts'

const ShipmentParams = fields({ shipment_id: Uuid })
const Documents = Type.Array(ReferenceDocument, { maxItems: 10 })
const Place = Type.String({ minLength: 1, maxLength: 200 })

const { lot_code, product, manual_reason, temperature_c, supplier_lot_code, supplier_tlc_source, count, line, notes } =
  LotRegistration.properties
const { produced_on, best_before, expires_on, allergens } = LotRegistration.properties

const ReceiptLine = Type.Object(
  {
    item_id: Name,
    weight_kg: Type.Optional(WeightKg),
    manual_reason,
    count,
    /** The traceability lot code of the supplier; it is kept beside our own code and never overwritten. */
    supplier_lot_code,
    supplier_tlc_source,
    produced_on,
    best_before,
    expires_on,
    temperature_c,
    lot_code,
    product,
    line,
    allergens,
    notes,
  },
  { $id: 'ReceiptLine', additionalProperties: false },
)

/** What comes and what goes. */
export const LOGISTICS_COMMANDS = {
  'receive-goods': command({
    route: 'POST /api/v1/receipts',
    tag: 'logistics',
    summary:
      'Receives goods of an approved supplier: a lot for each line, with the key data elements of 21 CFR 1.1345.',
    params: NoParams,
    body: Type.Object(
      {
        supplier_id: Name,
        previous_source: Place,
        location_id: Type.Optional(Name),
        documents: Documents,
        carrier_id: Type.Optional(Name),
        received_at: Type.Optional(Timestamp),
        /** Weighs the only line of the receipt. */
        scale_id: Type.Optional(Name),
        lines: Type.Array(ReceiptLine, { minItems: 1, maxItems: 50 }),
      },
      { $id: 'GoodsReceipt', additionalProperties: false },
    ),
    status: 201,
    gives: ReceivedGoods,
  }),
  'plan-shipment': command({
    route: 'POST /api/v1/shipments',
    tag: 'logistics',
    summary: 'Plans a shipment to a customer.',
    params: NoParams,
    body: Type.Object(
      {
        customer_id: Name,
        ship_to: Place,
        carrier_id: Type.Optional(Name),
        documents: Type.Optional(Documents),
        shipment_code: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$' })),
      },
      { $id: 'ShipmentPlan', additionalProperties: false },
    ),
    status: 201,
    gives: Shipment,
  }),
  'pick-shipment': command({
    route: 'POST /api/v1/shipments/:shipment_id/lines',
    tag: 'logistics',
    summary: 'Picks loose stock of a lot, or a whole handling unit; it stays where it is until the shipment leaves.',
    params: ShipmentParams,
    body: Type.Object(
      {
        lot_id: Type.Optional(LotRef),
        hu_id: Type.Optional(HuRef),
        weight_kg: Type.Optional(WeightKg),
        count: Type.Optional(Count),
        location_id: Type.Optional(Name),
        reason: Type.Optional(Reason),
        ...OccurredAt,
      },
      { $id: 'ShipmentPick', additionalProperties: false },
    ),
    status: 201,
    gives: Shipment,
  }),
  'unpick-shipment': command({
    route: 'POST /api/v1/shipments/:shipment_id/unpick',
    tag: 'logistics',
    summary: 'Takes out again what was picked: a line, the last loose pick of a lot, or a whole handling unit.',
    params: ShipmentParams,
    body: Type.Object(
      {
        line_id: Type.Optional(Uuid),
        lot_id: Type.Optional(LotRef),
        hu_id: Type.Optional(HuRef),
        reason: Type.Optional(Reason),
        ...OccurredAt,
      },
      { $id: 'ShipmentUnpick', additionalProperties: false },
    ),
    status: 200,
    gives: Shipment,
  }),
  'stage-shipment': command({
    route: 'POST /api/v1/shipments/:shipment_id/stage',
    tag: 'logistics',
    summary: 'Says that everything is picked and stands ready.',
    params: ShipmentParams,
    body: Type.Object({ ...OccurredAt }, { $id: 'ShipmentStaging', additionalProperties: false }),
    status: 200,
    gives: Shipment,
  }),
  'ship-shipment': command({
    route: 'POST /api/v1/shipments/:shipment_id/ship',
    tag: 'logistics',
    summary:
      'Lets a shipment go: every lot in it is judged once more, and one that may not leave keeps all of it here.',
    params: ShipmentParams,
    body: Type.Object(
      { documents: Type.Optional(Documents), shipped_at: Type.Optional(Timestamp), ...Signed },
      { $id: 'ShipmentDeparture', additionalProperties: false },
    ),
    status: 200,
    gives: ShippedGoods,
  }),
  'void-shipment': command({
    route: 'DELETE /api/v1/shipments/:shipment_id',
    tag: 'logistics',
    summary: 'Voids a shipment that has not left.',
    params: ShipmentParams,
    body: fields({ reason: Type.Optional(Reason) }),
    status: 200,
    gives: Shipment,
  }),
  'return-goods': command({
    route: 'POST /api/v1/shipments/:shipment_id/returns',
    tag: 'logistics',
    summary: 'Takes goods back from a customer, as a lot of their own that is held.',
    params: ShipmentParams,
    body: Type.Object(
      { lot_id: LotRef, ...QuantityInput, location_id: Name, reason: Reason, ...OccurredAt },
      { $id: 'GoodsReturn', additionalProperties: false },
    ),
    status: 201,
    gives: ReturnedGoods,
  }),
} as const
