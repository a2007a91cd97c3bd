import { hexOf } from '@flowviz/contract/chain'
import { expect, test } from 'vitest'
import { plantStore } from '../../store/plant-store.ts'
import { rebuildProjections } from '../../store/rebuild.ts'
import { OPERATOR } from '../testing/box.ts'
import { openDock, PAPERS, planned, readyLot, receipt } from '../testing/dock.ts'
import { signerOf } from '../testing/kitchen.ts'

const SSCC = '340123450000000017'

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

test('a signature of a departure is bound to the row that says what left', () => {
  const room = openDock()
  const lot = readyLot(room)
  const params = { shipment_id: planned(room) }
  room.box.act('pick-shipment', { params, body: { lot_id: lot.lot_id } })
  room.box.act('stage-shipment', { params, body: {} })
  room.box.act('ship-shipment', { params, body: { documents: PAPERS } }, { signer: signerOf(OPERATOR) })
  const rows = plantStore(room.box.engine.db).ledger.rows(room.box.engine.head().seq - 1, 2)
  const [shipped, signed] = rows.map(({ body }) => JSON.parse(body))
  expect([shipped.type, signed.type, signed.data.meaning]).toEqual(['shipment.shipped', 'record.signed', 'released'])
  expect(signed.data.signs).toMatchObject([{ seq: shipped.seq, hash: hexOf(rows[0]!.hash) }])
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

test('a wrong pick is taken out again: its stock is free for others at once, and the rest stays', () => {
  const room = openDock()
  const [lot, other] = [readyLot(room), readyLot(room)]
  const params = { shipment_id: planned(room) }
  const body = { lot_id: lot.lot_id }
  room.box.act('pick-shipment', { params, body: { ...body, weight_kg: '60' } })
  room.box.act('pick-shipment', { params, body: { ...body, weight_kg: '40' } })
  room.box.act('pick-shipment', { params, body: { lot_id: other.lot_id } })
  // Of a lot that was picked twice it is the last pick.
  const shorter = room.box.act('unpick-shipment', { params, body: { ...body, reason: 'wrong lot' } })
  expect(shorter).toMatchObject({ state: 'PICKING', picked_kg: '160.000000' })
  expect(shorter.lines.map(({ weight_kg }) => weight_kg)).toEqual(['60', '100.000000'])
  room.box.act('pick-shipment', { params: { shipment_id: planned(room) }, body: { ...body, weight_kg: '40' } })
  room.box.act('unpick-shipment', { params, body: { line_id: shorter.lines[1]!.line_id } })
  expect(room.box.act('unpick-shipment', { params, body })).toMatchObject({ state: 'PLANNED', lines: [] })
  expect(room.refused('unpick-shipment', { params, body })).toMatchObject({ code: 'state_wrong', state: 'PLANNED' })
  expect(room.now(lot).on_hand_mg).toBe(100_000_000)
  expect(rebuildProjections(room.box.engine.db).differences).toEqual([])
})

test('a lot that is held when all stands ready is taken out, and the others leave without it', () => {
  const room = openDock()
  const [good, held] = [readyLot(room), readyLot(room)]
  const params = { shipment_id: planned(room) }
  for (const { lot_id } of [good, held]) room.box.act('pick-shipment', { params, body: { lot_id } })
  room.box.act('stage-shipment', { params, body: {} })
  room.hold(held)
  expect(room.refused('ship-shipment', { params, body: { documents: PAPERS } }).code).toBe('shipment_blocked')
  const open = room.box.act('unpick-shipment', { params, body: { lot_id: held.lot_id } })
  expect(open).toMatchObject({ state: 'PICKING', staged_at: null, lines: [{ lot_id: good.lot_id }] })
  room.box.act('stage-shipment', { params, body: {} })
  const { shipment } = room.box.act('ship-shipment', { params, body: { documents: PAPERS } })
  expect(shipment).toMatchObject({ state: 'SHIPPED', picked_kg: '100.000000' })
  expect(room.refused('unpick-shipment', { params, body: { lot_id: good.lot_id } })).toMatchObject({
    code: 'state_wrong',
    allowed: ['PICKING', 'STAGED'],
  })
})

test('a handling unit comes out as it went in, whole, and what is not in the shipment cannot come out', () => {
  const room = openDock()
  const [one, two, stranger] = [readyLot(room), readyLot(room), readyLot(room)]
  const { hu_id } = room.box.act('create-hu', { body: { kind: 'pallet', location_id: 'receiving' } })
  for (const { lot_id } of [one, two])
    room.box.act('pack-hu', { params: { hu_id }, body: { lines: [{ lot_id, weight_kg: '50' }] } })
  const params = { shipment_id: planned(room) }
  room.box.act('pick-shipment', { params, body: { lot_id: one.lot_id } })
  const { lines } = room.box.act('pick-shipment', { params, body: { hu_id } })
  expect(lines).toHaveLength(3)
  const body = { line_id: lines[2]!.line_id }
  expect(room.box.act('unpick-shipment', { params, body })).toMatchObject({ lines: [{ hu_id: null }] })
  for (const refused of [body, { hu_id }, { lot_id: stranger.lot_id }])
    expect(room.refused('unpick-shipment', { params, body: refused }).code).toBe('record_not_found')
  expect(room.refused('unpick-shipment', { params, body: {} }).code).toBe('body_invalid')
})
