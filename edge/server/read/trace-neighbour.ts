import { shownStatus } from '@flowviz/contract/lot-status'
import { timestampOf } from '@flowviz/contract/time'
import type { TraceNeighbour } from '@flowviz/contract/trace'
import { stoodTogether } from '../domain/same-room.ts'
import type { StayStore } from '../store/stay-store.ts'

/**
 * The lots that stood in a room together with one of the trace, and are not in it themselves.
 * @param now ms since 1970, the end of what still lasts
 * @throws FlowError trace_too_large
 */
export function neighboursOf(lots: readonly number[], now: number, store: StayStore): TraceNeighbour[] {
  const found = stoodTogether(lots, now, store)
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
