import { documentsIn } from '@flowviz/contract/document-text'
import { type LineBody, linesOf } from '../store/logistics-record.ts'
import type { StoredRecord } from '../store/record-store.ts'
import { type Column, documentColumns, type EventRow, head, kilograms, tail } from './column.ts'
import { type LotFacts, notesOf } from './lot-facts.ts'
import { moveRows } from './move.ts'
import type { Source } from './source.ts'

export interface ShippingRow extends EventRow {
  lot: LotFacts
  weight_mg: number
  count: number | null
  ssccs: readonly string[]
  to: string
  to_id: string | null
  from: string
  from_id: string
}

/** 21 CFR 1.1340. */
export const SHIPPING_COLUMNS: readonly Column<ShippingRow>[] = [
  ...head<ShippingRow>(),
  {
    title: 'TLC',
    kde: '1.1340(a)(1) traceability lot code',
    from: 'lot: supplier_lot_code, else lot_code of the lot that it is a part of',
    required: true,
    cell: ({ lot }) => lot.tlc,
  },
  { title: 'TLC - GTIN', kde: '1.1340(a)(1)', from: 'item: gtin', cell: ({ lot }) => lot.gtin },
  { title: 'Pallet ID', kde: null, from: 'handling units: sscc', cell: row => row.ssccs.join('; ') || null },
  {
    title: 'Quantity',
    kde: '1.1340(a)(2) quantity',
    from: 'shipment line: quantity',
    required: true,
    cell: row => kilograms(row.weight_mg),
  },
  { title: 'UOM', kde: '1.1340(a)(2) unit of measure', from: 'always kg', required: true, cell: () => 'kg' },
  { title: 'Pieces', kde: null, from: 'shipment line: count', cell: row => row.count },
  {
    title: 'Product Description',
    kde: '1.1340(a)(3) product description',
    from: 'lot: product, else item: title',
    required: true,
    cell: ({ lot }) => lot.product,
  },
  { title: 'Item ID', kde: null, from: 'lot: item_id; see Products', cell: ({ lot }) => lot.item_id },
  {
    title: 'Ship-To Location',
    kde: '1.1340(a)(4) immediate subsequent recipient',
    from: 'shipment: ship_to',
    required: true,
    cell: row => row.to,
  },
  { title: 'Ship-To Location ID', kde: null, from: 'shipment: customer_id; see Locations', cell: row => row.to_id },
  {
    title: 'Ship-From Location',
    kde: '1.1340(a)(5) shipped-from location',
    from: 'traceability plan: place; location: address',
    required: true,
    cell: row => row.from,
  },
  { title: 'Ship-From Location ID', kde: null, from: 'location; see Locations', cell: row => row.from_id },
  {
    title: 'Ship Date',
    kde: '1.1340(a)(6) date shipped',
    from: 'shipment: shipped_at',
    required: true,
    cell: row => row.day,
  },
  {
    title: 'TLC Source Location',
    kde: '1.1340(a)(7) traceability lot code source',
    from: 'lot: supplier_tlc_source; the plant for its own codes',
    required: true,
    cell: ({ lot }) => lot.tlc_source,
  },
  {
    title: 'TLC Source Reference',
    kde: '1.1340(a)(7) traceability lot code source reference',
    from: 'GLN, FFRN or web address of the source',
    cell: ({ lot }) => lot.tlc_reference,
  },
  ...documentColumns<ShippingRow>('1.1340(a)(8)'),
  { title: 'Internal Lot Code', kde: null, from: 'lot: lot_code', cell: ({ lot }) => lot.lot_code },
  ...tail<ShippingRow>(() => SHIPPING_COLUMNS),
]

/** What left the plant, and moves to another address. */
export function* shippingRows(source: Source): Generator<ShippingRow> {
  // What came back later had left before.
  for (const state of ['SHIPPED', 'RETURNED'])
    for (const shipment of source.fsma.records('shipment', state, source.upto_seq)) {
      source.tick()
      yield* rowsOf(shipment, source)
    }
  for (const { from, to, ...move } of moveRows(source))
    yield { ...move, ssccs: [], from: from.text, from_id: from.id, to: to.text, to_id: to.id }
}

interface ShipmentBody {
  shipment_id: string
  customer_id: string
  ship_to: string
  shipped_at: string
  documents: ShippingRow['documents']
}

function* rowsOf({ at: ledger_seq, body }: StoredRecord, source: Source): Generator<ShippingRow> {
  const { store, corrections, lots, places, dayOf, zone } = source
  const shipment = body as unknown as ShipmentBody
  const { now, told } = corrections(`shipment:${shipment.shipment_id}`)
  const at = now.shipped_at ?? shipment.shipped_at
  if (!source.isWantedDay(at)) return
  for (const [lot_id, lines] of Map.groupBy(linesOf(shipment.shipment_id, 'PICKED', store.records), ofLot)) {
    const lot = lots.byId(lot_id)
    if (lot === null || !source.isWantedLot(lot)) continue
    const from = places.of(lines[0]!.location_id)
    yield {
      event_id: shipment.shipment_id,
      event: 'Shipment',
      ledger_seq,
      at,
      day: dayOf(at),
      zone,
      documents: now.documents === undefined ? shipment.documents : documentsIn(now.documents),
      corrected: [...told, ...lot.corrected],
      notes: notesOf(lot),
      listed: lot.ftl_category !== null,
      lot,
      ...sumOf(lines),
      ssccs: ssccsOf(lines, source),
      to: now.ship_to ?? shipment.ship_to,
      to_id: shipment.customer_id,
      from: from.text,
      from_id: from.id,
    }
  }
}

const ofLot = ({ lot_id }: LineBody) => lot_id

function sumOf(lines: readonly LineBody[]): { weight_mg: number; count: number | null } {
  const isCounted = lines.some(({ quantity }) => quantity.count !== null)
  return {
    weight_mg: lines.reduce((sum, { quantity }) => sum + quantity.weight_mg, 0),
    count: isCounted ? lines.reduce((sum, { quantity }) => sum + (quantity.count ?? 0), 0) : null,
  }
}

function ssccsOf(lines: readonly LineBody[], { store }: Source): string[] {
  const ids = new Set(lines.flatMap(({ hu_id }) => (hu_id === null ? [] : [hu_id])))
  return [...ids].flatMap(id => {
    const sscc = store.records.get('hu', id)?.body.sscc
    return typeof sscc === 'string' ? [sscc] : []
  })
}
