import Type from 'typebox'
import { Allergens } from '../allergen.ts'
import { Decimal } from '../decimal.ts'
import { LinkKind, LotOrigin, LotStatus, LotType, WeightEvidence } from '../lot-word.ts'
import { Name } from '../name.ts'
import { Posting } from '../posting.ts'
import { Quantity } from '../quantity.ts'
import { Uuid } from '../uuid.ts'
import { Day, object, oneOf, orNull, Text } from './shape.ts'

const Postings = Type.Array(Posting)

/** Lots, what they were made of, and where their stock is. */
export const LOT_EVENTS = {
  'lot.registered': object({
    lot_id: Uuid,
    lot_code: Type.String(),
    lot_type: LotType,
    /** The site that gave the code: the lot key is (source, code), never the code alone. */
    tlc_source: Name,
    product: Text,
    weight_kg: Decimal,
    weight_mg: Type.Integer(),
    weight: WeightEvidence,
    temperature_c: Type.Union([Decimal, Type.Null()]),
    supplier: Text,
    supplier_lot_code: Text,
    line: Text,
    notes: Text,
    /** What follows is written since the plant has items, places and gates; a lot without it stands in receiving. */
    more: Type.Optional(
      object({
        origin: LotOrigin,
        item_id: orNull(Name),
        supplier_id: orNull(Name),
        /** Where the supplier gave its code (21 CFR 1.1310, traceability lot code source). */
        supplier_tlc_source: Text,
        location_id: Name,
        count: orNull(Type.Integer()),
        produced_on: orNull(Day),
        best_before: orNull(Day),
        expires_on: orNull(Day),
        allergens: Allergens,
        plan_id: Name,
        plan_version: Type.Integer(),
        /** Gates that this lot brings with it from what it was made of; 0: none. */
        gate_passed: Type.Integer({ minimum: 0 }),
        status: LotStatus,
        run_id: orNull(Uuid),
        receipt_id: orNull(Uuid),
      }),
    ),
  }),
  /** A lot became part of another lot outside of a run. */
  'lot.linked': object({ source_lot_id: Uuid, lot_id: Uuid, kind: LinkKind, quantity: Quantity, postings: Postings }),
  'lot.split': object({ source_lot_id: Uuid, lot_ids: Type.Array(Uuid), postings: Postings }),
  'lot.merged': object({ source_lot_ids: Type.Array(Uuid), lot_id: Uuid, postings: Postings }),
  /** Material is taken to be worked again; each time it becomes a new lot, so that history is a spiral, not a circle. */
  'lot.reworked': object({ source_lot_id: Uuid, lot_id: Uuid, postings: Postings }),
  'lot.expired': object({ lot_id: Uuid, expires_on: Day, status: LotStatus }),
  'lot.recalled': object({ lot_ids: Type.Array(Uuid), recall: Type.String({ maxLength: 80 }) }),
  /** `undone`: by who registered it, right after; nothing had been done with it. */
  'lot.voided': object({ lot_id: Uuid, postings: Postings, cause: Type.Optional(oneOf('undone')) }),
  'stock.moved': object({
    lot_id: Uuid,
    postings: Postings,
    /** Lots that a FIFO or FEFO lane would have given first, when somebody took another one with a reason. */
    passed_over: Type.Array(Uuid),
  }),
  'stock.adjusted': object({ lot_id: Uuid, cause: oneOf('count', 'waste', 'sample', 'loss'), postings: Postings }),
  'hu.created': object({
    hu_id: Uuid,
    sscc: Text,
    kind: oneOf('pallet', 'crate', 'trolley', 'case'),
    location_id: Name,
  }),
  'hu.packed': object({ hu_id: Uuid, postings: Postings }),
  'hu.unpacked': object({ hu_id: Uuid, postings: Postings }),
  'hu.moved': object({ hu_id: Uuid, location_id: Name, postings: Postings }),
} as const
