import Type, { type Static } from 'typebox'
import { Decimal } from '../decimal.ts'
import { Name } from '../name.ts'

export type LocationKind = 'dock' | 'storage' | 'lane' | 'line' | 'quarantine' | 'rework' | 'waste' | 'dispatch'

/** The location description of 21 CFR 1.1310. */
export const Address = Type.Object(
  {
    business: Type.String({ minLength: 1, maxLength: 120 }),
    phone: Type.String({ minLength: 3, maxLength: 40 }),
    street: Type.String({ minLength: 1, maxLength: 120 }),
    city: Type.String({ minLength: 1, maxLength: 80 }),
    region: Type.String({ minLength: 1, maxLength: 80 }),
    postal_code: Type.String({ minLength: 1, maxLength: 20 }),
    country: Type.String({ pattern: '^[A-Z]{2}$' }),
    gln: Type.Optional(Type.String({ pattern: '^\\d{13}$' })),
  },
  { $id: 'Address', additionalProperties: false },
)
export type Address = Static<typeof Address>

/** A place of the plant: a room, a buffer lane, a line. Devices name the same ids as their place. */
export const Location = Type.Object(
  {
    location_id: Name,
    title: Type.String({ minLength: 1, maxLength: 80 }),
    kind: Type.Enum(['dock', 'storage', 'lane', 'line', 'quarantine', 'rework', 'waste', 'dispatch'] as LocationKind[]),
    /** The room that it stands in: an excursion of a room is one of all that is in it. */
    parent_id: Type.Optional(Name),
    capacity_kg: Type.Optional(Type.String({ pattern: '^\\d{1,9}(\\.\\d{1,6})?$' })),
    capacity_lots: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    /** Which lot has to leave first: the one that came first, or the one that expires first. */
    discipline: Type.Optional(Type.Enum(['fifo', 'fefo'] as ('fifo' | 'fefo')[])),
    low_c: Type.Optional(Decimal),
    high_c: Type.Optional(Decimal),
    /** Held stock may be moved here. */
    allow_held: Type.Optional(Type.Boolean()),
    active: Type.Optional(Type.Boolean()),
    /** Where it stands, if that is another street address than the plant's: a move there is shipped and received. */
    address: Type.Optional(Address),
  },
  { $id: 'Location', additionalProperties: false },
)
export type Location = Static<typeof Location>
