import { FlowError } from '@flowviz/contract/error'
import type { Shipment, ShipmentState } from '@flowviz/contract/logistics-view'
import { codeDay } from '../../domain/lot-code.ts'
import { shipmentView } from '../../store/logistics-record.ts'
import type { StoredRecord } from '../../store/record-store.ts'
import type { Context } from '../command-context.ts'
import { findRecord } from './find.ts'
import { requireParty } from './party.ts'
import { pickedLines } from './pick.ts'
import type { Rules } from './rule.ts'
import { unpickedLines } from './unpick.ts'

/** A shipment until it leaves: nothing of its stock moves by being picked for it. */
export const SHIPMENT_RULES = {
  /** @throws FlowError record_not_found, party_unfit. */
  'plan-shipment': ({ actor, body }, context) => {
    requireParty(body.customer_id, 'customer', context)
    if (body.carrier_id !== undefined) requireParty(body.carrier_id, 'carrier', context)
    const shipment_id = context.newId()
    const code = `S-${codeDay(context.ledger.stamp())}-${shipment_id.slice(-6).toUpperCase()}`
    context.ledger.append({
      type: 'shipment.planned',
      actor,
      subject: `shipment:${shipment_id}`,
      data: {
        shipment_id,
        shipment_code: body.shipment_code ?? code,
        customer_id: body.customer_id,
        ship_to: body.ship_to,
        carrier_id: body.carrier_id ?? null,
        documents: body.documents ?? [],
      },
    })
    return shown(shipment_id, context)
  },

  /**
   * @throws FlowError record_not_found, state_wrong, body_invalid, lot_not_found, place_ambiguous, stock_insufficient,
   *   quantity_count_missing, lane_order (with `first`), lot_held, lot_unusable, lot_expired.
   */
  'pick-shipment': ({ actor, params: { shipment_id }, body }, context) => {
    findShipment(shipment_id, ['PLANNED', 'PICKING'], context)
    for (const line of pickedLines(body, context))
      context.ledger.append({
        type: 'shipment.picked',
        actor,
        subject: `shipment:${shipment_id}`,
        data: { shipment_id, line_id: context.newId(), ...line },
        occurred_at: body.occurred_at ?? null,
        reason: body.reason ?? null,
      })
    return shown(shipment_id, context)
  },

  /**
   * What stands ready is being picked again by it.
   * @throws FlowError record_not_found (shipment, lot, unit or line), state_wrong, body_invalid, lot_not_found.
   */
  'unpick-shipment': ({ actor, params: { shipment_id }, body }, context) => {
    findShipment(shipment_id, ['PICKING', 'STAGED'], context)
    const { out, left } = unpickedLines(shipment_id, body, context)
    context.ledger.append({
      type: 'shipment.unpicked',
      actor,
      subject: `shipment:${shipment_id}`,
      data: { shipment_id, line_ids: out.map(({ line_id }) => line_id), state: left === 0 ? 'PLANNED' : 'PICKING' },
      occurred_at: body.occurred_at ?? null,
      reason: body.reason ?? null,
    })
    return shown(shipment_id, context)
  },

  /** @throws FlowError record_not_found, state_wrong. */
  'stage-shipment': ({ actor, params: { shipment_id }, body }, context) => {
    findShipment(shipment_id, ['PICKING'], context)
    context.ledger.append({
      type: 'shipment.staged',
      actor,
      subject: `shipment:${shipment_id}`,
      data: { shipment_id },
      occurred_at: body.occurred_at ?? null,
    })
    return shown(shipment_id, context)
  },

  /** @throws FlowError record_not_found, state_wrong (what has left comes back as a return). */
  'void-shipment': ({ actor, params: { shipment_id }, body }, context) => {
    findShipment(shipment_id, ['PLANNED', 'PICKING', 'STAGED'], context)
    context.ledger.append({
      type: 'shipment.voided',
      actor,
      subject: `shipment:${shipment_id}`,
      data: { shipment_id, postings: [] },
      reason: body.reason ?? null,
    })
    return shown(shipment_id, context)
  },
} satisfies Partial<Rules>

/** A shipment in one of some states. @throws FlowError record_not_found, state_wrong (with `state` and `allowed`). */
export function findShipment(id: string, allowed: readonly ShipmentState[], context: Context): StoredRecord {
  const record = findRecord('shipment', id, context)
  if (allowed.includes(record.state as ShipmentState)) return record
  throw new FlowError('state_wrong', `The shipment is ${record.state}.`, { extra: { state: record.state, allowed } })
}

/** A shipment with its lines, as this transaction leaves it. */
export const shown = (id: string, context: Context): Shipment =>
  shipmentView(findRecord('shipment', id, context), context.store)
