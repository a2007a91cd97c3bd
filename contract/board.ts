import Type, { type Static, type TSchema } from 'typebox'
import { Decimal } from './decimal.ts'
import { Day, oneOf, orNull, Text } from './event/shape.ts'
import { LotStatus, LotType } from './lot-word.ts'
import { Name } from './name.ts'
import { Location } from './plant/location.ts'
import { Unit } from './unit.ts'
import { Uuid } from './uuid.ts'

const named = <T extends Record<string, TSchema>>($id: string, properties: T) =>
  Type.Object(properties, { $id, additionalProperties: false })
const Count = Type.Integer({ minimum: 0 })

/** So many lots of a gate, of a place, and so many places stand on the board at most; their counts are of all. */
export const GATE_LOTS_MAX = 12
export const PLACE_LOTS_MAX = 40
export const PLACES_MAX = 200

const Lot = {
  lot_id: Uuid,
  lot_code: Type.String(),
  /** As it was registered, else the title of its item. */
  product: Text,
  lot_type: LotType,
  /** Everywhere in the house. */
  on_hand_kg: Decimal,
  /** Since when it has stood where it is; of several places, the earliest. */
  since: Type.String(),
  /** HOLD while any hold is open. */
  status: LotStatus,
  expires_on: orNull(Day),
  /** Where it stands; of several places, the one with the most of it. */
  location_id: Name,
  /** It stands in a room that is above its limit now, or is held because it did. */
  too_warm: Type.Boolean(),
}

/** A lot on the board. */
export const BoardLot = named('BoardLot', Lot)
export type BoardLot = Static<typeof BoardLot>

/** The same in a place: since when it stands there, and how much of it. */
export const BoardPlaceLot = named('BoardPlaceLot', { ...Lot, here_kg: Decimal })
export type BoardPlaceLot = Static<typeof BoardPlaceLot>

/**
 * What waits for a gate: lots that are of no use before it has passed, and runs that do not start before it. A lot that
 * may be used already waits nowhere, though its plan goes on. `held_lots` (HOLD, REJECTED or RECALLED) and `too_warm_lots` are
 * among the waiting ones.
 */
export const BoardGate = named('BoardGate', {
  plan_id: Name,
  gate_no: Type.Integer({ minimum: 1 }),
  gate_id: Name,
  title: Type.String(),
  ccp: Type.Boolean(),
  waiting_lots: Count,
  waiting_kg: Decimal,
  waiting_runs: Count,
  oldest_since: Text,
  held_lots: Count,
  too_warm_lots: Count,
  lots: Type.Array(BoardLot, {
    maxItems: GATE_LOTS_MAX,
    description: 'The most urgent: held, then expired or about to, then the oldest.',
  }),
})
export type BoardGate = Static<typeof BoardGate>

export type RoomState = 'ok' | 'too_warm' | 'too_cold' | 'silent'

/**
 * How warm a place is, by the worst of its monitors and of the rooms that it stands in. Above or below its limit it stays
 * so until a reading that nobody doubts has brought it back; `silent`: nothing usable is heard. `value` is the last good
 * reading, which may be from before all that.
 */
export const BoardTemperature = named('BoardTemperature', {
  monitor_id: Name,
  title: Type.String(),
  state: oneOf('ok', 'too_warm', 'too_cold', 'silent'),
  /** A deviation is open and what enters is held; without, it is not yet outside for as long as it takes. */
  confirmed: Type.Boolean(),
  silent: Type.Boolean(),
  ccp: Type.Boolean(),
  value: orNull(Decimal),
  unit: Unit,
  low: orNull(Decimal),
  high: orNull(Decimal),
  received_at: Text,
  since: Text,
})
export type BoardTemperature = Static<typeof BoardTemperature>

/** A lane or a storage room, with its lots in the order in which they leave. */
export const BoardPlace = named('BoardPlace', {
  location_id: Name,
  title: Type.String(),
  kind: oneOf('lane', 'storage'),
  parent_id: orNull(Name),
  discipline: orNull(oneOf('fifo', 'fefo')),
  capacity_kg: orNull(Type.String()),
  capacity_lots: orNull(Type.Integer()),
  filled_kg: Decimal,
  filled_lots: Count,
  held_lots: Count,
  low_c: orNull(Location.properties.low_c),
  high_c: orNull(Location.properties.high_c),
  temperature: orNull(BoardTemperature),
  lots: Type.Array(BoardPlaceLot, { maxItems: PLACE_LOTS_MAX }),
  more: Type.Integer({ minimum: 0, description: 'Lots behind those that are shown.' }),
})
export type BoardPlace = Static<typeof BoardPlace>

/**
 * The plant at one moment. First the gates of the site's plan, all of them and in their order, then those of other plans
 * at which something waits; the lanes before the rooms.
 */
export const Board = named('Board', {
  as_of: Type.String(),
  seq: Type.Integer({ description: 'Number of the newest ledger event that it knows of.' }),
  gates: Type.Array(BoardGate),
  places: Type.Array(BoardPlace, { maxItems: PLACES_MAX }),
  more_places: Count,
})
export type Board = Static<typeof Board>
