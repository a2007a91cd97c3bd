import { RECEIVING } from '@flowviz/contract/change/lot'
import { FlowError } from '@flowviz/contract/error'
import { shownStatus } from '@flowviz/contract/lot-status'
import { FINAL } from '@flowviz/contract/lot-word'
import type { Posting, Spot } from '@flowviz/contract/posting'
import { countPostings, foundMass } from '../../domain/adjust.ts'
import { totalOf } from '../../domain/stock.ts'
import type { LotPlace } from '../../store/lot-store.ts'
import type { Ask } from '../ask.ts'
import type { Context } from '../command-context.ts'
import { entered, requireRoom } from './enter.ts'
import { findLocation, findLot, findRecord, lotView } from './find.ts'
import { passOver } from './leave.ts'
import { nothingIn } from './merge.ts'
import { registered } from './part.ts'
import { placeOf, standing } from './place.ts'
import type { Rules } from './rule.ts'
import { quantityOf, quantityOfMg, takeStock } from './take.ts'

/** Moves of loose stock, and what puts the books right. */
export const STOCK_RULES = {
  /**
   * @throws FlowError lot_not_found, place_ambiguous, record_not_found, location_unfit, lane_order (with `first`),
   *   stock_insufficient, quantity_count_missing.
   */
  'move-stock': ({ actor, params, body }, context) => {
    const lot = findLot(params.lot_id, context)
    const target = findLocation(body.to_location_id, context)
    const { location_id } = target
    const from = placeOf(lot, { location_id: body.from_location_id, loose: true }, context)
    if (from === location_id)
      throw new FlowError('location_unfit', `Lot ${lot.lot_code} stands in ${target.title} already.`)
    const there = totalOf(standing(lot, { location_id: from, loose: true }, context))
    if (there.weight_mg === 0) throw nothingIn(lot, from)
    const quantity =
      body.weight_kg === undefined
        ? quantityOfMg(there.weight_mg, there.count)
        : quantityOf({ weight_kg: body.weight_kg, count: body.count })
    const taking = { lot, quantity, to: `location:${location_id}`, location_id: from, hu_id: null }
    const postings = takeStock(taking, context)
    requireRoom(target, { weight_mg: quantity.weight_mg, lots: [lot] }, context)
    const passed_over = passOver({ lot, location_id: from, reason: body.reason }, context)
    context.ledger.append({
      type: 'stock.moved',
      actor,
      subject: `lot:${lot.lot_id}`,
      data: { lot_id: lot.lot_id, postings, passed_over },
      occurred_at: body.occurred_at ?? null,
      reason: body.reason ?? null,
    })
    entered({ lot_ids: [lot.lot_id], location_id }, { actor, context })
    return lotView(lot, context)
  },

  /**
   * @throws FlowError lot_not_found, record_not_found, lot_unusable, lot_held (waste or loss of held stock: that is a
   *   disposition), body_invalid, quantity_invalid, stock_insufficient, quantity_count_missing.
   */
  'adjust-stock': ({ actor, params, body }, context) => {
    const lot = findLot(params.lot_id, context)
    requireAdjustable(lot, body.cause)
    const spot = spotOf(body, context)
    const postings =
      body.cause === 'count' ? counted(lot, { body, spot }, context) : spent(lot, { body, spot }, context)
    if (postings.length === 0) return lotView(lot, context)
    context.ledger.append({
      type: 'stock.adjusted',
      actor,
      subject: `lot:${lot.lot_id}`,
      data: { lot_id: lot.lot_id, cause: body.cause, postings },
      occurred_at: body.occurred_at ?? null,
      reason: body.reason,
    })
    const arrived = postings.some(({ from }) => from === 'adjustment')
    if (arrived) entered({ lot_ids: [lot.lot_id], location_id: spot.location_id }, { actor, context })
    return lotView(lot, context)
  },
} satisfies Partial<Rules>

type Adjusting = Ask<'adjust-stock'>['body']

function requireAdjustable({ lot_id, lot_code, status, holds }: LotPlace, cause: Adjusting['cause']): void {
  const lot_status = shownStatus(status, holds)
  const extra = { lot_id, lot_status }
  if (FINAL.includes(status)) throw new FlowError('lot_unusable', `Lot ${lot_code} is ${status}.`, { extra })
  if (lot_status === 'HOLD' && (cause === 'waste' || cause === 'loss'))
    throw new FlowError('lot_held', `Lot ${lot_code} is on hold: its disposition says what becomes of it.`, { extra })
}

/** A place whose stock is put right may be out of use by now. @throws FlowError record_not_found */
function spotOf(body: Adjusting, context: Context): Spot {
  const { location_id } = body
  const hu_id = body.hu_id ?? null
  if (location_id !== RECEIVING) findRecord('location', location_id, context)
  if (hu_id !== null) findRecord('hu', hu_id, context)
  return { location_id, hu_id }
}

type Given = { body: Adjusting; spot: Spot }

function counted(lot: LotPlace, { body, spot }: Given, context: Context): Posting[] {
  const { counted_kg, counted: pieces, weight_kg, count } = body
  if (counted_kg === undefined || weight_kg !== undefined || count !== undefined)
    throw new FlowError('body_invalid', 'A count says counted_kg, and counted where there are pieces.')
  const booked = context.store.stock.at(lot.lot_key, spot)
  const mass = foundMass(counted_kg)
  const isCounted = booked === null ? registered(lot, context).more?.count != null : booked.count !== null
  if (isCounted && pieces === undefined && mass.weight_mg > 0)
    throw new FlowError('quantity_count_missing', `Lot ${lot.lot_code} is counted: send counted too.`)
  const found = { ...mass, count: isCounted ? (pieces ?? 0) : null }
  return countPostings({ lot_id: lot.lot_id, spot, booked, found })
}

function spent(lot: LotPlace, { body, spot }: Given, context: Context): Posting[] {
  const { weight_kg, count, counted_kg, counted: pieces } = body
  if (weight_kg === undefined || counted_kg !== undefined || pieces !== undefined)
    throw new FlowError('body_invalid', `A ${body.cause} says the weight_kg that is taken.`)
  const { location_id, hu_id } = spot
  const taking = { lot, quantity: quantityOf({ weight_kg, count }), to: body.cause, location_id, hu_id }
  return takeStock(taking, context)
}
