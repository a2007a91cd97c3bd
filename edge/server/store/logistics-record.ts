import { decimalOf } from '@flowviz/contract/decimal'
import type { Receipt, Shipment, ShipmentLine } from '@flowviz/contract/logistics-view'
import type { Quantity } from '@flowviz/contract/quantity'
import type { LotStore } from './lot-store.ts'
import type { RecordQuery, RecordStore, StoredRecord } from './record-store.ts'

const PAGE = 500

/** Every record that a query finds, newest first, however many there are. */
export function everyRecord(records: RecordStore, query: Omit<RecordQuery, 'limit' | 'before'>): StoredRecord[] {
  const found: StoredRecord[] = []
  let before: RecordQuery['before']
  for (;;) {
    const page = records.page({ ...query, before, limit: PAGE })
    found.push(...page)
    const last = page.at(-1)
    if (page.length < PAGE || last === undefined) return found
    before = { at: last.at, id: last.id }
  }
}

/** What a record of a shipment's line holds. */
export interface LineBody {
  shipment_id: string
  line_id: string
  lot_id: string
  hu_id: string | null
  location_id: string
  quantity: Quantity
}

/** The lines of a shipment in the order in which they were picked, and then what came back. */
export function linesOf(shipmentId: string, state: 'PICKED' | 'RETURNED', records: RecordStore): LineBody[] {
  return everyRecord(records, { kind: 'shipment_line', parent: shipmentId, state })
    .reverse()
    .map(({ body }) => body as unknown as LineBody)
}

type Stores = { records: RecordStore; lots: LotStore }

/** A shipment with its lines. */
export function shipmentView({ state, body }: StoredRecord, { records, lots }: Stores): Shipment {
  const fields = body as Pick<
    Shipment,
    'shipment_id' | 'shipment_code' | 'customer_id' | 'ship_to' | 'carrier_id' | 'documents' | 'planned_at'
  > & { staged_at?: string; shipped_at?: string }
  const { shipment_id, shipment_code, customer_id, ship_to, carrier_id, documents, planned_at } = fields
  const shown = (line_state: 'PICKED' | 'RETURNED') =>
    linesOf(shipment_id, line_state, records).map(
      ({ line_id, lot_id, hu_id, location_id, quantity }): ShipmentLine => ({
        line_id,
        state: line_state,
        lot_id,
        lot_code: lots.byId(lot_id)?.lot_code ?? '',
        hu_id,
        location_id,
        ...quantity,
      }),
    )
  const picked = shown('PICKED')
  const returned = shown('RETURNED')
  return {
    shipment_id,
    shipment_code,
    customer_id,
    ship_to,
    carrier_id,
    documents,
    state: state as Shipment['state'],
    planned_at,
    staged_at: fields.staged_at ?? null,
    shipped_at: fields.shipped_at ?? null,
    lines: [...picked, ...returned],
    picked_kg: sumKg(picked),
    returned_kg: sumKg(returned),
  }
}

const sumKg = (lines: readonly { weight_mg: number }[]): string =>
  decimalOf(
    lines.reduce((sum, { weight_mg }) => sum + weight_mg, 0),
    6,
  )

/** A receipt as the ledger recorded it. */
export function receiptView({ body }: StoredRecord): Receipt {
  const { receipt_id, supplier_id, previous_source, location_id, received_at, documents, carrier_id, lot_ids } =
    body as unknown as Receipt
  const { received_by } = body as unknown as Receipt
  return {
    receipt_id,
    supplier_id,
    previous_source,
    location_id,
    received_at,
    documents,
    carrier_id,
    lot_ids,
    received_by,
  }
}
