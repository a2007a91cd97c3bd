import { FlowError } from '@flowviz/contract/error'

/** A lot in a place from a time until another one, as timestamps; until null: it still stands there. */
export interface Stay {
  lot_key: number
  location_id: string
  since: string
  until: string | null
}

/** Who stood where, and when. */
export interface Stays {
  /** Every stay of some lots, the present ones included. */
  ofLots(lots: readonly number[]): Stay[]
  /** Who stood in a place at any moment between two times; at most `limit` stays. */
  inPlace(place: string, window: { from: string; to: string; limit: number }): Stay[]
  /** The room around each place that stands in another one. */
  parents(): Map<string, string>
}

/** A lot that stood in a room from a time until another one; until null: it still does. Times in ms since 1970. */
interface RoomStay {
  lot_key: number
  room_id: string
  since: number
  until: number | null
}

export interface StoodTogether {
  lot_key: number
  beside: number
  room_id: string
  from: number
  until: number | null
  /** Above 0 and below 1: to have stood together is no link. */
  confidence: number
}

const MOST = 0.9
const LEAST = 0.01
/** So many stays of others one answer looks at. */
const STAYS_MAX = 200_000
/** The last moment that a timestamp can name: what still stands there has no end yet. */
export const STILL = '9999-12-31T23:59:59.999Z'

/**
 * The lots that stood in a room together with one of these, and are none of them, each once for every room.
 * @param now ms since 1970, up to which what still stands is counted as having stood together
 * @throws FlowError trace_too_large
 */
export function stoodTogether(lots: readonly number[], now: number, stays: Stays): StoodTogether[] {
  return roomsOf(lots, stays).flatMap(room => [...longest(room, now).values()])
}

/** Who they are, and no more: in a time that grows with the stays, not with their pairs. @throws FlowError trace_too_large */
export function lotsBeside(lots: readonly number[], stays: Stays): Set<number> {
  return new Set(roomsOf(lots, stays).flatMap(room => [...met(room)]))
}

/** Everybody who was in a room while one of `mine` may have been. */
interface Room {
  mine: RoomStay[]
  others: RoomStay[]
}

function roomsOf(lots: readonly number[], stays: Stays): Room[] {
  const own = new Set(lots)
  const parents = stays.parents()
  const roomOf = outermost(parents)
  const placesOf = Map.groupBy(parents.keys(), roomOf)
  let left = STAYS_MAX
  return [...Map.groupBy(stays.ofLots(lots), ({ location_id }) => roomOf(location_id))].map(([room, mine]) => {
    const from = mine.reduce((least, { since }) => (since < least ? since : least), STILL)
    const to = mine.reduce((most, { until }) => ((until ?? STILL) > most ? (until ?? STILL) : most), '')
    const others = [room, ...(placesOf.get(room) ?? [])].flatMap(place => {
      const rows = stays.inPlace(place, { from, to, limit: left + 1 })
      left -= rows.length
      if (left < 0)
        throw new FlowError('trace_too_large', `More than ${STAYS_MAX} lots stood in the rooms of this scope.`)
      return rows.filter(({ lot_key }) => !own.has(lot_key))
    })
    const stayIn = (stay: Stay) => stayOf(stay, room)
    return { mine: mine.map(stayIn), others: others.map(stayIn) }
  })
}

/** The room around a place that stands in no other one: what stands in a rack stands in the room of the rack. */
function outermost(parents: ReadonlyMap<string, string>): (place: string) => string {
  const known = new Map<string, string>()
  return function roomOf(place: string): string {
    const found = known.get(place)
    if (found !== undefined) return found
    known.set(place, place)
    const parent = parents.get(place)
    const room = parent === undefined ? place : roomOf(parent)
    known.set(place, room)
    return room
  }
}

const stayOf = ({ lot_key, since, until }: Stay, room_id: string): RoomStay => ({
  lot_key,
  room_id,
  since: Date.parse(since),
  until: until === null ? null : Date.parse(until),
})

interface Arrival {
  stay: RoomStay
  ours: boolean
}

const arrivals = ({ mine, others }: Room): Arrival[] =>
  [...mine.map(stay => ({ stay, ours: true })), ...others.map(stay => ({ stay, ours: false }))].sort(
    (a, b) => a.stay.since - b.stay.since,
  )

/** Each of the others who stood together with any of mine. */
function met(room: Room): Set<number> {
  const found = new Set<number>()
  let last = Number.NEGATIVE_INFINITY
  let alone: RoomStay[] = []
  for (const { stay, ours } of arrivals(room)) {
    if (ours) {
      for (const { lot_key, until } of alone) if (until === null || until > stay.since) found.add(lot_key)
      alone = []
      last = Math.max(last, stay.until ?? Number.POSITIVE_INFINITY)
    } else if (last > stay.since) found.add(stay.lot_key)
    else alone.push(stay)
  }
  return found
}

/** Each of the others with the stay that it shared the longest with one of mine. */
function longest(room: Room, now: number): Map<number, StoodTogether> {
  const best = new Map<number, StoodTogether>()
  const whole = ({ lot_key }: RoomStay) => best.get(lot_key)?.confidence === MOST
  let here: RoomStay[] = []
  let beside: RoomStay[] = []
  for (const { stay, ours } of arrivals(room)) {
    const still = ({ until }: RoomStay) => until === null || until > stay.since
    if (ours) {
      beside = beside.filter(other => still(other) && !whole(other))
      for (const other of beside) keep(best, together(stay, other, now))
      here.push(stay)
    } else {
      here = here.filter(still)
      for (const one of here) {
        if (whole(stay)) break
        keep(best, together(one, stay, now))
      }
      beside.push(stay)
    }
  }
  return best
}

const endOf = ({ until }: RoomStay, now: number): number => until ?? now
const lengthOf = (stay: RoomStay, now: number): number => endOf(stay, now) - stay.since

function together(mine: RoomStay, other: RoomStay, now: number): StoodTogether {
  const from = Math.max(mine.since, other.since)
  const until = Math.min(endOf(mine, now), endOf(other, now))
  const shorter = Math.max(1, Math.min(lengthOf(mine, now), lengthOf(other, now)))
  const share = Math.min(1, Math.max(0, until - from) / shorter)
  return {
    lot_key: other.lot_key,
    beside: mine.lot_key,
    room_id: other.room_id,
    from,
    until: mine.until === null && other.until === null ? null : until,
    confidence: Math.max(LEAST, Math.round(share * MOST * 100) / 100),
  }
}

function keep(best: Map<number, StoodTogether>, found: StoodTogether): void {
  const known = best.get(found.lot_key)
  if (known === undefined || known.confidence < found.confidence) best.set(found.lot_key, found)
}
