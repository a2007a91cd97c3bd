import type { Lot } from '@flowviz/contract/lot'
import type { LotStatus } from '@flowviz/contract/lot-word'
import type { Floor } from '../floor-state.ts'
import { pendingHolds } from '../hold/hold-list.ts'
import { knownLotOf } from '../lot/known-lots.ts'
import type { ShownEntry } from '../outbox/entry.ts'
import { boardView, isTooFull } from './board-view.ts'
import { type Carried, pendingMoves } from './move-state.ts'
import { say } from './words.ts'

const APART: ReadonlySet<LotStatus> = new Set<LotStatus>(['HOLD', 'REJECTED', 'RECALLED'])

type Judged = Pick<Lot, 'lot_id' | 'lot_code' | 'status' | 'open_holds'>

/** True for food that nobody may use, as this tablet knows it: a hold that waits here counts. Pure. */
export function isApart(code: string, lot: Judged | null, entries: readonly ShownEntry[]): boolean {
  const isHeldHere = pendingHolds(entries).some(({ refs }) => refs.includes(code) || refs.includes(lot?.lot_id ?? code))
  return isHeldHere || (lot !== null && (lot.open_holds > 0 || APART.has(lot.status)))
}

/** Why a lot or a unit cannot go to a place, as far as this tablet knows; null when it can. The appliance judges again. */
export function whyUnfit(floor: Floor, carried: Carried, to: { location_id: string; title: string }): string | null {
  const { shelf, outbox } = floor
  const entries = outbox.entries.value ?? []
  const board = shelf.board.value.value
  const places = board === null ? [] : boardView(board, pendingMoves(entries)).places
  const place = places.find(({ location_id }) => location_id === to.location_id)
  if (place !== undefined && isTooFull(place, carried.kg)) return say('lane_full', { place: to.title })
  const location = shelf.locations.value.value?.find(({ location_id }) => location_id === to.location_id)
  if (carried.what === 'unit' || location === undefined || location.allow_held === true) return null
  const lot = knownLotOf(floor, carried.code)
  const known = lot === undefined || lot.pending === true ? null : lot
  return isApart(carried.code, known, entries) ? say('not_for_held', { code: carried.code, place: to.title }) : null
}
