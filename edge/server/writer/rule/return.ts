import { decimalOf } from '@flowviz/contract/decimal'
import { FlowError } from '@flowviz/contract/error'
import type { Posting } from '@flowviz/contract/posting'
import type { Quantity } from '@flowviz/contract/quantity'
import { tell } from '@flowviz/contract/sentence'
import { linesOf } from '../../store/logistics-record.ts'
import type { LotPlace } from '../../store/lot-store.ts'
import type { Context } from '../command-context.ts'
import { entered, requireRoom } from './enter.ts'
import { findLocation, findLot, lotView } from './find.ts'
import { addParts, holdAlike } from './part.ts'
import { placeHold } from './place-hold.ts'
import type { Rules } from './rule.ts'
import { findShipment, shown } from './shipment.ts'
import { quantityOf } from './take.ts'

/** Goods come back. */
export const RETURN_RULES = {
  /**
   * What comes back is held as a lot of its own: what of the lot never left is not held for it.
   * @throws FlowError record_not_found, state_wrong, lot_not_found, stock_insufficient, quantity_count_missing,
   *   location_unfit (the place has to take held stock).
   */
  'return-goods': ({ actor, params: { shipment_id }, body }, context) => {
    const { ledger, store } = context
    findShipment(shipment_id, ['SHIPPED', 'RETURNED'], context)
    const { customer_id } = shown(shipment_id, context)
    const source = findLot(body.lot_id, context)
    const location = findLocation(body.location_id, context)
    const { location_id } = location
    const quantity = returnable(source, { shipment_id, said: quantityOf(body) }, context)
    const { lot_code, status } = source
    const arriving = { lot_key: null, lot_code, status, holds: 1 }
    requireRoom(location, { weight_mg: quantity.weight_mg, lots: [arriving] }, context)

    const when = { occurred_at: body.occurred_at ?? null, reason: body.reason }
    const parts = addParts(
      { actor, source, parts: [{ quantity }], location_id, occurred_at: body.occurred_at, held: true },
      context,
    )
    const [part] = parts as [LotPlace]
    const { text: reason, said } = tell('returned', { customer_id, words: body.reason })
    const hold = placeHold(
      { actor, cause: 'manual', reason, said, lots: parts, occurred_at: when.occurred_at },
      context,
    )
    // A part is registered with a status that can be held.
    if (hold === null) throw new FlowError('internal', `Lot ${part.lot_code} could not be held.`)
    const { hold_id } = hold
    const place = `location:${location_id}`
    const back: Posting = { lot_id: source.lot_id, from: `customer:${customer_id}`, to: place, quantity }
    ledger.append({
      type: 'shipment.returned',
      actor,
      subject: `shipment:${shipment_id}`,
      data: { shipment_id, lot_id: source.lot_id, hold_id, postings: [back], cause: body.reason },
      ...when,
    })
    const { lot_id } = source
    const split: Posting = { lot_id, from: place, to: `lot:${part.lot_id}`, quantity }
    ledger.append({
      type: 'lot.split',
      actor,
      subject: `lot:${lot_id}`,
      data: { source_lot_id: lot_id, lot_ids: [part.lot_id], postings: [split] },
      ...when,
    })
    holdAlike(source, parts, { actor, context })
    entered({ lot_ids: [part.lot_id], location_id }, { actor, context })
    return { shipment: shown(shipment_id, context), lot: lotView(store.lots.byId(part.lot_id)!, context), hold_id }
  },
} satisfies Partial<Rules>

interface Returning {
  shipment_id: string
  said: Quantity
}

/** What a customer still has of a lot of a shipment is the most that can come back. */
function returnable(lot: LotPlace, { shipment_id, said }: Returning, { store }: Context): Quantity {
  const of = (state: 'PICKED' | 'RETURNED') =>
    linesOf(shipment_id, state, store.records).filter(({ lot_id }) => lot_id === lot.lot_id)
  const shipped = of('PICKED')
  const left = (field: 'weight_mg' | 'count') =>
    shipped.reduce((sum, { quantity }) => sum + (quantity[field] ?? 0), 0) -
    of('RETURNED').reduce((sum, { quantity }) => sum + (quantity[field] ?? 0), 0)
  const weight_mg = left('weight_mg')
  const count = shipped.some(({ quantity }) => quantity.count !== null) ? left('count') : null
  if (said.weight_mg > weight_mg || (count !== null && (said.count ?? 0) > count))
    throw new FlowError(
      'stock_insufficient',
      `Of lot ${lot.lot_code} the customer has ${decimalOf(weight_mg, 6)} kg of this shipment.`,
      { extra: { lot_id: lot.lot_id, on_hand_kg: decimalOf(weight_mg, 6), on_hand_count: count } },
    )
  if (count === null) return { ...said, count: null }
  if (said.weight_mg === weight_mg) return { ...said, count }
  if (said.count === null)
    throw new FlowError('quantity_count_missing', `Lot ${lot.lot_code} is counted: ${count} pieces are out.`)
  return said
}
