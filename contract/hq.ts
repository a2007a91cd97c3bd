import Type, { type Static, type TSchema } from 'typebox'
import { Lot } from './lot.ts'
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
    dead_letters: Type.Integer(),
    /** Set when the box sent a history that differs from the one held here: an alarm on both sides. */
    fork: orNull(Type.String()),
  },
  { $id: 'SiteView', additionalProperties: false },
)
export type SiteView = Static<typeof SiteView>

/** A lot at headquarters: the plant's lot, with the hash of the ledger row that says so. */
export const HqLot = Type.Object(
  {
    ...Lot.properties,
    epoch: Type.Integer(),
    hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    received_at: Type.String(),
  },
  { $id: 'HqLot', additionalProperties: false },
)
export type HqLot = Static<typeof HqLot>

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
