import { FlowError } from '@flowviz/contract/error'
import type { LotPlace } from '../../store/lot-store.ts'
import type { StockRow } from '../../store/stock-store.ts'
import type { Context } from '../command-context.ts'

/** Where somebody means: a place that they named, or the only one where the lot stands. */
export interface Meant {
  location_id?: string | undefined
  /** Stock in handling units does not count. */
  loose?: boolean
}

/** The place that is meant. @throws FlowError place_ambiguous (with `places`), stock_insufficient (it stands nowhere). */
export function placeOf(lot: LotPlace, { location_id, loose = false }: Meant, context: Context): string {
  if (location_id !== undefined) return location_id
  const places = [...new Set(standing(lot, { loose }, context).map(row => row.location_id))]
  const [only] = places
  const extra = { lot_id: lot.lot_id }
  if (only === undefined)
    throw new FlowError('stock_insufficient', `Nothing of lot ${lot.lot_code} is left.`, {
      extra: { ...extra, on_hand_kg: '0.000000' },
    })
  if (places.length > 1)
    throw new FlowError('place_ambiguous', `Lot ${lot.lot_code} stands in ${places.join(', ')}.`, {
      extra: { ...extra, places },
    })
  return only
}

/** Stock of a lot, in one place or in all of them. */
export function standing(lot: LotPlace, { location_id, loose = false }: Meant, { store }: Context): StockRow[] {
  return store.stock
    .ofLot(lot.lot_key)
    .filter(row => (location_id === undefined || row.location_id === location_id) && (!loose || row.hu_id === ''))
}
