import Type, { type Static } from 'typebox'
import { Name } from './name.ts'
import { Uuid } from './uuid.ts'

export type PersonStatus = 'active' | 'disabled'
export const PersonStatus = Type.Enum(['active', 'disabled'] as PersonStatus[])

/** What a signature means (21 CFR 11.50(a)(3)). */
export const MEANINGS = ['performed', 'reviewed', 'approved', 'released', 'rejected', 'verified', 'witnessed'] as const
export type Meaning = (typeof MEANINGS)[number]
export const Meaning = Type.Enum([...MEANINGS] as Meaning[], { $id: 'Meaning' })

/** Name and secret, or the secret alone for a later signing of one continuous session (21 CFR 11.200(a)(1)). */
export type SignComponents = 'name_and_secret' | 'secret'
export const SignComponents = Type.Enum(['name_and_secret', 'secret'] as SignComponents[])

/** One row that a signature is bound to: its number, its hash, and what it is about. */
export const SignedRecord = Type.Object(
  {
    seq: Type.Integer({ minimum: 1 }),
    hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    subject: Type.String({ maxLength: 100 }),
  },
  { additionalProperties: false },
)
export type SignedRecord = Static<typeof SignedRecord>

/**
 * How a person signs within a command: the secret always, the name with the first signing of a session. A badge alone
 * never signs. The secret reaches neither the ledger nor a log.
 */
export const Signing = Type.Object(
  {
    name: Type.Optional(Name),
    secret: Type.String({ minLength: 4, maxLength: 128 }),
    meaning: Type.Optional(Meaning),
  },
  { $id: 'Signing', additionalProperties: false },
)
export type Signing = Static<typeof Signing>

/** A second person who signs the same command on the same screen: always with both components. */
export const Witnessing = Type.Object(
  { name: Name, secret: Type.String({ minLength: 4, maxLength: 128 }) },
  { $id: 'Witnessing', additionalProperties: false },
)
export type Witnessing = Static<typeof Witnessing>

/** Who proved to be the signer of a command; the proof itself stays on the main thread. */
export interface Signer {
  person_id: string
  session_id: string
  components: SignComponents
  meaning: Meaning | null
}

/** A signature as it is shown and printed (21 CFR 11.50(b)). */
export const SignatureView = Type.Object(
  {
    signature_id: Uuid,
    seq: Type.Integer(),
    signer_id: Uuid,
    /** The name as it is printed; null once the person was pseudonymised. */
    printed_name: Type.Union([Type.String(), Type.Null()]),
    signed_at: Type.String(),
    meaning: Meaning,
    signs: Type.Array(SignedRecord),
    valid: Type.Boolean({ description: 'Every signed row is there with that hash, and none was corrected since.' }),
    problem: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'Signature', additionalProperties: false },
)
export type SignatureView = Static<typeof SignatureView>
