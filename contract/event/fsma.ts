import Type, { type Static } from 'typebox'
import { Name } from '../name.ts'
import { Timestamp } from '../time.ts'
import { Uuid } from '../uuid.ts'
import { Day, Hash, object, oneOf, orNull, Text } from './shape.ts'

/** Which records were asked for: by date, by product, by traceability lot code; null: not restricted by this. */
export const TraceFilter = object({
  from: orNull(Day),
  to: orNull(Day),
  item_ids: orNull(Type.Array(Name)),
  lots: orNull(Type.Array(Type.String())),
})
export type TraceFilter = Static<typeof TraceFilter>

export const ExportedSheet = object({ sheet: Type.String(), rows: Type.Integer(), csv_sha256: Hash })
export type ExportedSheet = Static<typeof ExportedSheet>

/** A key data element that can be put right after it was recorded. */
export const CorrectableKde = oneOf(
  'previous_source',
  'ship_to',
  'documents',
  'received_at',
  'shipped_at',
  'product',
  'supplier_lot_code',
  'supplier_tlc_source',
)
export type CorrectableKde = Static<typeof CorrectableKde>

/** A place with the location description of 21 CFR 1.1310. */
export const PlaceDescription = object({
  business: Type.String({ minLength: 1, maxLength: 120 }),
  phone: Type.String({ minLength: 3, maxLength: 40 }),
  street: Type.String({ minLength: 1, maxLength: 120 }),
  city: Type.String({ minLength: 1, maxLength: 80 }),
  region: Type.String({ minLength: 1, maxLength: 80 }),
  postal_code: Type.String({ minLength: 1, maxLength: 20 }),
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
  gln: orNull(Type.String({ pattern: '^\\d{13}$' })),
  /** Registration number of the facility with the FDA. */
  ffrn: orNull(Type.String({ pattern: '^\\d{5,20}$' })),
  /** Address of the web at which the source of a code is told. */
  source_url: orNull(Type.String({ pattern: '^https://[^\\s]{3,200}$' })),
})
export type PlaceDescription = Static<typeof PlaceDescription>

const Prose = Type.String({ minLength: 10, maxLength: 4_000 })

/** What people write of a traceability plan (21 CFR 1.1315); the rest of it comes from the configuration. */
export const TracePlanText = object({
  place: PlaceDescription,
  contact: object({
    name_or_title: Type.String({ minLength: 2, maxLength: 120 }),
    phone: Type.String({ minLength: 3, maxLength: 40 }),
  }),
  /** IANA name; dates of the spreadsheet are of this zone. */
  time_zone: Type.String({ minLength: 2, maxLength: 60 }),
  procedures: Prose,
  identification: Prose,
  assignment: Prose,
  /** SHA-256 of an attached farm map, for who grows. */
  farm_map: orNull(Hash),
})
export type TracePlanText = Static<typeof TracePlanText>

/** The configuration as it was when the plan was issued. */
export const TracePlanSetup = object({
  lot_code_pattern: Type.String(),
  ftl_items: Type.Array(object({ item_id: Name, title: Type.String(), ftl_category: Type.String() })),
  locations: Type.Array(object({ location_id: Name, title: Type.String(), kind: Type.String() })),
  record_types: Type.Array(object({ record: Type.String(), where: Type.String() })),
  retention_months: Type.Integer(),
})
export type TracePlanSetup = Static<typeof TracePlanSetup>

/** What the FDA asks for (21 CFR 1.1455(c)), and the plan that it asks for first. */
export const FSMA_EVENTS = {
  'fsma.requested': object({
    request_id: Uuid,
    caller: Type.String(),
    phone: Text,
    filter: TraceFilter,
    format: oneOf('xlsx', 'csv'),
    asked_at: Timestamp,
    /** 24 hours after it was asked. */
    due_at: Timestamp,
  }),
  'fsma.delivered': object({
    request_id: Uuid,
    file: Type.String(),
    size_bytes: Type.Integer(),
    sha256: Hash,
    /** Last row of the ledger that was read. */
    upto_seq: Type.Integer(),
    sheets: Type.Array(ExportedSheet),
  }),
  'fsma.failed': object({ request_id: Uuid, cause: Type.String({ maxLength: 500 }) }),
  /** A key data element was wrong: the original stays as it was recorded, and this says what is true. */
  'kde.corrected': object({
    correction_id: Uuid,
    of: Type.String({ maxLength: 100 }),
    kde: CorrectableKde,
    was: Text,
    now: Type.String({ minLength: 1, maxLength: 200 }),
  }),
  'trace_plan.issued': object({
    version: Type.Integer({ minimum: 1 }),
    plan: TracePlanText,
    setup: TracePlanSetup,
    /** When the version before may be thrown away: 24 months after this one took its place. */
    previous_kept_until: orNull(Timestamp),
  }),
} as const
