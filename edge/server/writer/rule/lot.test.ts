import { expect, test } from 'vitest'
import { plantStore } from '../../store/plant-store.ts'
import { rebuildProjections } from '../../store/rebuild.ts'
import { BOX } from '../testing/box.ts'
import { openStoreRoom } from '../testing/store-room.ts'

const DAY_MS = 86_400_000

test('the parts of a lot keep what is known of it, and the rest stays', () => {
  const room = openStoreRoom()
  room.item('beef', { allergens: ['milk'], shelf_life_days: 5 })
  const source = room.lot({
    item_id: 'beef',
    supplier: 'Farm',
    supplier_lot_code: 'F-1',
    supplier_tlc_source: 'Farm, Kiel',
    produced_on: '2026-11-20',
    allergens: ['soy'],
  })
  room.pass(source, 1)
  room.item('beef', { shelf_life_days: 50 })
  const { source: left, lots } = room.box.act('split-lot', {
    params: { lot_id: source.lot_id },
    body: { parts: [{ weight_kg: '30.50' }, { weight_kg: 20, lot_code: 'PART-2' }] },
  })
  expect(left.on_hand_kg).toBe('49.500000')
  expect(lots.map(({ weight_kg, lot_code }) => [weight_kg, lot_code])).toEqual([
    ['30.50', 'KIE-261123-L1-0002'],
    ['20', 'PART-2'],
  ])
  for (const lot of lots)
    expect(lot).toMatchObject({
      item_id: 'beef',
      supplier: 'Farm',
      supplier_lot_code: 'F-1',
      supplier_tlc_source: 'Farm, Kiel',
      produced_on: '2026-11-20',
      expires_on: '2026-11-25',
      allergens: ['milk', 'soy'],
      gate_passed: 1,
      status: 'AVAILABLE',
      origin: 'split',
      weight: { method: 'derived' },
    })
  expect(rebuildProjections(room.box.engine.db).differences).toEqual([])
})

test('the parts of a held lot are held by the same hold, and free with it only', () => {
  const room = openStoreRoom()
  const source = room.lot()
  const holds = [room.hold(source), room.hold(source)]
  const { lots } = room.box.act('split-lot', {
    params: { lot_id: source.lot_id },
    body: { parts: [{ weight_kg: '40' }] },
  })
  expect(lots[0]).toMatchObject({ status: 'HOLD', open_holds: 2 })
  const store = plantStore(room.box.engine.db)
  for (const hold of holds) expect(store.holds.ofHold(hold)).toHaveLength(2)
  const merge = { body: { sources: lots.concat(source).map(({ lot_id }) => ({ lot_id })), reason: 'one box' } }
  expect(room.refused('merge-lots', merge).code).toBe('lot_held')
})

test('parts are no more than the whole, and one code is one lot', () => {
  const room = openStoreRoom()
  const params = { lot_id: room.lot({ lot_code: 'A' }).lot_id }
  const parts = (...weights: string[]) => ({ params, body: { parts: weights.map(weight_kg => ({ weight_kg })) } })
  expect(room.refused('split-lot', parts('60', '40.000001')).code).toBe('stock_insufficient')
  expect(
    room.refused('split-lot', { params, body: { parts: [{ weight_kg: '1' }, { weight_kg: '1', lot_code: 'A' }] } })
      .code,
  ).toBe('lot_code_taken')
  const { source } = room.box.act('split-lot', parts('60', '40'))
  expect(source.on_hand_mg).toBe(0)
})

test('a merged lot is the most careful of its sources', () => {
  const room = openStoreRoom()
  room.item('beef', { allergens: ['milk'] })
  const [a, b] = [
    room.lot({
      item_id: 'beef',
      expires_on: '2026-12-05',
      supplier: 'Farm',
      supplier_lot_code: 'F-1',
      allergens: ['egg'],
    }),
    room.lot({
      item_id: 'beef',
      expires_on: '2026-12-01',
      supplier: 'Farm',
      supplier_lot_code: 'F-2',
      allergens: ['soy'],
    }),
  ]
  room.pass(a, 2)
  room.pass(b, 1)
  const body = { sources: [{ lot_id: a.lot_id, weight_kg: '10' }, { lot_id: b.lot_id }], reason: 'one vat' }
  const merged = room.box.act('merge-lots', { body })
  expect(merged).toMatchObject({
    weight_kg: '110.000000',
    gate_passed: 1,
    status: 'AVAILABLE',
    expires_on: '2026-12-01',
    allergens: ['milk', 'egg', 'soy'],
    supplier: 'Farm',
    supplier_lot_code: null,
    origin: 'merged',
  })
  expect([room.now(a).on_hand_mg, room.now(b).on_hand_mg]).toEqual([90_000_000, 0])
})

test('lots of another item, and lots that nobody may use, are not merged', () => {
  const room = openStoreRoom()
  room.item('beef')
  room.item('pork')
  const [beef, pork, raw] = [
    room.lot({ item_id: 'beef' }),
    room.lot({ item_id: 'pork' }),
    room.lot({ item_id: 'beef' }),
  ]
  for (const lot of [beef, pork]) room.pass(lot, 1)
  const merge = (...lots: { lot_id: string }[]) => ({
    body: { sources: lots.map(({ lot_id }) => ({ lot_id })), reason: 'one vat' },
  })
  expect(room.refused('merge-lots', merge(beef, pork))).toMatchObject({ code: 'lots_unlike', differs: 'item_id' })
  expect(room.refused('merge-lots', merge(beef, raw)).code).toBe('gate_missing')
  expect(room.refused('merge-lots', merge(beef, beef)).code).toBe('body_invalid')
})

test('rework is a new lot that begins at the first gate with every allergen of what it was', () => {
  const room = openStoreRoom()
  room.item('soup', { lot_type: 'FG', allergens: ['celery'] })
  const soup = room.lot({ lot_type: 'FG', item_id: 'soup', expires_on: '2026-12-01' })
  const params = { lot_id: soup.lot_id }
  const rework = room.box.act('rework-lot', { params, body: { weight_kg: '12.5', to_location_id: 'cold-room' } })
  expect(rework).toMatchObject({
    lot_type: 'REWORK',
    gate_passed: 0,
    status: 'PENDING_QC',
    allergens: ['celery'],
    expires_on: '2026-12-01',
    weight_kg: '12.5',
  })
  const again = room.box.act('rework-lot', { params: { lot_id: rework.lot_id }, body: { weight_kg: '12.5' } })
  const store = plantStore(room.box.engine.db)
  const key = (id: string) => store.lots.keyOf(id)!
  expect(store.links.descends(key(again.lot_id), key(soup.lot_id))).toBe(true)
  room.hold(soup)
  expect(room.refused('rework-lot', { params, body: { weight_kg: '1' } }).code).toBe('lot_held')
})

test('a lot is usable on its last day; a day later the clock says that it has expired', () => {
  const room = openStoreRoom()
  const lot = room.lot({ expires_on: '2026-11-24' })
  const used = room.lot({ expires_on: '2026-11-24' })
  room.box.act('adjust-stock', {
    params: { lot_id: used.lot_id },
    body: { cause: 'waste', location_id: 'receiving', weight_kg: '100', reason: 'fell down' },
  })
  const expire = (today: string) => room.box.submit('expire-lots', { actor: BOX, today })
  expect(expire('2026-11-24')).toEqual({ expired: 0, more: false })
  room.box.clock.ms += 2 * DAY_MS
  expect(expire('2026-11-25')).toEqual({ expired: 1, more: false })
  expect(expire('2026-11-25')).toEqual({ expired: 0, more: false })
  expect([room.now(lot).status, room.now(used).status]).toEqual(['EXPIRED', 'PENDING_QC'])
  const body = { weight_kg: '1' }
  expect(room.refused('rework-lot', { params: { lot_id: lot.lot_id }, body }).code).toBe('lot_expired')
  expect(rebuildProjections(room.box.engine.db).differences).toEqual([])
})
