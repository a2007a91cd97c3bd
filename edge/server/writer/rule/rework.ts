import type { LotRegistration } from '@flowviz/contract/lot'
import { requireReworkable } from '../../domain/rework.ts'
import { into, sumOf, totalOf } from '../../domain/stock.ts'
import { addLot } from '../lot.ts'
import { entered, newcomer, requireRoom } from './enter.ts'
import { findLocation, findLot, lotView, today } from './find.ts'
import { registered } from './part.ts'
import { placeOf, standing } from './place.ts'
import type { Rules } from './rule.ts'
import { quantityOf, takeStock } from './take.ts'

/** Material that is worked again becomes a new lot each time (F2 I4): the genealogy winds, and never closes. */
export const REWORK_RULES = {
  /**
   * @throws FlowError lot_not_found, place_ambiguous, stock_insufficient, location_unfit, record_not_found (item),
   *   lot_code_taken, and those of `requireReworkable`.
   */
  'rework-lot': ({ actor, params, body }, context) => {
    const { ledger, store } = context
    const source = findLot(params.lot_id, context)
    requireReworkable(source, today(context))
    const from = placeOf(source, body, context)
    const location = findLocation(body.to_location_id ?? from, context)
    const taken = takeStock({ lot: source, quantity: quantityOf(body), to: 'void', location_id: from }, context)
    const { weight_mg } = sumOf(taken)
    const emptied = totalOf(standing(source, { location_id: from }, context)).weight_mg === weight_mg
    const stays = location.location_id === from ? { leaving: { weight_mg, lots: emptied ? 1 : 0 } } : {}
    requireRoom(location, { weight_mg, lots: [newcomer()], ...stays }, context)

    const { product, line, more } = registered(source, context)
    const registration: LotRegistration = {
      lot_type: 'REWORK',
      weight_kg: quantityOf(body).weight_kg,
      location_id: location.location_id,
      ...(product === null ? {} : { product }),
      ...(line === null ? {} : { line }),
      ...(body.item_id === undefined ? {} : { item_id: body.item_id }),
      ...(body.lot_code === undefined ? {} : { lot_code: body.lot_code }),
      ...(body.occurred_at === undefined ? {} : { occurred_at: body.occurred_at }),
    }
    const { expires_on } = source
    const origins = { origin: 'reworked', expires_on, allergens: more?.allergens ?? [] } as const
    const { event } = addLot({ actor, registration, captured: null, derived: true, origins }, context)
    const { lot_id } = event.data
    ledger.append({
      type: 'lot.reworked',
      actor,
      subject: `lot:${lot_id}`,
      data: { source_lot_id: source.lot_id, lot_id, postings: into(taken, lot_id) },
      occurred_at: body.occurred_at ?? null,
      reason: body.reason ?? null,
    })
    entered({ lot_ids: [lot_id], location_id: location.location_id }, { actor, context })
    return lotView(store.lots.byId(lot_id)!, context)
  },
} satisfies Partial<Rules>
