import Type, { type Static, type TSchema } from 'typebox'
import { Allergens } from './allergen.ts'
import { Decimal } from './decimal.ts'
import { Day } from './event/shape.ts'
import { Actor } from './identity.ts'
import { LotOrigin, LotStatus, LotType, WeightEvidence } from './lot-word.ts'
import { Name } from './name.ts'
import { Count, WeightKg } from './quantity.ts'
import { Timestamp } from './time.ts'
import { Uuid } from './uuid.ts'

export { LotType, WeightEvidence } from './lot-word.ts'

/** A lot code as it is accepted: what GS1 AI (10) can carry and a Digital Link need not escape. */
export const LotCode = Type.String({
  pattern: '^[A-Z0-9](?:[A-Z0-9-]{0,38}[A-Z0-9])?$',
  examples: ['TEST-00000042-LOAD-0001'],
})

/**
 * Registers a lot. The weight comes either from a scale (`scale_id`: the server captures its own latest stable
 * reading) or by hand (`weight_kg`, with `manual_reason` when the plant requires one).
 */
export const LotRegistration = Type.Object(
  {
    lot_code: Type.Optional(LotCode),
    lot_type: LotType,
    product: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    scale_id: Type.Optional(Name),
    weight_kg: Type.Optional(WeightKg),
    manual_reason: Type.Optional(Type.String({ minLength: 3, maxLength: 200 })),
    temperature_c: Type.Optional(Type.Union([Decimal, Type.Number({ minimum: -100, maximum: 300 })])),
    supplier: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    supplier_lot_code: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    line: Type.Optional(Type.String({ pattern: '^[A-Z0-9]{1,4}$' })),
    notes: Type.Optional(Type.String({ maxLength: 500 })),
    item_id: Type.Optional(Name),
    location_id: Type.Optional(Name),
    supplier_id: Type.Optional(Name),
    supplier_tlc_source: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    count: Type.Optional(Count),
    produced_on: Type.Optional(Day),
    best_before: Type.Optional(Day),
    expires_on: Type.Optional(Day),
    allergens: Type.Optional(Allergens),
    occurred_at: Type.Optional(Timestamp),
  },
  { $id: 'LotRegistration', additionalProperties: false },
)
export type LotRegistration = Static<typeof LotRegistration>

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** A lot as it was registered. */
export const RegisteredLot = Type.Object(
  {
    lot_id: Uuid,
    site: Name,
    lot_code: Type.String(),
    lot_type: LotType,
    product: orNull(Type.String()),
    weight_kg: Decimal,
    weight_mg: Type.Integer(),
    weight: WeightEvidence,
    temperature_c: orNull(Decimal),
    supplier: orNull(Type.String()),
    supplier_lot_code: orNull(Type.String()),
    line: orNull(Type.String()),
    notes: orNull(Type.String()),
    registered_at: Timestamp,
    occurred_at: Timestamp,
    registered_by: Actor,
    seq: Type.Integer({ description: 'Number of its ledger event.' }),
    event_id: Uuid,
    /** True when a restored history brought a second lot with the same code; both labels must be checked. */
    code_conflict: Type.Boolean(),
  },
  { $id: 'RegisteredLot', additionalProperties: false },
)
export type RegisteredLot = Static<typeof RegisteredLot>

/** A lot as the API shows it: as it was registered, and as it is now. */
export const Lot = Type.Object(
  {
    ...RegisteredLot.properties,
    /** HOLD while any hold is open. */
    status: LotStatus,
    open_holds: Type.Integer(),
    gate_passed: Type.Integer({ description: 'Gates of its plan that have passed, in their order.' }),
    gate_next: orNull(Type.Integer({ description: 'The gate that is decided next; null when all have passed.' })),
    plan_id: Name,
    plan_version: Type.Integer(),
    origin: LotOrigin,
    item_id: orNull(Name),
    supplier_id: orNull(Name),
    supplier_tlc_source: orNull(Type.String()),
    count: orNull(Type.Integer()),
    produced_on: orNull(Day),
    best_before: orNull(Day),
    expires_on: orNull(Day),
    allergens: Allergens,
    run_id: orNull(Uuid),
    receipt_id: orNull(Uuid),
    on_hand_kg: Decimal,
    on_hand_mg: Type.Integer(),
    stock: Type.Array(
      Type.Object(
        {
          location_id: Name,
          hu_id: orNull(Uuid),
          weight_mg: Type.Integer(),
          count: orNull(Type.Integer()),
          since: Timestamp,
        },
        { additionalProperties: false },
      ),
    ),
  },
  { $id: 'Lot', additionalProperties: false },
)
export type Lot = Static<typeof Lot>

/** One page of lots, newest first; `next` is the cursor of the page behind it. */
export const LotPage = Type.Object(
  { lots: Type.Array(Lot), next: orNull(Type.String()) },
  { $id: 'LotPage', additionalProperties: false },
)
export type LotPage = Static<typeof LotPage>

/** A site as its lot codes begin. */
export const siteCode = (site: string): string =>
  site
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 3)

/** A generated code, `SITE-YYMMDD-LINE-NNNN`, at most 20 characters so that AI (10) can carry it. */
export function generatedLotCode(site: string, of: { day: string; line: string; number: number }): string {
  const { day, line, number } = of
  return `${siteCode(site)}-${day}-${line}-${String(number).padStart(4, '0')}`
}
