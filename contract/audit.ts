import Type, { type Static, type TSchema } from 'typebox'
import { Actor } from './identity.ts'
import { Name } from './name.ts'
import { Timestamp } from './time.ts'
import { Uuid } from './uuid.ts'

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Fields = Type.Record(Type.String(), Type.Unknown(), { description: 'Values by their path in `data`.' })

/** What the audit trail is asked for; all that is given must hold. */
const FILTER = {
  subject: Type.Optional(
    Type.String({ minLength: 1, maxLength: 100, description: 'A record that the event concerns, as `kind:id`.' }),
  ),
  person: Type.Optional(Type.String({ ...Uuid, description: 'Who did it.' })),
  device: Type.Optional(Type.String({ ...Name, description: 'A device that the event concerns or that did it.' })),
  type: Type.Optional(Type.String({ minLength: 1, maxLength: 60, description: 'Such as `gate.decided`.' })),
  from: Type.Optional(Type.String({ ...Timestamp, description: 'Recorded at this time or later.' })),
  to: Type.Optional(Type.String({ ...Timestamp, description: 'Recorded before this time.' })),
}

export const AuditPageQuery = Type.Object(
  {
    ...FILTER,
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: 'Default 50.' })),
    cursor: Type.Optional(Type.String({ pattern: '^[1-9]\\d{0,15}$', description: '`next` of the page before.' })),
  },
  { additionalProperties: false },
)

export const AuditExportQuery = Type.Object(
  { ...FILTER, format: Type.Enum(['csv', 'json'] as ('csv' | 'json')[]) },
  { additionalProperties: false },
)

/** Who did it, with the name as it is printed; null once the person was pseudonymised, and for what is no person. */
const AuditActor = Type.Object(
  { ...Actor.properties, display_name: orNull(Type.String()) },
  { additionalProperties: false },
)

const facts = {
  event_id: Uuid,
  recorded_at: Timestamp,
  occurred_at: Timestamp,
  type: Type.String(),
  /** Null in what a newer release wrote otherwise. */
  actor: orNull(AuditActor),
  subject: orNull(Type.String()),
  data: Type.Unknown(),
  reason: orNull(Type.String()),
  corrects: orNull(Uuid),
}

/** One event of the audit trail, with what the record looked like before and after it. */
export const AuditEntry = Type.Object(
  {
    seq: Type.Integer(),
    hash: Hash,
    ...facts,
    /** The event that a `ledger.recovered` row brought back; `before` and `after` are of this one then. */
    inside: orNull(Type.Object(facts, { additionalProperties: false })),
    before: orNull(Fields),
    after: Fields,
    before_complete: Type.Boolean({
      description: 'False: the subject has so many earlier events that not all were read; `before` may lack fields.',
    }),
  },
  { $id: 'AuditEntry', additionalProperties: false },
)
export type AuditEntry = Static<typeof AuditEntry>
export type AuditFacts = Omit<AuditEntry, 'seq' | 'hash' | 'inside' | 'before' | 'after' | 'before_complete'>

/** One page of the audit trail, newest first; `next` is the cursor of the page behind it. */
export const AuditPage = Type.Object(
  { entries: Type.Array(AuditEntry), next: orNull(Type.String()) },
  { $id: 'AuditPage', additionalProperties: false },
)
export type AuditPage = Static<typeof AuditPage>

/**
 * An export as JSON. `sha256` is over the text of each entry as it stands in the document, each followed by LF; the
 * whole document is there when it can be read and `rows` and `sha256` are right.
 */
export const AuditExport = Type.Object(
  { site: Name, entries: Type.Array(AuditEntry), rows: Type.Integer(), sha256: Hash },
  { $id: 'AuditExport', additionalProperties: false },
)
export type AuditExport = Static<typeof AuditExport>
