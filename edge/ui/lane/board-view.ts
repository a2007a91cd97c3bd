import type { Board, BoardGate, BoardPlace, BoardPlaceLot } from '@flowviz/contract/board'

/** A move that was entered here and is not confirmed by the appliance yet. */
export interface PendingMove {
  /** Id or code of the lot. */
  lot: string
  to_location_id: string
}

export type ShownPlaceLot = BoardPlaceLot & { pending: boolean }
export type ShownPlace = Omit<BoardPlace, 'lots'> & { lots: ShownPlaceLot[] }

/** A plan's gates in their order: one flow from left to right. */
export interface Flow {
  plan_id: string
  gates: BoardGate[]
}

export interface BoardView {
  flows: Flow[]
  places: ShownPlace[]
}

const isOf = (lot: Pick<BoardPlaceLot, 'lot_id' | 'lot_code'>, ref: string) =>
  lot.lot_id === ref || lot.lot_code === ref

/**
 * The board as this tablet shows it: what was moved here stands where it went, marked as not confirmed, whatever the
 * network does. Fill and counts stay the appliance's: a move has no effect on them until it is acked.
 */
export function boardView(board: Board, moves: readonly PendingMove[]): BoardView {
  const flows = [...Map.groupBy(board.gates, gate => gate.plan_id)].map(([plan_id, gates]) => ({ plan_id, gates }))
  const places: ShownPlace[] = board.places.map(place => ({
    ...place,
    lots: place.lots.map(lot => ({ ...lot, pending: false })),
  }))
  for (const move of moves) takeAlong(places, move)
  return { flows, places }
}

function takeAlong(places: ShownPlace[], { lot: ref, to_location_id }: PendingMove): void {
  const to = places.find(({ location_id }) => location_id === to_location_id)
  const from = places.find(place => place !== to && place.lots.some(lot => isOf(lot, ref)))
  const lot = from?.lots.find(one => isOf(one, ref))
  if (to === undefined || from === undefined || lot === undefined) return
  from.lots = from.lots.filter(one => one !== lot)
  to.lots = [...to.lots, { ...lot, location_id: to_location_id, pending: true }]
}

/** How full a place is, 0 to 1 by the tighter of its capacities; null when it has none. */
export function fullness(
  place: Pick<BoardPlace, 'capacity_kg' | 'capacity_lots' | 'filled_kg' | 'filled_lots'>,
): number | null {
  const parts = [
    place.capacity_kg === null ? null : Number(place.filled_kg) / Number(place.capacity_kg),
    place.capacity_lots === null ? null : place.filled_lots / place.capacity_lots,
  ].filter(part => part !== null)
  return parts.length === 0 ? null : Math.max(0, ...parts)
}

/** True when this tablet knows that so much more does not go in; the appliance judges again. */
export function isTooFull(place: ShownPlace, more_kg: string): boolean {
  const arriving = place.lots.filter(({ pending }) => pending)
  const filled_kg = String(
    [more_kg, place.filled_kg, ...arriving.map(({ here_kg }) => here_kg)].reduce((sum, kg) => sum + Number(kg), 0),
  )
  return (fullness({ ...place, filled_kg, filled_lots: place.filled_lots + arriving.length + 1 }) ?? 0) > 1
}
