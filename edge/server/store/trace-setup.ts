import type { TracePlanSetup } from '@flowviz/contract/event/fsma'
import { TRACE_KEPT_MONTHS } from '@flowviz/contract/fsma'
import { generatedLotCode } from '@flowviz/contract/lot'
import type { Item } from '@flowviz/contract/plant/item'
import type { Location } from '@flowviz/contract/plant/location'
import { everyRecord } from './logistics-record.ts'
import type { RecordStore } from './record-store.ts'

/** Which record holds what a critical tracking event asks for, and where it is read. */
const RECORD_TYPES: TracePlanSetup['record_types'] = [
  { record: 'Receiving (21 CFR 1.1345)', where: 'receipts and lots: /api/v1/receipts, ledger event receipt.recorded' },
  {
    record: 'Transformation (21 CFR 1.1350)',
    where:
      'production runs and merged lots: /api/v1/production-runs, ledger events run.consumed, run.produced, lot.merged',
  },
  { record: 'Shipping (21 CFR 1.1340)', where: 'shipments: /api/v1/shipments, ledger event shipment.shipped' },
  { record: 'Corrections', where: '/api/v1/fsma/corrections, ledger event kde.corrected' },
  { record: 'Requests and answers', where: '/api/v1/fsma/exports, ledger events fsma.requested, fsma.delivered' },
]

/** How the plant is set up for traceability right now, as a plan says it. */
export function traceSetup(site: string, records: RecordStore): TracePlanSetup {
  const items = everyRecord(records, { kind: 'item' }).map(({ body }) => body.item as Item)
  const locations = everyRecord(records, { kind: 'location' }).map(({ body }) => body.location as Location)
  const pattern = generatedLotCode(site, { day: 'YYMMDD', line: 'LINE', number: 0 }).replace('0000', 'NNNN')
  return {
    lot_code_pattern: pattern,
    ftl_items: items
      .flatMap(({ item_id, title, ftl_category }) => (ftl_category ? [{ item_id, title, ftl_category }] : []))
      .sort((a, b) => (a.item_id < b.item_id ? -1 : 1)),
    locations: locations
      .map(({ location_id, title, kind }) => ({ location_id, title, kind }))
      .sort((a, b) => (a.location_id < b.location_id ? -1 : 1)),
    record_types: RECORD_TYPES,
    retention_months: TRACE_KEPT_MONTHS,
  }
}
