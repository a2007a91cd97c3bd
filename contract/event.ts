import Type, { type Static, type TObject, type TSchema } from 'typebox'
import { Decimal } from './decimal.ts'
import { DeviceConfig } from './device.ts'
import { DeviceState } from './health.ts'
import { Actor } from './identity.ts'
import { LotType, WeightEvidence } from './lot.ts'
import { Name } from './name.ts'
import { Role } from './role.ts'
import { Timestamp } from './time.ts'
import { Uuid } from './uuid.ts'

const Nothing = Type.Null()
const Text = Type.Union([Type.String(), Nothing])
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })
const object = <T extends Record<string, TSchema>>(properties: T) =>
  Type.Object(properties, { additionalProperties: false })

/**
 * What can have happened in a plant: one schema of `data` for each type of ledger event. A fact, in the past tense.
 * The order of keys here is the order in which they are written.
 */
export const EVENT_DATA = {
  'ledger.started': object({ site: Name, public_key: Type.String(), flowviz_version: Type.String() }),
  /** A restored box that could not ask headquarters goes on here; what it lost comes back as `ledger.recovered`. */
  'epoch.started': object({
    epoch: Type.Integer({ minimum: 2 }),
    resumed_from: object({ seq: Type.Integer({ minimum: 0 }), hash: Hash }),
    /** The last reading the box still held: later ones carry the new epoch, up to here the one before. */
    readings_seq: Type.Integer({ minimum: 0 }),
    cause: Type.String(),
  }),
  /** An event of an earlier epoch that headquarters had kept and this box had lost; `body` is its exact text. */
  'ledger.recovered': object({ epoch: Type.Integer(), seq: Type.Integer(), hash: Hash, body: Type.String() }),
  'ledger.restored': object({
    source: Type.String(),
    restored_seq: Type.Integer(),
    healed_events: Type.Integer(),
    healed_readings: Type.Integer(),
    refused: Type.Array(Type.String()),
  }),
  'person.created': object({ person_id: Uuid, role: Role }),
  'session.started': object({ session_id: Uuid, station: Text, address: Type.String() }),
  'session.refused': object({ name: Type.String({ maxLength: 40 }), cause: Type.String(), address: Type.String() }),
  'access.refused': object({ route: Type.String(), required_roles: Type.Array(Role) }),
  'device.registered': object({ config: DeviceConfig }),
  'device.changed': object({ config: DeviceConfig }),
  'device.retired': object({ device_id: Name }),
  /** Only changes of state, so that a flapping cable cannot flood the ledger: the appliance limits their rate. */
  'device.state_changed': object({ device_id: Name, state: DeviceState, reason: Type.String(), detail: Type.String() }),
  'device.acted': object({ device_id: Name, action: Type.String(), outcome: Type.String(), reason: Type.String() }),
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
    temperature_c: Type.Union([Decimal, Nothing]),
    supplier: Text,
    supplier_lot_code: Text,
    line: Text,
    notes: Text,
  }),
  /** Puts readings under the chain without chaining each: SHA-256 over their seal lines joined by LF. */
  'reading.sealed': object({
    from_seq: Type.Integer(),
    to_seq: Type.Integer(),
    channels: Type.Array(object({ device_id: Name, channel: Name, count: Type.Integer(), digest: Hash })),
  }),
  /** A limit was crossed and stayed crossed: the reading that said so is copied here as evidence. */
  'limit.crossed': object({
    device_id: Name,
    channel: Name,
    verdict: Type.Enum(['within', 'low', 'high'] as ('within' | 'low' | 'high')[]),
    value: Decimal,
    unit: Type.String(),
    reading_seq: Type.Integer(),
    measured_at: Timestamp,
  }),
} as const satisfies Record<string, TObject>

export type EventType = keyof typeof EVENT_DATA
export const EVENT_TYPES = Object.keys(EVENT_DATA) as EventType[]

export type EventData<T extends EventType> = Static<(typeof EVENT_DATA)[T]>

/** Version of the ledger body that this release writes and fully understands. */
export const EVENT_VERSION = 1

const head = <T extends EventType>(type: T) =>
  Type.Object(
    {
      v: Type.Literal(EVENT_VERSION),
      id: Uuid,
      site: Name,
      seq: Type.Integer({ minimum: 1 }),
      type: Type.Literal(type),
      recorded_at: Timestamp,
      occurred_at: Timestamp,
      actor: Actor,
      /** What it is about, as `kind:id`, such as `lot:019a...`; the audit trail is read by it. */
      subject: Type.String({ maxLength: 100 }),
      data: EVENT_DATA[type],
      reason: Type.Optional(Type.String({ maxLength: 500 })),
      corrects: Type.Optional(Uuid),
    },
    { additionalProperties: false },
  )

/** The schema of one event by its type; the closed union of all that this release knows. */
export const EVENTS = Object.fromEntries(EVENT_TYPES.map(type => [type, head(type)])) as unknown as {
  readonly [T in EventType]: ReturnType<typeof head<T>>
}

interface EventOf<T extends EventType> {
  v: typeof EVENT_VERSION
  id: string
  site: string
  seq: number
  type: T
  recorded_at: string
  occurred_at: string
  actor: Actor
  subject: string
  data: EventData<T>
  reason?: string
  corrects?: string
}
/** One fact of a plant, as it stands in the ledger. */
export type LedgerEvent = { [T in EventType]: EventOf<T> }[EventType]

/** What any well-formed body of any version has; a receiver stores such a row even if it cannot interpret it. */
export const AnyEvent = Type.Object({
  v: Type.Integer({ minimum: 1 }),
  id: Uuid,
  site: Name,
  seq: Type.Integer({ minimum: 1 }),
  type: Type.String({ minLength: 1, maxLength: 60 }),
  recorded_at: Timestamp,
  occurred_at: Timestamp,
})
export type AnyEvent = Static<typeof AnyEvent>

/**
 * The body text of an event: fixed key order, written once, hashed as it is. `data` is taken in the order in which the
 * deciding code built it, which a test holds equal to the schema.
 */
export function bodyOf(event: LedgerEvent): string {
  return JSON.stringify({
    v: event.v,
    id: event.id,
    site: event.site,
    seq: event.seq,
    type: event.type,
    recorded_at: event.recorded_at,
    occurred_at: event.occurred_at,
    actor: event.actor,
    subject: event.subject,
    data: event.data,
    reason: event.reason,
    corrects: event.corrects,
  })
}

/** True when every key of the event stands in the order of its schema, at every depth. */
export function inSchemaOrder(value: unknown, schema: TSchema): boolean {
  const shape = schema as { type?: string; properties?: Record<string, TSchema>; items?: TSchema; anyOf?: TSchema[] }
  if (shape.anyOf !== undefined) return value === null || shape.anyOf.some(option => inSchemaOrder(value, option))
  if (Array.isArray(value)) return shape.items === undefined || value.every(item => inSchemaOrder(item, shape.items!))
  if (typeof value !== 'object' || value === null) return true
  // An option of a union that takes no object says nothing about the order of one.
  if (shape.properties === undefined) return shape.type === undefined || shape.type === 'object'
  const order = Object.keys(shape.properties)
  const keys = Object.keys(value).filter(key => (value as Record<string, unknown>)[key] !== undefined)
  const places = keys.map(key => order.indexOf(key))
  if (places.some((place, at) => place < 0 || (at > 0 && place < places[at - 1]!))) return false
  return keys.every(key => inSchemaOrder((value as Record<string, unknown>)[key], shape.properties![key]!))
}
