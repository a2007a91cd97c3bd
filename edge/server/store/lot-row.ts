import type { LedgerEvent } from '@flowviz/contract/event'
import type { Lot } from '@flowviz/contract/lot'

export type LotRegistered = Extract<LedgerEvent, { type: 'lot.registered' }>

/** A lot as the API shows it, from the event that registered it and the row that holds that event. */
export function lotOf(event: LotRegistered, seq: number, codeConflict: boolean): Lot {
  const { data } = event
  return {
    lot_id: data.lot_id,
    site: data.tlc_source,
    lot_code: data.lot_code,
    lot_type: data.lot_type,
    product: data.product,
    weight_kg: data.weight_kg,
    weight_mg: data.weight_mg,
    weight: data.weight,
    temperature_c: data.temperature_c,
    supplier: data.supplier,
    supplier_lot_code: data.supplier_lot_code,
    line: data.line,
    notes: data.notes,
    registered_at: event.recorded_at,
    occurred_at: event.occurred_at,
    registered_by: event.actor,
    seq,
    event_id: event.id,
    code_conflict: codeConflict,
  }
}

/** The lot that a ledger body registers; looks through the rows that brought an older event back. */
export function lotInBody(body: string, place: { seq: number; code_conflict: number }): Lot {
  let event = JSON.parse(body) as LedgerEvent
  while (event.type === 'ledger.recovered') event = JSON.parse(event.data.body) as LedgerEvent
  return lotOf(event as LotRegistered, place.seq, place.code_conflict === 1)
}
