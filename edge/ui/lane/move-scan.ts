import { useFloor } from '../frame/floor-context.ts'
import type { ScanHandler } from '../scan/scan-bus.ts'
import { boardView, isTooFull } from './board-view.ts'
import { pendingMoves } from './move-state.ts'
import { say } from './words.ts'

/** Scan a lot, then the lane that it goes to. What is neither is left to the screens below. */
export function useMoveScan(): ScanHandler {
  const floor = useFloor()
  return async scan => {
    const finding = await scan.finding()
    if (finding.kind === 'lot') {
      const { lot } = finding
      const [place] = lot.stock
      const from_location_id = place?.location_id ?? null
      floor.move.take({ lot_id: lot.lot_id, lot_code: lot.lot_code, from_location_id, kg: lot.on_hand_kg })
      floor.scan.bus.say({ tone: 'ok', title: say('choose_place', { code: lot.lot_code }) })
      return true
    }
    if (finding.kind !== 'location' || floor.move.carried.value === null) return false
    const { location_id, title } = finding.location
    const board = floor.shelf.board.value.value
    const places = board === null ? [] : boardView(board, pendingMoves(floor.outbox.entries.value)).places
    const place = places.find(one => one.location_id === location_id)
    if (place !== undefined && isTooFull(place, floor.move.carried.value.kg)) {
      floor.scan.bus.say({ tone: 'forbidden', title: say('lane_full', { place: title }) })
      return true
    }
    const { lot_code } = floor.move.carried.value
    await floor.move.putTo({ location_id, title })
    floor.scan.bus.say({ tone: 'ok', title: say('moved', { code: lot_code, place: title }) })
    return true
  }
}
