import { decimalOf } from '@flowviz/contract/decimal'
import { FlowError } from '@flowviz/contract/error'
import { accountOf, type Posting } from '@flowviz/contract/posting'
import type { Quantity } from '@flowviz/contract/quantity'
import { decimalText, massOf } from '../../domain/mass.ts'
import type { LotPlace } from '../../store/lot-store.ts'
import type { StockRow } from '../../store/stock-store.ts'
import type { Context } from '../command-context.ts'

/** A quantity as a person said it. @throws FlowError quantity_invalid */
export function quantityOf(said: { weight_kg: string | number; count?: number | undefined }): Quantity {
  return { ...massOf(decimalText(said.weight_kg), 'kg'), count: said.count ?? null }
}

/** A quantity of milligrams. */
export function quantityOfMg(weight_mg: number, count: number | null): Quantity {
  return { weight_kg: decimalOf(weight_mg, 6), weight_mg, count }
}

/** Where from, where to, and how much of a lot. */
export interface Taking {
  lot: LotPlace
  quantity: Quantity
  to: string
  /** Take from here only; left out: from wherever it stands, the oldest first. */
  location_id?: string | undefined
}

/**
 * The postings that take a quantity of a lot out of the places where it stands. A lot that is counted is taken in
 * pieces and weight together; the last of its weight takes its last piece.
 * @throws FlowError stock_insufficient (with `on_hand_kg`), quantity_count_missing.
 */
export function takeStock({ lot, quantity, to, location_id }: Taking, { store }: Context): Posting[] {
  const rows = store.stock
    .ofLot(lot.lot_key)
    .filter(row => location_id === undefined || row.location_id === location_id)
    .sort((a, b) => a.since_seq - b.since_seq)
  const on_hand_mg = rows.reduce((sum, { weight_mg }) => sum + weight_mg, 0)
  const pieces = piecesOf(rows)
  if (quantity.weight_mg > on_hand_mg || (pieces !== null && (quantity.count ?? 0) > pieces))
    throw new FlowError(
      'stock_insufficient',
      `Lot ${lot.lot_code} has ${decimalOf(on_hand_mg, 6)} kg${location_id === undefined ? '' : ` in ${location_id}`}.`,
      { extra: { lot_id: lot.lot_id, on_hand_kg: decimalOf(on_hand_mg, 6), on_hand_count: pieces } },
    )
  if (pieces !== null && quantity.count === null && quantity.weight_mg < on_hand_mg)
    throw new FlowError('quantity_count_missing', `Lot ${lot.lot_code} is counted: ${pieces} pieces are there.`)
  return spread(rows, { ...quantity, count: pieces === null ? null : (quantity.count ?? pieces) }, { lot, to })
}

const piecesOf = (rows: readonly StockRow[]): number | null =>
  rows.length === 0 || rows.some(({ count }) => count === null)
    ? null
    : rows.reduce((sum, { count }) => sum + (count ?? 0), 0)

function spread(rows: readonly StockRow[], quantity: Quantity, { lot, to }: Pick<Taking, 'lot' | 'to'>): Posting[] {
  const postings: Posting[] = []
  let { weight_mg, count } = quantity
  for (const row of rows) {
    if (weight_mg === 0) break
    const mg = Math.min(weight_mg, row.weight_mg)
    const last = mg === weight_mg
    const taken = count === null ? null : last ? count : Math.min(count, row.count ?? 0)
    weight_mg -= mg
    if (count !== null) count -= taken ?? 0
    const whole = mg === quantity.weight_mg
    const from = accountOf({ location_id: row.location_id, hu_id: row.hu_id === '' ? null : row.hu_id })
    const amount = whole ? { ...quantity, count: taken } : quantityOfMg(mg, taken)
    postings.push({ lot_id: lot.lot_id, from, to, quantity: amount })
  }
  return postings
}
