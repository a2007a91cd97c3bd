import { decimalOf } from '@flowviz/contract/decimal'
import { FlowError } from '@flowviz/contract/error'
import { shownStatus } from '@flowviz/contract/lot-status'
import type { LotStatus } from '@flowviz/contract/lot-word'
import type { Location } from '@flowviz/contract/plant/location'
import { toBase } from '@flowviz/contract/unit'

/** A lot on its way into a place, as it is judged there. */
export interface Arriving {
  lot_code: string
  status: LotStatus
  holds: number
}

/** What stands in a place, or comes to it, or leaves it. */
export interface Filling {
  weight_mg: number
  lots: number
}

// Food that nobody may use stands apart, so that nobody does (food-domain H5).
const APART: readonly LotStatus[] = ['HOLD', 'REJECTED', 'RECALLED']

/** @throws FlowError location_unfit for a lot that is held, rejected or recalled, and a place that is not for such. */
export function requireFit({ title, allow_held }: Location, lots: readonly Arriving[]): void {
  if (allow_held === true) return
  for (const { lot_code, status, holds } of lots) {
    const shown = shownStatus(status, holds)
    if (APART.includes(shown))
      throw new FlowError('location_unfit', `Lot ${lot_code} is ${shown}, and ${title} is not for such stock.`)
  }
}

/**
 * @throws FlowError location_unfit when a place would hold more than it has room for, with `room_kg` and `room_lots`.
 *   What leaves more room than it takes is never refused: an overfull place may be emptied.
 */
export function requireCapacity(
  { title, capacity_kg, capacity_lots }: Location,
  inside: Filling,
  { weight_mg, lots }: Filling,
): void {
  const room_mg = capacity_kg === undefined ? null : toBase(capacity_kg, 'kg') - inside.weight_mg
  const room_lots = capacity_lots === undefined ? null : capacity_lots - inside.lots
  const heavy = room_mg !== null && weight_mg > 0 && weight_mg > room_mg
  const many = room_lots !== null && lots > 0 && lots > room_lots
  if (!heavy && !many) return
  const extra = { room_kg: room_mg === null ? null : decimalOf(Math.max(room_mg, 0), 6), room_lots }
  throw new FlowError('location_unfit', `${title} is full.`, { extra })
}
