import type { Posting } from '@flowviz/contract/posting'
import type { Quantity } from '@flowviz/contract/quantity'
import { isUnit } from '@flowviz/contract/unit'
import { decimalText, massOf } from '../../domain/mass.ts'
import { takeOut } from '../../domain/stock.ts'
import type { LotPlace } from '../../store/lot-store.ts'
import type { StockRow } from '../../store/stock-store.ts'
import type { CapturedWeight } from '../ask.ts'
import type { Context } from '../command-context.ts'

export { quantityOfMg } from '../../domain/stock.ts'

/** A quantity as a person said it. @throws FlowError quantity_invalid */
export function quantityOf(said: { weight_kg: string | number; count?: number | undefined }): Quantity {
  return { ...massOf(decimalText(said.weight_kg), 'kg'), count: said.count ?? null }
}

/** What a person or a scale said, in milligrams; 0 where it is no weight, which the registration itself refuses. */
export function milligramsOf(said: { weight_kg?: string | number }, captured: CapturedWeight | null): number {
  if (said.weight_kg !== undefined) return quantityOf({ weight_kg: said.weight_kg }).weight_mg
  const { value, unit } = captured?.measurement ?? { value: null, unit: null }
  if (value === null || unit === null || !isUnit(unit) || Number(value) <= 0) return 0
  return massOf(value, unit).weight_mg
}

/** Where from, where to, and how much of a lot. */
export interface Taking {
  lot: LotPlace
  quantity: Quantity
  to: string
  /** Take from here only; left out: from wherever it stands, the oldest first. */
  location_id?: string | undefined
  /** Take from this handling unit only; null: only what stands in none. */
  hu_id?: string | null | undefined
  /** Take from here before any other place. */
  first?: string | undefined
}

/**
 * The postings that take a quantity of a lot out of the places where it stands. A lot that is counted is taken in
 * pieces and weight together; the last of its weight takes its last piece.
 * @throws FlowError stock_insufficient (with `on_hand_kg`), quantity_count_missing, quantity_invalid.
 */
export function takeStock(taking: Taking, context: Context): Posting[] {
  return takeEach([taking], context)[0]!
}

/** The postings of several takings, one after the other: what one takes is gone for the next. @throws as `takeStock` */
export function takeEach(takings: readonly Taking[], { store }: Context): Posting[][] {
  const standing = new Map<number, StockRow[]>()
  return takings.map(taking => {
    const { lot, quantity, to } = taking
    const rows = standing.get(lot.lot_key) ?? store.stock.ofLot(lot.lot_key)
    const meant = rows.filter(row => isMeant(row, taking)).sort(inOrderOf(taking))
    const { postings, left } = takeOut(meant, quantity, { ...lot, to })
    standing.set(lot.lot_key, [...rows.filter(row => !meant.includes(row)), ...left])
    return postings
  })
}

const isMeant = (row: StockRow, { location_id, hu_id }: Taking): boolean =>
  (location_id === undefined || row.location_id === location_id) && (hu_id === undefined || row.hu_id === (hu_id ?? ''))

const inOrderOf =
  ({ first }: Taking) =>
  (a: StockRow, b: StockRow): number =>
    Number(b.location_id === first) - Number(a.location_id === first) || a.since_seq - b.since_seq
