import { Receipt, Shipment } from '@flowviz/contract/logistics-view'
import { receiptView } from '../store/logistics-record.ts'
import type { Doors } from './door.ts'
import type { AppParts } from './parts.ts'
import { recordDoors } from './record-list.ts'

/** Finding receipts and shipments; making them is a command. */
export function logistics(app: Doors, parts: Pick<AppParts, 'reader'>): void {
  recordDoors(app, parts, {
    path: '/api/v1/receipts',
    kind: 'receipt',
    tag: 'logistics',
    operations: { list: 'listReceipts', get: 'getReceipt' },
    param: 'receipt_id',
    parent: 'supplier_id',
    view: Receipt,
    viewOf: receiptView,
  })
  recordDoors(app, parts, {
    path: '/api/v1/shipments',
    kind: 'shipment',
    tag: 'logistics',
    operations: { list: 'listShipments', get: 'getShipment' },
    param: 'shipment_id',
    parent: 'customer_id',
    view: Shipment,
    viewOf: record => parts.reader.stock.shipment(record),
  })
}
