import { FlowError } from '@flowviz/contract/error'
import { shownStatus } from '@flowviz/contract/lot-status'
import { timestampOf } from '@flowviz/contract/time'
import type { TraceNeighbour } from '@flowviz/contract/trace'
import { type RoomStay, stoodTogether } from '../domain/trace-neighbour.ts'
import type { NeighbourStore, StayRow } from '../store/trace-neighbour.ts'

/** So many stays of others one answer looks at. */
const STAYS_MAX = 200_000

/**
 * The lots that stood in a room together with one of the trace, and are not in it themselves.
 * @param now ms since 1970, the end of what still lasts
 * @throws FlowError trace_too_large
 */
export function neighboursOf(lots: readonly number[], now: number, store: NeighbourStore): TraceNeighbour[] {
  const traced = new Set(lots)
  const rooms = store.rooms()
  const roomOf = (place: string) => rooms.get(place) ?? place
  const placesOf = Map.groupBy(rooms.keys(), roomOf)
  const mine = Map.groupBy(store.ofLots(lots), ({ location_id }) => roomOf(location_id))
  let left = STAYS_MAX
  const found = [...mine].flatMap(([room, stays]) => {
    const from = stays.reduce((least, { since }) => (since < least ? since : least), stays[0]!.since)
    const ends = stays.map(({ until }) => until ?? timestampOf(now))
    const to = ends.reduce((most, end) => (end > most ? end : most), ends[0]!)
    const places = new Set([room, ...(placesOf.get(room) ?? [])])
    const others = [...places].flatMap(place => {
      const rows = store.inPlace(place, { from, to, limit: left + 1 })
      left -= rows.length
      if (left < 0)
        throw new FlowError('trace_too_large', `More than ${STAYS_MAX} lots stood in the rooms of this trace.`)
      return rows.filter(({ lot_key }) => !traced.has(lot_key))
    })
    const stayIn = (row: StayRow) => stayOf(row, room)
    return stoodTogether(stays.map(stayIn), others.map(stayIn), now)
  })
  const named = store.named([...new Set(found.flatMap(({ lot_key, beside }) => [lot_key, beside]))])
  return found.flatMap(({ lot_key, beside, room_id, from, until, confidence }): TraceNeighbour[] => {
    const lot = named.get(lot_key)
    const other = named.get(beside)
    if (lot === undefined || other === undefined) return []
    const { lot_id, lot_code, lot_type, status, holds } = lot
    return [
      {
        lot_id,
        lot_code,
        lot_type,
        status: shownStatus(status, holds),
        room_id,
        beside_lot_id: other.lot_id,
        from: timestampOf(from),
        until: until === null ? null : timestampOf(until),
        confidence,
      },
    ]
  })
}

const stayOf = ({ lot_key, since, until }: StayRow, room_id: string): RoomStay => ({
  lot_key,
  room_id,
  since: Date.parse(since),
  until: until === null ? null : Date.parse(until),
})
