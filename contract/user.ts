import Type, { type Static, type TSchema } from 'typebox'
import { Name } from './name.ts'
import { Role } from './role.ts'
import { PersonStatus } from './signature.ts'
import { Timestamp } from './time.ts'
import { Uuid } from './uuid.ts'

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const object = <T extends Record<string, TSchema>>(properties: T, $id: string) =>
  Type.Object(properties, { $id, additionalProperties: false })

export const DisplayName = Type.String({ minLength: 1, maxLength: 80 })
/** PIN on the floor, password elsewhere. */
export const Secret = Type.String({ minLength: 4, maxLength: 128 })
/** What a badge reader types. */
export const BadgeNumber = Type.String({ pattern: '^[0-9A-Za-z-]{4,64}$', examples: ['04a2b91c5f8010'] })
const Why = { reason: Type.Optional(Type.String({ minLength: 3, maxLength: 300 })) }

/** An account that nobody has used for so long is named in the review of accounts (21 CFR 11.300(b)). */
export const STALE_DAYS = 90

export const NewUser = object({ name: Name, display_name: DisplayName, role: Role, secret: Secret, ...Why }, 'NewUser')
export type NewUser = Static<typeof NewUser>

export const UserChange = Type.Object(
  { display_name: Type.Optional(DisplayName), role: Type.Optional(Role), ...Why },
  { $id: 'UserChange', additionalProperties: false, minProperties: 1 },
)
export type UserChange = Static<typeof UserChange>

export const UserReason = object(Why, 'UserReason')
/** A temporary secret: it must be changed at the next sign-in. */
export const SecretReset = object({ secret: Secret, ...Why }, 'SecretReset')
export const SecretChange = object({ old_secret: Secret, secret: Secret }, 'SecretChange')
export type SecretChange = Static<typeof SecretChange>

export const BadgeAssignment = object(
  { badge_no: BadgeNumber, expires_at: Type.Optional(Timestamp), ...Why },
  'BadgeAssignment',
)

/** A badge without its number, of which only a keyed digest is kept. */
export const Badge = object(
  {
    badge_id: Uuid,
    state: Type.Enum(['ACTIVE', 'REVOKED', 'EXPIRED'] as ('ACTIVE' | 'REVOKED' | 'EXPIRED')[]),
    assigned_at: Timestamp,
    expires_at: orNull(Timestamp),
    revoked_at: orNull(Timestamp),
  },
  'Badge',
)
export type Badge = Static<typeof Badge>

/** A person as those see them who answer for the accounts. */
export const User = object(
  {
    person_id: Uuid,
    /** Null: the name went to another person after this one was disabled, or the profile was taken away. */
    name: orNull(Name),
    display_name: orNull(Type.String()),
    role: Role,
    status: PersonStatus,
    created_at: orNull(Timestamp),
    signed_in_at: orNull(Timestamp),
    secret_changed_at: orNull(Timestamp),
    must_change: Type.Boolean({ description: 'The secret was set by somebody else.' }),
    stale: Type.Boolean({ description: `Active, and not used for ${STALE_DAYS} days.` }),
    policy_acknowledged: Type.Boolean(),
    badges: Type.Array(Badge),
    /** Procedures in which a training counts today, and those in which it does not any more. */
    trainings: object(
      {
        valid: Type.Array(Type.String()),
        expired: Type.Array(Type.String()),
        next_expiry: orNull(Type.String({ description: 'The day on which the next one expires.' })),
      },
      'TrainingState',
    ),
  },
  'User',
)
export type User = Static<typeof User>

export const Users = object({ users: Type.Array(User) }, 'Users')

/** A continuous stay of a person at a station, as long as its refresh token is good. */
export const SessionView = object(
  {
    session_id: Uuid,
    station: orNull(Name),
    address: orNull(Type.String()),
    started_at: orNull(Timestamp),
    expires_at: Timestamp,
    current: Type.Boolean({ description: 'The session that asks.' }),
  },
  'SessionView',
)
export type SessionView = Static<typeof SessionView>
export const Sessions = object({ sessions: Type.Array(SessionView) }, 'Sessions')

export const StepUp = object({ secret: Secret }, 'StepUp')
/** A token of the same session that opens the doors of the administration for a short while. */
export const Elevation = object({ access_token: Type.String(), expires_in_s: Type.Integer() }, 'Elevation')
