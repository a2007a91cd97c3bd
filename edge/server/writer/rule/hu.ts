import { FlowError } from '@flowviz/contract/error'
import type { HandlingUnit } from '@flowviz/contract/logistics-view'
import { accountOf, type Spot } from '@flowviz/contract/posting'
import { isUuid } from '@flowviz/contract/uuid'
import { ssccOf } from '../../domain/sscc.ts'
import { requireUsable } from '../../domain/use.ts'
import { huView } from '../../store/hu-store.ts'
import type { LotPlace } from '../../store/lot-store.ts'
import { planOf } from '../../store/plan-record.ts'
import type { StockRow } from '../../store/stock-store.ts'
import type { Context } from '../command-context.ts'
import { entered, requireRoom } from './enter.ts'
import { findLocation, findLot, findRecord, today } from './find.ts'
import { issueSscc } from './issue-sscc.ts'
import { passOver } from './leave.ts'
import type { Rules } from './rule.ts'
import { quantityOf, quantityOfMg, takeEach } from './take.ts'

/** What is sent for an SSCC that the site shall give. */
const NEXT = 'next'

/** Pallets, crates, trolleys and cases: what is packed into one moves with it. */
export const HU_RULES = {
  /** @throws FlowError record_not_found, location_unfit, sscc_invalid, sscc_taken, sscc_block_missing, sscc_block_used_up. */
  'create-hu': ({ actor, body }, context) => {
    const { location_id } = findLocation(body.location_id, context)
    const sscc = body.sscc === undefined ? null : body.sscc === NEXT ? issueSscc(context) : ssccOf(body.sscc)
    const other = sscc === null ? null : context.store.hus.bySscc(sscc)
    if (other !== null) throw new FlowError('sscc_taken', `${sscc} is on a label already.`, { extra: { hu_id: other } })
    const hu_id = context.newId()
    const data = { hu_id, sscc, kind: body.kind, location_id }
    context.ledger.append({ type: 'hu.created', actor, subject: `hu:${hu_id}`, data })
    return shown(hu_id, context)
  },

  /**
   * @throws FlowError record_not_found, state_wrong, lot_not_found, stock_insufficient, quantity_count_missing, and
   *   those of `requireUsable`.
   */
  'pack-hu': ({ actor, params, body }, context) => {
    const { hu_id, location_id } = findHu(params.hu_id, context)
    const takings = body.lines.map(line => {
      const lot = findLot(line.lot_id, context)
      requireUsable(lot, 'consume', { plan: planOf(lot, context.store).plan, today: today(context) })
      return { lot, quantity: quantityOf(line), to: accountOf({ location_id, hu_id }), location_id, hu_id: null }
    })
    const postings = takeEach(takings, context).flat()
    const data = { hu_id, postings }
    context.ledger.append({ type: 'hu.packed', actor, subject: `hu:${hu_id}`, data, ...when(body) })
    return shown(hu_id, context)
  },

  /** @throws FlowError record_not_found, state_wrong, lot_not_found, stock_insufficient, quantity_count_missing. */
  'unpack-hu': ({ actor, params, body }, context) => {
    const { hu_id, location_id } = findHu(params.hu_id, context)
    const rows = contentsOf({ hu_id, location_id }, context)
    if (rows.length === 0)
      throw new FlowError('stock_insufficient', 'The handling unit is empty.', { extra: { on_hand_kg: '0.000000' } })
    const lines = body.lines ?? rows.map(({ lot }) => ({ lot_id: lot.lot_id }))
    const takings = lines.map(
      ({ lot_id, ...said }: { lot_id: string; weight_kg?: string | number; count?: number }) => {
        const lot = findLot(lot_id, context)
        const row = rows.find(({ lot: { lot_key } }) => lot_key === lot.lot_key)?.row
        if (row === undefined)
          throw new FlowError('stock_insufficient', `Nothing of lot ${lot.lot_code} is in this handling unit.`, {
            extra: { lot_id: lot.lot_id, on_hand_kg: '0.000000' },
          })
        const { weight_kg, count } = said
        const quantity =
          weight_kg === undefined ? quantityOfMg(row.weight_mg, row.count) : quantityOf({ weight_kg, count })
        return { lot, quantity, to: accountOf({ location_id, hu_id: null }), location_id, hu_id }
      },
    )
    const postings = takeEach(takings, context).flat()
    const data = { hu_id, postings }
    context.ledger.append({ type: 'hu.unpacked', actor, subject: `hu:${hu_id}`, data, ...when(body) })
    return shown(hu_id, context)
  },

  /** @throws FlowError record_not_found, state_wrong, location_unfit, lane_order (with `first`). */
  'move-hu': ({ actor, params, body }, context) => {
    const { hu_id, location_id: from } = findHu(params.hu_id, context)
    const target = findLocation(body.to_location_id, context)
    const { location_id } = target
    if (from === location_id) throw new FlowError('location_unfit', `It stands in ${target.title} already.`)
    const contents = contentsOf({ hu_id, location_id: from }, context)
    const lots = contents.map(({ lot }) => lot)
    requireRoom(target, { weight_mg: contents.reduce((sum, { row }) => sum + row.weight_mg, 0), lots }, context)
    const beside = lots.map(({ lot_key }) => lot_key)
    for (const lot of lots) passOver({ lot, location_id: from, reason: body.reason, beside }, context)
    const postings = contents.map(({ lot: { lot_id }, row }) => ({
      lot_id,
      from: accountOf({ location_id: from, hu_id }),
      to: accountOf({ location_id, hu_id }),
      quantity: quantityOfMg(row.weight_mg, row.count),
    }))
    context.ledger.append({
      type: 'hu.moved',
      actor,
      subject: `hu:${hu_id}`,
      data: { hu_id, location_id, postings },
      reason: body.reason ?? null,
      ...when(body),
    })
    entered({ lot_ids: lots.map(({ lot_id }) => lot_id), location_id }, { actor, context })
    return shown(hu_id, context)
  },
} satisfies Partial<Rules>

const when = ({ occurred_at }: { occurred_at?: string }) => ({ occurred_at: occurred_at ?? null })

/** A handling unit that is in the plant, by its id or its SSCC. @throws FlowError record_not_found, state_wrong */
export function findHu(ref: string, context: Context): Spot & { hu_id: string } {
  const id = isUuid(ref) ? ref : (context.store.hus.bySscc(ssccOf(ref)) ?? ref)
  const { state, body } = findRecord('hu', id, context)
  if (state !== 'ACTIVE')
    throw new FlowError('state_wrong', 'The handling unit has left the plant.', {
      extra: { state, allowed: ['ACTIVE'] },
    })
  return { hu_id: id, location_id: body.location_id as string }
}

/** What stands in a handling unit. */
export function contentsOf({ hu_id, location_id }: Spot, { store }: Context): { row: StockRow; lot: LotPlace }[] {
  return store.stock.inHu(location_id, hu_id ?? '').map(row => ({ row, lot: store.lots.byKey(row.lot_key)! }))
}

const shown = (huId: string, context: Context): HandlingUnit => huView(findRecord('hu', huId, context), context.store)
