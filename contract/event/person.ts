import Type from 'typebox'
import { Name } from '../name.ts'
import { Role } from '../role.ts'
import { Meaning, PersonStatus, SignComponents, SignedRecord } from '../signature.ts'
import { Timestamp } from '../time.ts'
import { Uuid } from '../uuid.ts'
import { Day, object, oneOf, orNull, Text } from './shape.ts'

/** People, their sessions, what they may do, and what they signed. Names and secrets stand outside the ledger. */
export const PERSON_EVENTS = {
  'person.created': object({ person_id: Uuid, role: Role }),
  /** Role or standing of a person, as it is from now on. Ids are never used again: people are disabled, not deleted. */
  'person.changed': object({ person_id: Uuid, role: Role, status: PersonStatus }),
  /** Somebody else set a secret that must be changed at the next sign-in (21 CFR 11.200(a)(3)). */
  'secret.reset': object({ person_id: Uuid }),
  'secret.changed': object({ person_id: Uuid }),
  /** Name and printed name were taken away; what the person did and signed stays under the id. */
  'person.pseudonymised': object({ person_id: Uuid }),
  'badge.assigned': object({ badge_id: Uuid, person_id: Uuid, expires_at: orNull(Timestamp) }),
  'badge.revoked': object({ badge_id: Uuid, person_id: Uuid }),
  /** A person was trained in a version of a procedure (21 CFR 11.10(i)). */
  'training.recorded': object({
    training_id: Uuid,
    person_id: Uuid,
    procedure: Type.String({ maxLength: 80 }),
    procedure_version: Type.String({ maxLength: 20 }),
    trained_on: Day,
    expires_on: orNull(Day),
    trainer: Text,
  }),
  /** A person took note that a signature binds like one on paper (21 CFR 11.10(j)). */
  'policy.acknowledged': object({ person_id: Uuid, policy: Type.String({ maxLength: 80 }) }),
  'session.started': object({ session_id: Uuid, station: Text, address: Type.String() }),
  'session.ended': object({ session_id: Uuid, cause: oneOf('logout', 'revoked', 'disabled') }),
  /** A wrong secret. The name as it was typed only where nobody has it: a name of a person stays out of the ledger. */
  'session.refused': object({
    person_id: orNull(Uuid),
    name: orNull(Type.String({ maxLength: 40 })),
    cause: Type.String(),
    address: Type.String(),
  }),
  /** Too many wrong secrets: at once told to those who answer for it (21 CFR 11.300(d)). */
  'account.locked': object({
    person_id: orNull(Uuid),
    name: orNull(Type.String({ maxLength: 40 })),
    address: Type.String(),
    until: Timestamp,
  }),
  'access.refused': object({ route: Type.String(), required_roles: Type.Array(Role) }),
  /** Somebody tried a step before its turn, or one that another person has to do (21 CFR 11.10(f)). */
  'step.refused': object({
    command: Type.String({ maxLength: 60 }),
    code: Type.String({ maxLength: 60 }),
    /** What it was tried on, as `kind:id`. */
    subject: Text,
  }),
  /**
   * An electronic signature (21 CFR 11.50, 11.70): who, what it means, and the number and hash of each row that it is
   * bound to. Copied to another record it does not fit that record's hash.
   */
  'record.signed': object({
    signature_id: Uuid,
    signer_id: Uuid,
    signer_role: Role,
    meaning: Meaning,
    components: SignComponents,
    session_id: Uuid,
    station: orNull(Name),
    signs: Type.Array(SignedRecord, { minItems: 1 }),
  }),
} as const
