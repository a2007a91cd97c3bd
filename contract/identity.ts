import Type, { type Static } from 'typebox'
import { Name } from './name.ts'
import { Role } from './role.ts'
import { Uuid } from './uuid.ts'

/** A person as others may see them; names live outside the ledger, which knows only ids. */
export const Person = Type.Object(
  { id: Uuid, name: Name, display_name: Type.String({ maxLength: 80 }), role: Role },
  { $id: 'Person', additionalProperties: false },
)
export type Person = Static<typeof Person>

export const LoginRequest = Type.Object(
  {
    name: Name,
    /** PIN on the floor, password at headquarters. */
    secret: Type.String({ minLength: 4, maxLength: 128 }),
    station: Type.Optional(Name),
  },
  { $id: 'LoginRequest', additionalProperties: false },
)
export type LoginRequest = Static<typeof LoginRequest>

/** On the floor the badge may stand for the name; it never stands for the secret. */
export const FloorLogin = Type.Object(
  {
    name: Type.Optional(Name),
    badge: Type.Optional(Type.String({ pattern: '^[0-9A-Za-z-]{4,64}$' })),
    secret: Type.String({ minLength: 4, maxLength: 128 }),
    station: Type.Optional(Name),
  },
  { $id: 'FloorLogin', additionalProperties: false },
)
export type FloorLogin = Static<typeof FloorLogin>

/** Answer to a login or refresh. The refresh token travels only in an httpOnly cookie. */
export const Session = Type.Object(
  {
    access_token: Type.String(),
    expires_in_s: Type.Integer(),
    person: Person,
    must_change: Type.Optional(
      Type.Boolean({ description: 'Somebody else set the secret: nothing works before it was changed.' }),
    ),
  },
  { $id: 'Session', additionalProperties: false },
)
export type Session = Static<typeof Session>

export type ActorKind = 'person' | 'device' | 'box' | 'hq'
/** Who did it, as it stands in every ledger event. Ids only: no names, so that a person can be pseudonymised. */
export const Actor = Type.Object(
  {
    kind: Type.Enum(['person', 'device', 'box', 'hq'] as ActorKind[]),
    id: Type.String({ minLength: 1, maxLength: 64 }),
    role: Type.Union([Role, Type.Null()]),
    station: Type.Union([Name, Type.Null()]),
    device: Type.Union([Name, Type.Null()]),
    auth: Type.Enum(['pin', 'offline_pin', 'password', 'box_key', 'device_secret', 'none'] as (
      | 'pin'
      | 'offline_pin'
      | 'password'
      | 'box_key'
      | 'device_secret'
      | 'none'
    )[]),
  },
  { additionalProperties: false },
)
export type Actor = Static<typeof Actor>
