import { FlowError } from '@flowviz/contract/error'
import { spotOf } from '@flowviz/contract/posting'

/** What of a lot went into a run at one weighing from one place, less what came back of it. */
export interface Charge {
  seq: number
  lot_key: number
  location_id: string
  weight_mg: number
  count: number | null
}

/** A posting into a run or out of it, in the order of the ledger. */
export interface Moved {
  seq: number
  lot_key: number
  from_account: string
  to_account: string
  weight_mg: number
  count: number | null
}

/** What is in a run, oldest first: what came back is taken from the newest charges of its lot. */
export function chargesOf(moved: readonly Moved[]): Charge[] {
  const charges: Charge[] = []
  for (const { seq, lot_key, from_account, weight_mg, count } of moved) {
    const spot = spotOf(from_account)
    if (spot !== null) charges.push({ seq, lot_key, location_id: spot.location_id, weight_mg, count })
    else lower(charges, { lot_key, weight_mg, count })
  }
  return charges.filter(({ weight_mg }) => weight_mg > 0)
}

function lower(charges: Charge[], back: { lot_key: number; weight_mg: number; count: number | null }): void {
  let { weight_mg } = back
  let pieces = back.count ?? 0
  for (const charge of charges.toReversed()) {
    if (charge.lot_key !== back.lot_key || weight_mg === 0) continue
    const mg = Math.min(weight_mg, charge.weight_mg)
    const whole = mg === charge.weight_mg
    const taken = charge.count === null ? 0 : whole ? charge.count : Math.min(pieces, charge.count)
    charge.weight_mg -= mg
    if (charge.count !== null) charge.count -= taken
    weight_mg -= mg
    pieces = Math.max(0, pieces - taken)
  }
}

/** How much of a lot is in a run. */
export function inside(charges: readonly Charge[], lot_key: number): { weight_mg: number; count: number | null } {
  const own = charges.filter(charge => charge.lot_key === lot_key)
  const counted = own.length > 0 && own.every(({ count }) => count !== null)
  return {
    weight_mg: own.reduce((sum, { weight_mg }) => sum + weight_mg, 0),
    count: counted ? own.reduce((sum, { count }) => sum + (count ?? 0), 0) : null,
  }
}

/**
 * What goes back when so much of the charges is returned: the newest first, because it was touched last. A charge that
 * goes back in part gives pieces in proportion, rounded down, unless `pieces` says how many; who returns all of the
 * weight returns all of the pieces.
 * @throws FlowError quantity_invalid: so many pieces cannot weigh that
 */
export function giveBack(charges: readonly Charge[], weight_mg: number, pieces?: number | null): Charge[] {
  const back: Charge[] = []
  const all = weight_mg === charges.reduce((sum, charge) => sum + charge.weight_mg, 0)
  let left_mg = weight_mg
  let left = all ? null : (pieces ?? null)
  for (const charge of charges.toReversed()) {
    if (left_mg === 0) break
    const mg = Math.min(left_mg, charge.weight_mg)
    const count = charge.count === null ? null : piecesOf(charge, mg, left)
    back.push({ ...charge, weight_mg: mg, count })
    left_mg -= mg
    if (left !== null) left -= count ?? 0
  }
  if (left !== null && left !== 0 && charges.some(({ count }) => count !== null))
    throw new FlowError('quantity_invalid', `${pieces} pieces are not what that weight of the charges holds.`, {
      hint: 'Count again, or return what was charged last first.',
    })
  return back
}

function piecesOf({ weight_mg, count }: Charge, mg: number, left: number | null): number {
  if (mg === weight_mg) return count ?? 0
  const share = Number((BigInt(count ?? 0) * BigInt(mg)) / BigInt(weight_mg))
  return left === null ? share : Math.max(0, Math.min(left, count ?? 0))
}

/**
 * Refuses more of a lot than is in the run, and a counted one without its pieces.
 * @throws FlowError stock_insufficient (with `inside_mg`), quantity_count_missing.
 */
export function requireInside(
  back: { weight_mg: number; count: number | null },
  there: { weight_mg: number; count: number | null },
  lot: { lot_id: string; lot_code: string },
): void {
  if (back.weight_mg > there.weight_mg || (there.count !== null && (back.count ?? 0) > there.count))
    throw new FlowError('stock_insufficient', `The run does not hold so much of lot ${lot.lot_code}.`, {
      hint: 'Return no more than went in and has not come back yet.',
      extra: { lot_id: lot.lot_id, inside_mg: there.weight_mg, inside_count: there.count },
    })
  if (there.count !== null && back.count === null && back.weight_mg < there.weight_mg)
    throw new FlowError('quantity_count_missing', `Lot ${lot.lot_code} is counted: ${there.count} pieces went in.`)
}
