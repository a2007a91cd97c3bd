import Type, { type Static, type TObject, type TSchema } from 'typebox'
import { DEVICE_EVENTS } from './event/device.ts'
import { EPCIS_EVENTS } from './event/epcis.ts'
import { FSMA_EVENTS } from './event/fsma.ts'
import { HELP_EVENTS } from './event/help.ts'
import { LEDGER_EVENTS } from './event/ledger.ts'
import { LOGISTICS_EVENTS } from './event/logistics.ts'
import { LOT_EVENTS } from './event/lot.ts'
import { MASTER_EVENTS } from './event/master.ts'
import { PACK_EVENTS } from './event/pack.ts'
import { PERSON_EVENTS } from './event/person.ts'
import { PRINT_EVENTS } from './event/print.ts'
import { QUALITY_EVENTS } from './event/quality.ts'
import { RECALL_EVENTS } from './event/recall.ts'
import { RECORD_EVENTS } from './event/record.ts'
import { RUN_EVENTS } from './event/run.ts'
import { SHIFT_EVENTS } from './event/shift.ts'
import { TABLET_EVENTS } from './event/tablet.ts'
import { TEMPERATURE_EVENTS } from './event/temperature.ts'
import { Actor } from './identity.ts'
import { Name } from './name.ts'
import { Timestamp } from './time.ts'
import { Uuid } from './uuid.ts'

/**
 * What can have happened in a plant: one schema of `data` for each type of ledger event. A fact, in the past tense.
 * The order of keys in a schema is the order in which they are written.
 */
export const EVENT_DATA = {
  ...LEDGER_EVENTS,
  ...DEVICE_EVENTS,
  ...PERSON_EVENTS,
  ...MASTER_EVENTS,
  ...LOT_EVENTS,
  ...RUN_EVENTS,
  ...QUALITY_EVENTS,
  ...LOGISTICS_EVENTS,
  ...FSMA_EVENTS,
  ...EPCIS_EVENTS,
  ...RECALL_EVENTS,
  ...RECORD_EVENTS,
  ...PRINT_EVENTS,
  ...PACK_EVENTS,
  ...HELP_EVENTS,
  ...SHIFT_EVENTS,
  ...TEMPERATURE_EVENTS,
  ...TABLET_EVENTS,
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
      /** Key of the tablet's command that this follows from: a ledger that came back still says what was done. */
      command: Type.Optional(Type.String({ maxLength: 64 })),
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
  command?: string
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
    command: event.command,
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
