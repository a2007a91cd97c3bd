import { decimalOf } from '@flowviz/contract/decimal'
import { FlowError } from '@flowviz/contract/error'
import { accountOf, type Posting } from '@flowviz/contract/posting'
import type { Quantity } from '@flowviz/contract/quantity'

/** Stock of one lot in one place; `hu_id` is '' for what stands in no handling unit. */
export interface Standing {
  location_id: string
  hu_id: string
  weight_mg: number
  count: number | null
}

/** What leaves the places of a lot, and what is left of them. */
export interface TakenOut<Row extends Standing> {
  postings: Posting[]
  left: Row[]
}

/** A quantity of milligrams. */
export function quantityOfMg(weight_mg: number, count: number | null): Quantity {
  return { weight_kg: decimalOf(weight_mg, 6), weight_mg, count }
}

/** Everything that stands in some places. */
export function totalOf(rows: readonly Standing[]): { weight_mg: number; count: number | null } {
  const weight_mg = rows.reduce((sum, row) => sum + row.weight_mg, 0)
  const counted = rows.length > 0 && rows.every(({ count }) => count !== null)
  return { weight_mg, count: counted ? rows.reduce((sum, { count }) => sum + (count ?? 0), 0) : null }
}

/**
 * Takes a quantity of a lot out of the places where it stands, in the order of `rows`. A lot that is counted is taken
 * in pieces and weight together: who takes all that stands in a place takes all its pieces, so that no place is left
 * with pieces that weigh nothing.
 * @throws FlowError stock_insufficient (with `on_hand_kg`), quantity_count_missing, quantity_invalid (the pieces do not
 *   stand where the weight is taken from).
 */
export function takeOut<Row extends Standing>(
  rows: readonly Row[],
  quantity: Quantity,
  { lot_id, lot_code, to }: { lot_id: string; lot_code: string; to: string },
): TakenOut<Row> {
  const there = totalOf(rows)
  const on_hand_kg = decimalOf(there.weight_mg, 6)
  if (quantity.weight_mg > there.weight_mg || (there.count !== null && (quantity.count ?? 0) > there.count)) {
    const extra = { lot_id, on_hand_kg, on_hand_count: there.count }
    const place = new Set(rows.map(({ location_id }) => location_id))
    const where = place.size === 1 ? ` in ${[...place][0]}` : ' there'
    throw new FlowError('stock_insufficient', `Lot ${lot_code} has ${on_hand_kg} kg${where}.`, { extra })
  }
  const all = quantity.weight_mg === there.weight_mg
  if (there.count !== null && quantity.count === null && !all)
    throw new FlowError('quantity_count_missing', `Lot ${lot_code} is counted: ${there.count} pieces are there.`)
  const pieces = there.count === null ? null : all ? there.count : quantity.count
  const taken = spread(rows, { ...quantity, count: pieces })
  if (taken.count_left !== 0)
    throw new FlowError('quantity_invalid', `The pieces of lot ${lot_code} do not stand where that weight does.`, {
      hint: 'Take from one place after the other, or count the stock and adjust it.',
    })
  return {
    postings: taken.out.map(({ row: { location_id, hu_id }, amount }) => {
      const from = accountOf({ location_id, hu_id: hu_id === '' ? null : hu_id })
      return { lot_id, from, to, quantity: amount }
    }),
    left: taken.left,
  }
}

function spread<Row extends Standing>(rows: readonly Row[], quantity: Quantity) {
  const out: { row: Row; amount: Quantity }[] = []
  const left: Row[] = []
  let { weight_mg } = quantity
  let count_left = quantity.count ?? 0
  for (const row of rows) {
    const mg = Math.min(weight_mg, row.weight_mg)
    if (mg === 0) {
      left.push(row)
      continue
    }
    const pieces = quantity.count === null ? null : piecesOf(row, mg, count_left)
    weight_mg -= mg
    count_left -= pieces ?? 0
    // The person's own text of the weight is kept where it is not divided.
    const whole = mg === quantity.weight_mg
    out.push({ row, amount: whole ? { ...quantity, count: pieces } : quantityOfMg(mg, pieces) })
    if (mg < row.weight_mg)
      left.push({ ...row, weight_mg: row.weight_mg - mg, count: row.count === null ? null : row.count - (pieces ?? 0) })
  }
  return { out, left, count_left }
}

const piecesOf = (row: Standing, mg: number, most: number): number =>
  mg === row.weight_mg ? (row.count ?? 0) : Math.min(most, row.count ?? 0)

/** Postings that were worked out before the lot that they go into had an id. */
export const into = (postings: readonly Posting[], lot_id: string): Posting[] =>
  postings.map(posting => ({ ...posting, to: `lot:${lot_id}` }))

/** What several postings take together. */
export function sumOf(postings: readonly Posting[]): Quantity {
  const counts = postings.map(({ quantity }) => quantity.count)
  const count = counts.some(one => one === null) ? null : counts.reduce<number>((sum, one) => sum + (one ?? 0), 0)
  return quantityOfMg(
    postings.reduce((sum, { quantity }) => sum + quantity.weight_mg, 0),
    count,
  )
}
