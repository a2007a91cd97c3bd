import { FlowError } from '@flowviz/contract/error'
import { requireUsable } from '../../domain/use.ts'
import { planOf } from '../../store/plan-record.ts'
import { decideLot } from '../lot.ts'
import { newcomer, requireRoom } from './enter.ts'
import { findLocation, findLot, lotView, today } from './find.ts'
import { MERGE_RULES } from './merge.ts'
import { REWORK_RULES } from './rework.ts'
import type { Rules } from './rule.ts'
import { SPLIT_RULES } from './split.ts'
import { milligramsOf, quantityOf, takeStock } from './take.ts'
import { UNDO_RULES } from './undo.ts'

/** Rules of lots by themselves. */
export const LOT_RULES = {
  ...SPLIT_RULES,
  ...MERGE_RULES,
  ...REWORK_RULES,
  ...UNDO_RULES,

  /** @throws FlowError location_unfit, and those of `decideLot`. */
  'register-lot': ({ actor, body, captured }, context) => {
    if (body.location_id !== undefined) {
      const arrival = { weight_mg: milligramsOf(body, captured), lots: [newcomer(body.lot_code)] }
      requireRoom(findLocation(body.location_id, context), arrival, context)
    }
    return decideLot({ actor, registration: body, captured, idempotency: null }, context)
  },

  /** @throws FlowError lot_not_found, genealogy_cycle, stock_insufficient, and those of `requireUsable`. */
  'link-lot': ({ actor, params, body }, context) => {
    const { store, ledger } = context
    const lot = findLot(params.lot_id, context)
    const source = findLot(body.source_lot_id, context)
    requireUsable(source, 'consume', { plan: planOf(source, store).plan, today: today(context) })
    if (store.links.descends(source.lot_key, lot.lot_key))
      throw new FlowError('genealogy_cycle', `Lot ${source.lot_code} was made of lot ${lot.lot_code}, or is the same.`)
    const quantity = quantityOf(body)
    const postings = takeStock({ lot: source, quantity, to: `lot:${lot.lot_id}` }, context)
    ledger.append({
      type: 'lot.linked',
      actor,
      subject: `lot:${lot.lot_id}`,
      data: { source_lot_id: source.lot_id, lot_id: lot.lot_id, kind: body.kind ?? 'TRANSFORM', quantity, postings },
      occurred_at: body.occurred_at ?? null,
      reason: body.reason ?? null,
    })
    return lotView(lot, context)
  },

  /** @throws FlowError lot_not_found, lot_unusable, lot_in_use. */
  'void-lot': ({ actor, params, body }, context) => {
    const { store, ledger } = context
    const lot = findLot(params.lot_id, context)
    if (lot.status === 'VOIDED') throw new FlowError('lot_unusable', `Lot ${lot.lot_code} is voided already.`)
    const stock = store.stock.ofLot(lot.lot_key)
    const on_hand_mg = stock.reduce((sum, { weight_mg }) => sum + weight_mg, 0)
    if (store.links.from(lot.lot_key).length > 0 || on_hand_mg !== lot.weight_mg)
      throw new FlowError('lot_in_use', `Some of lot ${lot.lot_code} has been used or has left.`)
    const quantity = { weight_kg: lotView(lot, context).weight_kg, weight_mg: on_hand_mg, count: null }
    const postings = takeStock({ lot, quantity, to: 'void' }, context)
    const data = { lot_id: lot.lot_id, postings }
    ledger.append({ type: 'lot.voided', actor, subject: `lot:${lot.lot_id}`, data, reason: body.reason ?? null })
    return lotView(lot, context)
  },
} satisfies Partial<Rules>
