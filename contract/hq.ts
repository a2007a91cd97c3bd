import Type, { type Static, type TSchema } from 'typebox'
import { LOT_ORIGIN, LOT_STANDING } from './hq-plant.ts'
import { RegisteredLot } from './lot.ts'
import { Name } from './name.ts'
import { Reading } from './reading.ts'
import { LedgerHead } from './sync.ts'

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** A site as headquarters sees it. `as_of` is the time of the newest thing it holds of it: every figure says that. */
export const SiteView = Type.Object(
  {
    site: Name,
    name: Type.String(),
    enrolled_at: Type.String(),
    revoked: Type.Boolean(),
    last_contact_at: orNull(Type.String()),
    as_of: orNull(Type.String()),
    head: LedgerHead,
    readings_seq: Type.Integer(),
    lots_today: Type.Integer(),
    lots_total: Type.Integer(),
    weight_today_kg: Type.String(),
    devices_ok: Type.Integer(),
    devices_in_trouble: Type.Integer(),
    open_holds: Type.Integer(),
    lots_on_hold: Type.Integer(),
    open_deviations: Type.Integer(),
    dead_letters: Type.Integer(),
    /** Set when the box sent a history that differs from the one held here: an alarm on both sides. */
    fork: orNull(Type.String()),
  },
  { $id: 'SiteView', additionalProperties: false },
)
export type SiteView = Static<typeof SiteView>

/** A lot at headquarters: the plant's lot, how it stands now, and the ledger row that says so. */
export const HqLot = Type.Object(
  {
    ...RegisteredLot.properties,
    ...LOT_ORIGIN,
    ...LOT_STANDING,
    epoch: Type.Integer(),
    hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    received_at: Type.String(),
  },
  { $id: 'HqLot', additionalProperties: false },
)
export type HqLot = Static<typeof HqLot>
/** What its registration alone says of a lot, wherever it stands in a ledger. */
export type LotRecord = Omit<
  HqLot,
  keyof typeof LOT_STANDING | 'epoch' | 'seq' | 'hash' | 'received_at' | 'code_conflict'
>

export const HqLotPage = Type.Object(
  { lots: Type.Array(HqLot), next: orNull(Type.String()) },
  { $id: 'HqLotPage', additionalProperties: false },
)
export type HqLotPage = Static<typeof HqLotPage>

export const HqReading = Type.Object(
  { site: Name, epoch: Type.Integer(), ...Reading.properties },
  { $id: 'HqReading', additionalProperties: false },
)
export type HqReading = Static<typeof HqReading>

/** A channel of a device of a site, with its newest reading: what a chart can be drawn of. */
export const ChannelView = Type.Object(
  {
    site: Name,
    device_id: Name,
    device_name: Type.String(),
    location: Type.String(),
    channel: Name,
    unit: Type.String(),
    limits: Type.Unknown(),
    latest: orNull(HqReading),
  },
  { $id: 'ChannelView', additionalProperties: false },
)
export type ChannelView = Static<typeof ChannelView>

/** A ledger row that is kept but could not be projected; it never blocks the ones behind it. */
export const DeadLetter = Type.Object(
  {
    site: Name,
    epoch: Type.Integer(),
    seq: Type.Integer(),
    type: Type.String(),
    v: Type.Integer(),
    cause: Type.String(),
    at: Type.String(),
  },
  { $id: 'DeadLetter', additionalProperties: false },
)
export type DeadLetter = Static<typeof DeadLetter>

/** `POST /v1/claims`: a claim code lets one box enroll once for one site. */
export const ClaimRequest = Type.Object(
  { site: Name, valid_s: Type.Optional(Type.Integer({ minimum: 60, maximum: 604_800, default: 3_600 })) },
  { $id: 'ClaimRequest', additionalProperties: false },
)
export type ClaimRequest = Static<typeof ClaimRequest>

/** The code is shown once; only its hash is kept. */
export const Claim = Type.Object(
  { claim: Type.String(), site: Name, expires_at: Type.String() },
  { $id: 'Claim', additionalProperties: false },
)
export type Claim = Static<typeof Claim>

/**
 * Readings of one channel, oldest first. With more than fit, the range is cut into equal buckets and each gives its
 * lowest, its highest and its first bad reading, all of them real: `thinned` says so, `total` how many there are.
 */
export const HqReadingPage = Type.Object(
  {
    readings: Type.Array(HqReading),
    total: Type.Integer({ minimum: 0 }),
    thinned: Type.Boolean(),
    bucket_ms: orNull(Type.Integer({ minimum: 1 })),
  },
  { $id: 'HqReadingPage', additionalProperties: false },
)
export type HqReadingPage = Static<typeof HqReadingPage>

/** What the server-sent events of `GET /v1/stream` carry; `hello` comes first, a comment every 5 s. */
export type HqLiveMessage =
  | { type: 'hello'; server_time: string; version: string }
  | { type: 'site'; site: SiteView }
  | { type: 'lot'; lot: HqLot }
  | { type: 'fork'; site: string; detail: string; at: string }

export const SiteList = Type.Object({ sites: Type.Array(SiteView) }, { $id: 'SiteList', additionalProperties: false })
export const ChannelList = Type.Object(
  { channels: Type.Array(ChannelView) },
  { $id: 'ChannelList', additionalProperties: false },
)
export const DeadLetterList = Type.Object(
  { dead_letters: Type.Array(DeadLetter), next: orNull(Type.String()) },
  { $id: 'DeadLetterList', additionalProperties: false },
)
