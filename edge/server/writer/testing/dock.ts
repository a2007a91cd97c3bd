import type { CommandBody } from '@flowviz/contract/command'
import type { Lot } from '@flowviz/contract/lot'
import { openStoreRoom, type StoreRoom } from './store-room.ts'

export const PAPERS = [{ type: 'bol' as const, number: 'B-17' }]

/** A store room with businesses to receive from and to ship to, and items on and off the traceability list. */
export function openDock(): StoreRoom {
  const room = openStoreRoom()
  const party = (party_id: string, kind: 'supplier' | 'customer' | 'carrier', change = {}) =>
    room.box.act('define-party', { params: { party_id }, body: { title: party_id, kinds: [kind], ...change } })
  party('farm', 'supplier', { approved: true })
  party('stranger', 'supplier')
  party('shop', 'customer')
  party('truck', 'carrier')
  room.item('beef', { shelf_life_days: 20 })
  room.item('spinach', { ftl_category: 'LEAFY_GREENS' })
  room.item('garden-herbs', { ftl_category: 'HERBS_FRESH', fsma_exemption: 'small farm' })
  return room
}

type ReceiptBody = CommandBody<'receive-goods'>

/** A receipt of the farm. */
export const receipt = (lines: ReceiptBody['lines'], change: Partial<ReceiptBody> = {}): { body: ReceiptBody } => ({
  body: { supplier_id: 'farm', previous_source: 'Farm, Kiel', documents: PAPERS, lines, ...change },
})

/** A lot that may be shipped. */
export function readyLot(room: StoreRoom, change = {}): Lot {
  const lot = room.lot({ lot_type: 'FG', product: 'soup', ...change })
  room.pass(lot, 7)
  return lot
}

/** Id of a new shipment to the shop. */
export function planned(room: StoreRoom): string {
  return room.box.act('plan-shipment', { body: { customer_id: 'shop', ship_to: 'Shop, Hamburg' } }).shipment_id
}
