import Type, { type Static } from 'typebox'
import { Decimal } from './decimal.ts'
import { ReferenceDocument } from './event/logistics.ts'
import { object, oneOf, orNull } from './event/shape.ts'
import { Lot } from './lot.ts'
import { Name } from './name.ts'
import { Amount } from './stock-view.ts'
import { Timestamp } from './time.ts'
import { Uuid } from './uuid.ts'

export type HuKind = 'pallet' | 'crate' | 'trolley' | 'case'
export const HuKind = oneOf('pallet', 'crate', 'trolley', 'case')

/** A handling unit with what stands in it. */
export const HandlingUnit = Type.Object(
  {
    hu_id: Uuid,
    sscc: orNull(Type.String()),
    kind: HuKind,
    location_id: Name,
    state: oneOf('ACTIVE', 'SHIPPED'),
    contents: Type.Array(object({ lot_id: Uuid, lot_code: Type.String(), ...Amount, since: Timestamp })),
  },
  { $id: 'HandlingUnit', additionalProperties: false },
)
export type HandlingUnit = Static<typeof HandlingUnit>

/** A receipt with the key data elements of 21 CFR 1.1345; those of its lots stand with the lots. */
export const Receipt = Type.Object(
  {
    receipt_id: Uuid,
    supplier_id: Name,
    previous_source: Type.String(),
    location_id: Name,
    received_at: Timestamp,
    documents: Type.Array(ReferenceDocument),
    carrier_id: orNull(Name),
    lot_ids: Type.Array(Uuid),
    received_by: Type.String(),
  },
  { $id: 'Receipt', additionalProperties: false },
)
export type Receipt = Static<typeof Receipt>

/** A key data element that is not there, with its paragraph of 21 CFR. `line` is null for what all lines share. */
export const MissingKde = Type.Object(
  { line: orNull(Type.Integer()), kde: Type.String(), cfr: Type.String() },
  { $id: 'MissingKde', additionalProperties: false },
)
export type MissingKde = Static<typeof MissingKde>

/** What somebody should know and nothing was refused for. */
export const Warning = Type.Object(
  {
    kind: oneOf('kde_missing', 'tlc_known'),
    line: orNull(Type.Integer()),
    text: Type.String(),
  },
  { $id: 'Warning', additionalProperties: false },
)
export type Warning = Static<typeof Warning>

export const ReceivedGoods = Type.Object(
  { receipt: Receipt, lots: Type.Array(Lot), warnings: Type.Array(Warning) },
  { $id: 'ReceivedGoods', additionalProperties: false },
)
export type ReceivedGoods = Static<typeof ReceivedGoods>

export type ShipmentState = 'PLANNED' | 'PICKING' | 'STAGED' | 'SHIPPED' | 'VOIDED' | 'RETURNED'
export const ShipmentState = oneOf('PLANNED', 'PICKING', 'STAGED', 'SHIPPED', 'VOIDED', 'RETURNED')

/** What was picked for a shipment, or came back from it. */
export const ShipmentLine = Type.Object(
  {
    line_id: Uuid,
    state: oneOf('PICKED', 'RETURNED'),
    lot_id: Uuid,
    lot_code: Type.String(),
    hu_id: orNull(Uuid),
    location_id: Name,
    ...Amount,
  },
  { $id: 'ShipmentLine', additionalProperties: false },
)
export type ShipmentLine = Static<typeof ShipmentLine>

export const Shipment = Type.Object(
  {
    shipment_id: Uuid,
    shipment_code: Type.String(),
    customer_id: Name,
    ship_to: Type.String(),
    carrier_id: orNull(Name),
    documents: Type.Array(ReferenceDocument),
    state: ShipmentState,
    planned_at: Timestamp,
    staged_at: orNull(Timestamp),
    shipped_at: orNull(Timestamp),
    lines: Type.Array(ShipmentLine),
    picked_kg: Decimal,
    returned_kg: Decimal,
  },
  { $id: 'Shipment', additionalProperties: false },
)
export type Shipment = Static<typeof Shipment>

export const ShippedGoods = Type.Object(
  { shipment: Shipment, warnings: Type.Array(Warning) },
  { $id: 'ShippedGoods', additionalProperties: false },
)
export type ShippedGoods = Static<typeof ShippedGoods>

/** Goods that came back stand as a lot of their own, held; the lot that they were part of is not held for them. */
export const ReturnedGoods = Type.Object(
  { shipment: Shipment, lot: Lot, hold_id: Uuid },
  { $id: 'ReturnedGoods', additionalProperties: false },
)
export type ReturnedGoods = Static<typeof ReturnedGoods>
