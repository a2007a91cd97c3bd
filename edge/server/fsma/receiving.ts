import { documentsIn } from '@flowviz/contract/document-text'
import type { Receipt } from '@flowviz/contract/logistics-view'
import { eventOf } from '../store/event-body.ts'
import type { LineBody } from '../store/logistics-record.ts'
import { type Column, documentColumns, type EventRow, head, kilograms, tail } from './column.ts'
import { type LotFacts, notesOf } from './lot-facts.ts'
import { moveRows } from './move.ts'
import type { Source } from './source.ts'

export interface ReceivingRow extends EventRow {
  lot: LotFacts
  weight_mg: number
  count: number | null
  from: string
  from_id: string | null
  to: string
  to_id: string
}

/** 21 CFR 1.1345; every lot that came in, from whomever. */
export const RECEIVING_COLUMNS: readonly Column<ReceivingRow>[] = [
  ...head<ReceivingRow>(),
  {
    title: 'TLC',
    kde: '1.1345(a)(1) traceability lot code',
    from: 'lot: supplier_lot_code, else lot_code',
    required: true,
    cell: ({ lot }) => lot.tlc,
  },
  { title: 'TLC - GTIN', kde: '1.1345(a)(1)', from: 'item: gtin', cell: ({ lot }) => lot.gtin },
  { title: 'TLC - Assigned By', kde: '1.1345(b)(1)', from: 'lot: origin', cell: ({ lot }) => lot.assigned_by },
  {
    title: 'Quantity',
    kde: '1.1345(a)(2) quantity',
    from: 'lot: weight_mg',
    required: true,
    cell: row => kilograms(row.weight_mg),
  },
  { title: 'UOM', kde: '1.1345(a)(2) unit of measure', from: 'always kg', required: true, cell: () => 'kg' },
  { title: 'Pieces', kde: null, from: 'lot: count', cell: row => row.count },
  {
    title: 'Product Description',
    kde: '1.1345(a)(3) product description',
    from: 'lot: product, else item: title',
    required: true,
    cell: ({ lot }) => lot.product,
  },
  { title: 'Item ID', kde: null, from: 'lot: item_id; see Products', cell: ({ lot }) => lot.item_id },
  {
    title: 'Immediate Previous Source (IPS) Location',
    kde: '1.1345(a)(4) immediate previous source',
    from: 'receipt: previous_source',
    required: true,
    cell: row => row.from,
  },
  { title: 'IPS Location ID', kde: null, from: 'receipt: supplier_id; see Locations', cell: row => row.from_id },
  {
    title: 'Receive Location',
    kde: '1.1345(a)(5) receiving location',
    from: 'traceability plan: place; location: address',
    required: true,
    cell: row => row.to,
  },
  { title: 'Receive Location ID', kde: null, from: 'location; see Locations', cell: row => row.to_id },
  {
    title: 'Receive Date',
    kde: '1.1345(a)(6) date received',
    from: 'receipt: received_at',
    required: true,
    cell: row => row.day,
  },
  {
    title: 'TLC Source Location',
    kde: '1.1345(a)(7) traceability lot code source',
    from: 'lot: supplier_tlc_source; the plant for its own codes',
    required: true,
    cell: ({ lot }) => lot.tlc_source,
  },
  {
    title: 'TLC Source Reference',
    kde: '1.1345(a)(7) traceability lot code source reference',
    from: 'GLN, FFRN or web address of the source',
    cell: ({ lot }) => lot.tlc_reference,
  },
  ...documentColumns<ReceivingRow>('1.1345(a)(8)'),
  { title: 'Internal Lot Code', kde: null, from: 'lot: lot_code', cell: ({ lot }) => lot.lot_code },
  ...tail<ReceivingRow>(() => RECEIVING_COLUMNS),
]

/** Receipts, what came back, what was registered without a receipt, and moves from another address. */
export function* receivingRows(source: Source): Generator<ReceivingRow> {
  yield* receiptRows(source)
  yield* returnRows(source)
  yield* bareRows(source)
  for (const { from, to, ...move } of moveRows(source))
    yield { ...move, from: from.text, from_id: from.id, to: to.text, to_id: to.id }
}

function* receiptRows(source: Source): Generator<ReceivingRow> {
  const { fsma, upto_seq, lots, corrections, places, dayOf, zone } = source
  for (const { at: ledger_seq, body } of fsma.records('receipt', 'RECEIVED', upto_seq)) {
    source.tick()
    const receipt = body as unknown as Receipt
    const { now, told } = corrections(`receipt:${receipt.receipt_id}`)
    const at = now.received_at ?? receipt.received_at
    if (!source.isWantedDay(at)) continue
    const to = places.of(receipt.location_id)
    for (const id of receipt.lot_ids) {
      const lot = lots.byId(id)
      if (lot === null || !source.isWantedLot(lot)) continue
      yield {
        ...eventOfLot(lot, told),
        event_id: receipt.receipt_id,
        event: 'Receipt',
        ledger_seq,
        at,
        day: dayOf(at),
        zone,
        documents: now.documents === undefined ? receipt.documents : documentsIn(now.documents),
        from: now.previous_source ?? receipt.previous_source,
        from_id: receipt.supplier_id,
        to: to.text,
        to_id: to.id,
      }
    }
  }
}

const eventOfLot = (lot: LotFacts, told: readonly string[]) => ({
  lot,
  weight_mg: lot.weight_mg,
  count: lot.count,
  listed: lot.ftl_category !== null,
  corrected: [...told, ...lot.corrected],
  notes: notesOf(lot),
})

/** What a customer sent back is received again, with the code that it left with. */
function* returnRows(source: Source): Generator<ReceivingRow> {
  const { store, fsma, upto_seq, lots, places, dayOf, zone } = source
  for (const { at: ledger_seq, body } of fsma.records('shipment_line', 'RETURNED', upto_seq)) {
    source.tick()
    const line = body as unknown as LineBody
    const lot = lots.byId(line.lot_id)
    const event = eventOf('shipment.returned', store.ledger.row(ledger_seq)?.body)
    const shipment = store.records.get('shipment', line.shipment_id)?.body
    if (lot === null || event === null || shipment === undefined) continue
    if (!source.isWantedDay(event.occurred_at) || !source.isWantedLot(lot)) continue
    const customer = places.party(shipment.customer_id as string)
    const to = places.of(line.location_id)
    yield {
      ...eventOfLot(lot, []),
      weight_mg: line.quantity.weight_mg,
      count: line.quantity.count,
      event_id: line.line_id,
      event: 'Return from customer',
      ledger_seq,
      at: event.occurred_at,
      day: dayOf(event.occurred_at),
      zone,
      documents: shipment.documents as ReceivingRow['documents'],
      from: customer?.text ?? (shipment.ship_to as string),
      from_id: customer?.id ?? null,
      to: to.text,
      to_id: to.id,
    }
  }
}

/** Material that somebody registered without saying where it came from: an inspector sees it, with what is missing. */
function* bareRows(source: Source): Generator<ReceivingRow> {
  const { fsma, upto_seq, lots, places, dayOf, zone } = source
  for (const key of fsma.incoming(source.since, upto_seq)) {
    source.tick()
    const lot = lots.byKey(key)
    if (lot === null || lot.origin !== 'registered' || !source.isWantedDay(lot.occurred_at)) continue
    if (!source.isWantedLot(lot)) continue
    const to = places.of(lot.location_id)
    const supplier = lot.supplier_id === null ? null : places.party(lot.supplier_id)
    yield {
      ...eventOfLot(lot, []),
      event_id: lot.lot_id,
      event: 'Registration without receipt',
      ledger_seq: lot.seq,
      at: lot.occurred_at,
      day: dayOf(lot.occurred_at),
      zone,
      documents: [],
      from: supplier?.text ?? lot.supplier ?? '',
      from_id: supplier?.id ?? null,
      to: to.text,
      to_id: to.id,
    }
  }
}
