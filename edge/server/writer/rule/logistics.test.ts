import type { CommandBody } from '@flowviz/contract/command'
import { expect, test } from 'vitest'
import { rebuildProjections } from '../../store/rebuild.ts'
import { CAPTURED } from '../testing/box.ts'
import { openStoreRoom, type StoreRoom } from '../testing/store-room.ts'

const SSCC = '340123450000000017'
const PAPERS = [{ type: 'bol' as const, number: 'B-17' }]

function openDock(): StoreRoom {
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
const receipt = (lines: ReceiptBody['lines'], change: Partial<ReceiptBody> = {}) => ({
  body: { supplier_id: 'farm', previous_source: 'Farm, Kiel', documents: PAPERS, lines, ...change },
})

/** A lot that may be shipped. */
function readyLot(room: StoreRoom, change = {}) {
  const lot = room.lot({ lot_type: 'FG', product: 'soup', ...change })
  room.pass(lot, 7)
  return lot
}

function planned(room: StoreRoom): string {
  return room.box.act('plan-shipment', { body: { customer_id: 'shop', ship_to: 'Shop, Hamburg' } }).shipment_id
}

test('a receipt makes a lot of every line, with the code of the supplier beside our own', () => {
  const room = openDock()
  const {
    receipt: kept,
    lots,
    warnings,
  } = room.box.act(
    'receive-goods',
    receipt([
      { item_id: 'spinach', weight_kg: '12.50', supplier_lot_code: 'F-1', supplier_tlc_source: 'Farm, Kiel' },
      { item_id: 'garden-herbs', weight_kg: '1' },
      { item_id: 'beef', weight_kg: '80', supplier_lot_code: 'F-2', temperature_c: '3.5' },
    ]),
  )
  expect(lots).toMatchObject([
    {
      item_id: 'spinach',
      supplier_lot_code: 'F-1',
      supplier_tlc_source: 'Farm, Kiel',
      origin: 'received',
      weight_kg: '12.50',
    },
    { item_id: 'garden-herbs', supplier_lot_code: null, lot_code: 'KIE-261123-L1-0002' },
    { item_id: 'beef', supplier: 'farm', supplier_id: 'farm', expires_on: '2026-12-13', temperature_c: '3.5' },
  ])
  for (const lot of lots) expect(lot.receipt_id).toBe(kept.receipt_id)
  expect(kept).toMatchObject({ lot_ids: lots.map(({ lot_id }) => lot_id), documents: PAPERS })
  expect(warnings).toMatchObject([{ kind: 'kde_missing', line: 2 }])
  expect(rebuildProjections(room.box.engine.db).differences).toEqual([])
})

test('food of the traceability list is not received without its key data elements, which are named', () => {
  const room = openDock()
  expect(room.refused('receive-goods', receipt([{ item_id: 'spinach', weight_kg: '1' }]))).toMatchObject({
    code: 'kde_missing',
    missing: [
      { line: 0, kde: 'supplier_lot_code', cfr: '21 CFR 1.1345(a)(1)' },
      { line: 0, kde: 'supplier_tlc_source', cfr: '21 CFR 1.1345(a)(7)' },
    ],
  })
  const paperless = receipt([{ item_id: 'beef', weight_kg: '1' }], { documents: [] })
  expect(room.refused('receive-goods', paperless).missing).toMatchObject([{ line: null, kde: 'documents' }])
})

test('goods of nobody approved, or with a carrier that is none, stay at the dock', () => {
  const room = openDock()
  const lines = [{ item_id: 'beef', weight_kg: '1' }]
  expect(room.refused('receive-goods', receipt(lines, { supplier_id: 'stranger' })).code).toBe('supplier_unapproved')
  expect(room.refused('receive-goods', receipt(lines, { supplier_id: 'shop' })).code).toBe('supplier_unapproved')
  expect(room.refused('receive-goods', receipt(lines, { supplier_id: 'nobody' })).code).toBe('record_not_found')
  expect(room.refused('receive-goods', receipt(lines, { carrier_id: 'shop' })).code).toBe('party_unfit')
  expect(room.refused('receive-goods', receipt([{ item_id: 'unknown', weight_kg: '1' }])).code).toBe('record_not_found')
  expect(room.refused('receive-goods', receipt(lines, { received_at: '2026-02-30T05:00:00.000Z' })).code).toBe(
    'body_invalid',
  )
  room.place('small', { capacity_kg: '1.5' })
  const both = receipt([...lines, ...lines], { location_id: 'small' })
  expect(room.refused('receive-goods', both).code).toBe('location_unfit')
})

test('a scale weighs the only line of a receipt, and no other', () => {
  const room = openDock()
  const line = { item_id: 'beef' }
  const weighed = receipt([line], { scale_id: 'scale-1' })
  const { lots } = room.box.act('receive-goods', weighed, { captured: CAPTURED })
  expect(lots[0]).toMatchObject({ weight_kg: '100.50', weight: { method: 'captured' } })
  expect(room.refused('receive-goods', receipt([line, line], { scale_id: 'scale-1' })).code).toBe('weight_ambiguous')
  expect(room.refused('receive-goods', receipt([line])).code).toBe('weight_missing')
})

test('two suppliers use the same code: both lots are here, apart, and somebody is told', () => {
  const room = openDock()
  const line = (supplier_tlc_source: string) => ({
    item_id: 'spinach',
    weight_kg: '1',
    supplier_lot_code: 'L-1',
    supplier_tlc_source,
  })
  const receive = (source: string) => room.box.act('receive-goods', receipt([line(source)])).warnings
  expect(receive('Farm, Kiel')).toEqual([])
  expect(receive('Farm, Kiel')).toEqual([])
  expect(receive('Garden, Husum')).toMatchObject([{ kind: 'tlc_known', line: 0 }])
})

test('a handling unit carries what was packed into it', () => {
  const room = openDock()
  const [a, b] = [readyLot(room), readyLot(room, { weight_kg: '40', count: 8 })]
  const create = (sscc: string) => ({ body: { kind: 'pallet' as const, location_id: 'receiving', sscc } })
  const { hu_id } = room.box.act('create-hu', create(`(00)${SSCC}`))
  expect(room.refused('create-hu', create(SSCC))).toMatchObject({ code: 'sscc_taken', hu_id })
  expect(room.refused('create-hu', create('340123450000000018')).code).toBe('sscc_invalid')
  const params = { hu_id: SSCC }
  const packed = room.box.act('pack-hu', {
    params,
    body: {
      lines: [
        { lot_id: a.lot_id, weight_kg: '60' },
        { lot_id: b.lot_id, weight_kg: '10', count: 2 },
      ],
    },
  })
  expect(packed.contents.map(({ weight_mg, count }) => [weight_mg, count])).toEqual([
    [60_000_000, null],
    [10_000_000, 2],
  ])
  // What is packed does not move by itself, and twice is not there.
  const loose = { params: { lot_id: a.lot_id }, body: { to_location_id: 'cold-room', weight_kg: '41' } }
  expect(room.refused('move-stock', loose).code).toBe('stock_insufficient')
  const twice = {
    lines: [
      { lot_id: a.lot_id, weight_kg: '30' },
      { lot_id: a.lot_id, weight_kg: '30' },
    ],
  }
  expect(room.refused('pack-hu', { params, body: twice }).code).toBe('stock_insufficient')
  room.box.act('move-hu', { params, body: { to_location_id: 'cold-room' } })
  expect([room.where(a), room.where(b)]).toEqual([
    { receiving: 40, 'cold-room/hu': 60 },
    { receiving: 30, 'cold-room/hu': 10 },
  ])
  room.box.act('unpack-hu', { params, body: { lines: [{ lot_id: a.lot_id, weight_kg: '15' }] } })
  expect(room.box.act('unpack-hu', { params, body: {} }).contents).toEqual([])
  expect(room.where(a)).toEqual({ receiving: 40, 'cold-room': 60 })
  expect(rebuildProjections(room.box.engine.db).differences).toEqual([])
})

test('a lot that is held or has not passed its gate is not packed, and one that is held moves with its pallet to quarantine only', () => {
  const room = openDock()
  const [good, raw] = [readyLot(room), room.lot()]
  const { hu_id } = room.box.act('create-hu', { body: { kind: 'crate', location_id: 'receiving' } })
  const pack = ({ lot_id }: { lot_id: string }) => ({
    params: { hu_id },
    body: { lines: [{ lot_id, weight_kg: '1' }] },
  })
  expect(room.refused('pack-hu', pack(raw)).code).toBe('gate_missing')
  room.box.act('pack-hu', pack(good))
  room.hold(good)
  expect(room.refused('pack-hu', pack(good)).code).toBe('lot_held')
  const move = (to_location_id: string) => ({ params: { hu_id }, body: { to_location_id } })
  expect(room.refused('move-hu', move('cold-room')).code).toBe('location_unfit')
  room.box.act('move-hu', move('quarantine'))
})

test('a shipment takes its stock when it leaves, and not before', () => {
  const room = openDock()
  const lot = readyLot(room)
  const shipment_id = planned(room)
  const params = { shipment_id }
  expect(room.refused('stage-shipment', { params, body: {} })).toMatchObject({ code: 'state_wrong', state: 'PLANNED' })
  room.box.act('pick-shipment', { params, body: { lot_id: lot.lot_id, weight_kg: '60' } })
  expect(room.refused('pick-shipment', { params, body: { lot_id: lot.lot_id, weight_kg: '41' } })).toMatchObject({
    code: 'stock_insufficient',
    on_hand_kg: '40.000000',
  })
  room.box.act('stage-shipment', { params, body: {} })
  room.box.act('move-stock', { params: { lot_id: lot.lot_id }, body: { to_location_id: 'cold-room' } })
  expect(room.now(lot).on_hand_mg).toBe(100_000_000)
  const { shipment, warnings } = room.box.act('ship-shipment', { params, body: { documents: PAPERS } })
  expect(shipment).toMatchObject({ state: 'SHIPPED', picked_kg: '60.000000', documents: PAPERS })
  expect(warnings).toEqual([])
  expect(room.where(lot)).toEqual({ 'cold-room': 40 })
  expect(room.refused('ship-shipment', { params, body: {} }).code).toBe('state_wrong')
  expect(room.refused('void-shipment', { params, body: {} })).toMatchObject({ code: 'state_wrong', state: 'SHIPPED' })
  expect(rebuildProjections(room.box.engine.db).differences).toEqual([])
})

test('one held lot keeps the whole shipment here, and every lot that is in the way is named', () => {
  const room = openDock()
  const [good, held, fresh] = [readyLot(room), readyLot(room), room.lot({ lot_type: 'FG' })]
  const params = { shipment_id: planned(room) }
  for (const { lot_id } of [good, held, fresh]) room.box.act('pick-shipment', { params, body: { lot_id } })
  room.box.act('stage-shipment', { params, body: {} })
  // The hold comes when everything stands ready.
  room.hold(held)
  expect(room.refused('ship-shipment', { params, body: { documents: PAPERS } })).toMatchObject({
    code: 'shipment_blocked',
    in_the_way: [
      { lot_id: held.lot_id, why: 'lot_held' },
      { lot_id: fresh.lot_id, why: 'gate_missing' },
    ],
  })
  expect(room.box.act('void-shipment', { params, body: {} }).state).toBe('VOIDED')
  expect(room.now(good).on_hand_mg).toBe(100_000_000)
})

test('a pallet is shipped as it was picked, and is gone with the shipment', () => {
  const room = openDock()
  const lot = readyLot(room)
  const { hu_id } = room.box.act('create-hu', { body: { kind: 'pallet', location_id: 'receiving', sscc: SSCC } })
  const pack = { params: { hu_id }, body: { lines: [{ lot_id: lot.lot_id, weight_kg: '10' }] } }
  room.box.act('pack-hu', pack)
  const params = { shipment_id: planned(room) }
  room.box.act('pick-shipment', { params, body: { hu_id: SSCC } })
  expect(room.refused('pick-shipment', { params, body: { hu_id } }).code).toBe('state_wrong')
  room.box.act('move-hu', { params: { hu_id }, body: { to_location_id: 'cold-room' } })
  room.box.act('stage-shipment', { params, body: {} })
  room.box.act('unpack-hu', { params: { hu_id }, body: { lines: [{ lot_id: lot.lot_id, weight_kg: '4' }] } })
  expect(room.refused('ship-shipment', { params, body: { documents: PAPERS } })).toMatchObject({
    in_the_way: [{ hu_id, why: 'hu_changed' }],
  })
  const back = { params: { hu_id }, body: { lines: [{ lot_id: lot.lot_id, weight_kg: '4' }] } }
  room.box.act('pack-hu', back)
  room.box.act('ship-shipment', { params, body: { documents: PAPERS } })
  expect(room.where(lot)).toEqual({ receiving: 90 })
  expect(room.refused('move-hu', { params: { hu_id }, body: { to_location_id: 'receiving' } })).toMatchObject({
    code: 'state_wrong',
    state: 'SHIPPED',
  })
  expect(rebuildProjections(room.box.engine.db).differences).toEqual([])
})

test('a FEFO lane is picked in its order, and what is promised to another shipment is passed over', () => {
  const room = openDock()
  room.place('lane', { discipline: 'fefo' })
  const [soon, late] = [readyLot(room, { expires_on: '2026-12-01' }), readyLot(room, { expires_on: '2026-12-09' })]
  for (const { lot_id } of [soon, late])
    room.box.act('move-stock', { params: { lot_id }, body: { to_location_id: 'lane' } })
  const [first, second] = [{ shipment_id: planned(room) }, { shipment_id: planned(room) }]
  const pick = ({ lot_id }: { lot_id: string }) => ({ lot_id })
  expect(room.refused('pick-shipment', { params: second, body: pick(late) }).code).toBe('lane_order')
  room.box.act('pick-shipment', { params: first, body: pick(soon) })
  room.box.act('pick-shipment', { params: second, body: pick(late) })
})

test('food of the traceability list leaves only with a document, and with the source of a foreign code', () => {
  const room = openDock()
  const { lots } = room.box.act(
    'receive-goods',
    receipt([{ item_id: 'spinach', weight_kg: '5', supplier_lot_code: 'F-1', supplier_tlc_source: 'Farm, Kiel' }]),
  )
  const old = room.lot({ item_id: 'spinach', supplier_lot_code: 'F-0' })
  for (const lot of [...lots, old]) room.pass(lot, 1)
  const ship = (lot_id: string) => {
    const params = { shipment_id: planned(room) }
    room.box.act('pick-shipment', { params, body: { lot_id } })
    room.box.act('stage-shipment', { params, body: {} })
    return params
  }
  const params = ship(lots[0]!.lot_id)
  expect(room.refused('ship-shipment', { params, body: {} }).missing).toMatchObject([{ line: 0, kde: 'documents' }])
  room.box.act('ship-shipment', { params, body: { documents: PAPERS } })
  const missing = room.refused('ship-shipment', { params: ship(old.lot_id), body: { documents: PAPERS } }).missing
  expect(missing).toMatchObject([{ line: 0, kde: 'supplier_tlc_source', cfr: '21 CFR 1.1340(a)(7)' }])
})

test('what comes back is held as a lot of its own; the lot that it is part of stays free', () => {
  const room = openDock()
  const lot = readyLot(room, { expires_on: '2026-12-24' })
  const params = { shipment_id: planned(room) }
  room.box.act('pick-shipment', { params, body: { lot_id: lot.lot_id, weight_kg: '50' } })
  room.box.act('stage-shipment', { params, body: {} })
  const back = (weight_kg: string, location_id = 'quarantine') => ({
    params,
    body: { lot_id: lot.lot_id, weight_kg, location_id, reason: 'arrived warm' },
  })
  expect(room.refused('return-goods', back('1')).code).toBe('state_wrong')
  room.box.act('ship-shipment', { params, body: { documents: PAPERS } })
  expect(room.refused('return-goods', back('1', 'cold-room')).code).toBe('location_unfit')
  const { shipment, lot: part } = room.box.act('return-goods', back('30'))
  expect(shipment).toMatchObject({ state: 'RETURNED', returned_kg: '30.000000' })
  expect(part).toMatchObject({ status: 'HOLD', expires_on: '2026-12-24', gate_passed: 7, on_hand_mg: 30_000_000 })
  expect(room.now(lot)).toMatchObject({ holds: 0, on_hand_mg: 50_000_000 })
  expect(room.refused('return-goods', back('20.1'))).toMatchObject({
    code: 'stock_insufficient',
    on_hand_kg: '20.000000',
  })
  room.box.act('return-goods', back('20'))
  expect(rebuildProjections(room.box.engine.db).differences).toEqual([])
})
