import Type, { type Static } from 'typebox'
import { Name } from './name.ts'

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Epoch = Type.Integer({ minimum: 1, maximum: 1_000_000_000 })

/** Limits of one batch, before compression; whichever is reached first. */
export const BATCH_EVENTS_MAX = 1_000
export const BATCH_BYTES_MAX = 1_048_576
export const SYNC_VERSION = 1

/** The number, epoch and hash of the last event that a side holds; seq 0 carries the genesis hash. */
export const LedgerHead = Type.Object(
  { epoch: Epoch, seq: Type.Integer({ minimum: 0 }), hash: Hash },
  { $id: 'LedgerHead', additionalProperties: false },
)
export type LedgerHead = Static<typeof LedgerHead>

/**
 * First line of `POST /v1/sites/{site}/ledger`; the bodies follow, one a line, exactly as stored. There are no hashes
 * per event: the receiver computes the chain from `from_seq` on and compares its end with `head`.
 */
export const LedgerBatchHeader = Type.Object(
  {
    v: Type.Literal(SYNC_VERSION),
    site: Name,
    epoch: Epoch,
    from_seq: Type.Integer({ minimum: 1 }),
    count: Type.Integer({ minimum: 1, maximum: BATCH_EVENTS_MAX }),
    head: Hash,
    /** The box's latest signed checkpoint whose size is at most the end of this batch, if it is a new one. */
    checkpoint: Type.Union([Type.String({ maxLength: 2_000 }), Type.Null()]),
  },
  { $id: 'LedgerBatchHeader', additionalProperties: false },
)
export type LedgerBatchHeader = Static<typeof LedgerBatchHeader>

/** Answer to a batch, sent after the commit: where the cloud stands now, and the countersigned checkpoint. */
export const LedgerReceipt = Type.Object(
  { head: LedgerHead, stored: Type.Integer({ minimum: 0 }), receipt: Type.Union([Type.String(), Type.Null()]) },
  { $id: 'LedgerReceipt', additionalProperties: false },
)
export type LedgerReceipt = Static<typeof LedgerReceipt>

/**
 * First line of `POST /v1/sites/{site}/readings`; Readings follow, one a line, `seq` rising without a gap. The epoch
 * is the ledger's: a restored box that could not ask headquarters numbers its readings anew under the next one.
 */
export const ReadingBatchHeader = Type.Object(
  {
    v: Type.Literal(SYNC_VERSION),
    site: Name,
    epoch: Epoch,
    from_seq: Type.Integer({ minimum: 1 }),
    count: Type.Integer({ minimum: 1, maximum: BATCH_EVENTS_MAX }),
  },
  { $id: 'ReadingBatchHeader', additionalProperties: false },
)
export type ReadingBatchHeader = Static<typeof ReadingBatchHeader>

export const ReadingReceipt = Type.Object(
  { epoch: Epoch, seq: Type.Integer({ minimum: 0 }), stored: Type.Integer({ minimum: 0 }) },
  { $id: 'ReadingReceipt', additionalProperties: false },
)
export type ReadingReceipt = Static<typeof ReadingReceipt>

/** Answer to `GET /v1/sites/{site}/head`: where headquarters stands for this site. */
export const SiteHead = Type.Object(
  {
    ledger: LedgerHead,
    readings: Type.Object({ epoch: Epoch, seq: Type.Integer({ minimum: 0 }) }, { additionalProperties: false }),
  },
  { $id: 'SiteHead', additionalProperties: false },
)
export type SiteHead = Static<typeof SiteHead>

/**
 * Claims of the token a box signs (EdDSA) for each request: `iss` = `box:<site>`, `aud` = the cloud's name, `sub` =
 * `METHOD /path`, `digest` = hex SHA-256 of the body as sent (compressed), `jti` unique, `exp` at most 120 s ahead.
 */
export const BoxClaims = Type.Object({
  iss: Type.String(),
  aud: Type.String(),
  sub: Type.String(),
  jti: Type.String({ pattern: '^[\\x21-\\x7e]{8,64}$' }),
  digest: Hash,
  iat: Type.Integer(),
  nbf: Type.Optional(Type.Integer()),
  exp: Type.Integer(),
})
export type BoxClaims = Static<typeof BoxClaims>

/** Header that names the encoding of a batch: `zstd` (level 1 is enough) or `gzip`; anything else is refused. */
export const BATCH_ENCODINGS = ['zstd', 'gzip', 'identity'] as const
export const BATCH_MEDIA_TYPE = 'application/x-ndjson'
export const CLOUD_AUDIENCE = 'flowviz-hq'

/** `POST /v1/enrolments`: a box shows a claim code and its public key, signed over `claim LF site LF key`. */
export const Enrolment = Type.Object(
  {
    claim: Type.String({ minLength: 16, maxLength: 64 }),
    site: Name,
    site_name: Type.String({ minLength: 1, maxLength: 80 }),
    public_key: Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' }),
    signature: Type.String({ pattern: '^[A-Za-z0-9+/]{86}==$' }),
  },
  { $id: 'Enrolment', additionalProperties: false },
)
export type Enrolment = Static<typeof Enrolment>

export const Enrolled = Type.Object(
  { site: Name, cloud_key_name: Type.String(), cloud_public_key: Type.String() },
  { $id: 'Enrolled', additionalProperties: false },
)
export type Enrolled = Static<typeof Enrolled>
