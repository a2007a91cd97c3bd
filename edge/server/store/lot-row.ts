import { RECEIVING } from '@flowviz/contract/change/lot'
import { decimalOf } from '@flowviz/contract/decimal'
import type { LedgerEvent } from '@flowviz/contract/event'
import type { Lot, RegisteredLot } from '@flowviz/contract/lot'
import { shownStatus } from '@flowviz/contract/lot-status'
import type { LotOrigin } from '@flowviz/contract/lot-word'
import { SEVEN_GATES, SEVEN_GATES_VERSION } from '@flowviz/contract/plant/seven-gates'
import type { LotPlace } from './lot-store.ts'
import type { StockRow } from './stock-store.ts'

export type LotRegistered = Extract<LedgerEvent, { type: 'lot.registered' }>

/** A lot as its event registered it. */
function registeredOf({ data, ...event }: LotRegistered, at: { seq: number; code_conflict: boolean }): RegisteredLot {
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
    seq: at.seq,
    event_id: event.id,
    code_conflict: at.code_conflict,
  }
}

type Now = Pick<LotPlace, 'status' | 'holds' | 'gate_passed'> & { stock: readonly StockRow[]; gates: number }

/** A lot as the API shows it: as its event registered it, and as it is now. */
function lotOf(event: LotRegistered, at: { seq: number; code_conflict: boolean }, now: Now): Lot {
  const { more } = event.data
  const on_hand_mg = now.stock.reduce((sum, { weight_mg }) => sum + weight_mg, 0)
  return {
    ...registeredOf(event, at),
    status: shownStatus(now.status, now.holds),
    open_holds: now.holds,
    gate_passed: now.gate_passed,
    gate_next: now.gate_passed < now.gates ? now.gate_passed + 1 : null,
    plan_id: more?.plan_id ?? SEVEN_GATES.plan_id,
    plan_version: more?.plan_version ?? SEVEN_GATES_VERSION,
    origin: more?.origin ?? ('registered' satisfies LotOrigin),
    item_id: more?.item_id ?? null,
    supplier_id: more?.supplier_id ?? null,
    supplier_tlc_source: more?.supplier_tlc_source ?? null,
    count: more?.count ?? null,
    produced_on: more?.produced_on ?? null,
    best_before: more?.best_before ?? null,
    expires_on: more?.expires_on ?? null,
    allergens: more?.allergens ?? [],
    run_id: more?.run_id ?? null,
    receipt_id: more?.receipt_id ?? null,
    on_hand_kg: decimalOf(on_hand_mg, 6),
    on_hand_mg,
    stock: now.stock.map(({ location_id, hu_id, weight_mg, count, since }) => ({
      location_id,
      hu_id: hu_id === '' ? null : hu_id,
      weight_mg,
      count,
      since,
    })),
  }
}

/** The registration that a ledger body holds; looks through the rows that brought an older event back. */
export function registrationIn(body: string): LotRegistered {
  let event = JSON.parse(body) as LedgerEvent
  while (event.type === 'ledger.recovered') event = JSON.parse(event.data.body) as LedgerEvent
  return event as LotRegistered
}

/** The lot of a place, from the ledger row that registered it. */
export function lotInBody(body: string, place: LotPlace, now: Pick<Now, 'stock' | 'gates'>): Lot {
  const { seq, code_conflict } = place
  return lotOf(registrationIn(body), { seq, code_conflict: code_conflict === 1 }, { ...place, ...now })
}

/** A lot in the moment of its registration. */
export function newLot(event: LotRegistered, gates: number): Lot {
  const { recorded_at: since, seq, data } = event
  const { more, weight_mg } = data
  const stock: StockRow = {
    lot_key: 0,
    location_id: more?.location_id ?? RECEIVING,
    hu_id: '',
    weight_mg,
    count: more?.count ?? null,
    since,
    since_seq: seq,
  }
  const now = { status: more?.status ?? 'PENDING_QC', holds: 0, gate_passed: more?.gate_passed ?? 0 } as const
  return lotOf(event, { seq, code_conflict: false }, { ...now, stock: [stock], gates })
}
