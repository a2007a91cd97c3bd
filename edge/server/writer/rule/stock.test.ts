import { expect, test } from 'vitest'
import { rebuildProjections } from '../../store/rebuild.ts'
import { openStoreRoom } from '../testing/store-room.ts'

test('a lot moves as a whole or in part, and nothing appears or vanishes', () => {
  const room = openStoreRoom()
  const lot = room.lot()
  const params = { lot_id: lot.lot_id }
  room.box.act('move-stock', { params, body: { to_location_id: 'cold-room', weight_kg: '30.5' } })
  expect(room.where(lot)).toEqual({ receiving: 69.5, 'cold-room': 30.5 })
  expect(room.refused('move-stock', { params, body: { to_location_id: 'quarantine' } })).toMatchObject({
    code: 'place_ambiguous',
    places: ['cold-room', 'receiving'],
  })
  room.box.act('move-stock', { params, body: { to_location_id: 'cold-room', from_location_id: 'receiving' } })
  expect(room.where(lot)).toEqual({ 'cold-room': 100 })
  expect(room.refused('move-stock', { params, body: { to_location_id: 'cold-room' } }).code).toBe('location_unfit')
  expect(rebuildProjections(room.box.engine.db).differences).toEqual([])
})

test('more than is there is not moved, and the answer says what is there', () => {
  const room = openStoreRoom()
  const lot = room.lot()
  const body = { to_location_id: 'cold-room', weight_kg: '100.000001' }
  expect(room.refused('move-stock', { params: { lot_id: lot.lot_id }, body })).toMatchObject({
    code: 'stock_insufficient',
    on_hand_kg: '100.000000',
  })
})

test('a full place, a place out of use and an unknown place take nothing', () => {
  const room = openStoreRoom()
  room.place('lane', { capacity_kg: '120', capacity_lots: 2 })
  room.place('old', { active: false })
  const [a, b, c] = [room.lot(), room.lot({ weight_kg: '30' }), room.lot({ weight_kg: '1' })]
  const move = (lot_id: string, body: { to_location_id: string; weight_kg?: string }) => ({ params: { lot_id }, body })
  room.box.act('move-stock', move(a.lot_id, { to_location_id: 'lane' }))
  expect(room.refused('move-stock', move(b.lot_id, { to_location_id: 'lane' }))).toMatchObject({
    code: 'location_unfit',
    room_kg: '20.000000',
    room_lots: 1,
  })
  room.box.act('move-stock', move(b.lot_id, { to_location_id: 'lane', weight_kg: '10' }))
  // A third lot is one too many; more of a lot that is there is not.
  expect(room.refused('move-stock', move(c.lot_id, { to_location_id: 'lane' })).room_lots).toBe(0)
  room.box.act('move-stock', {
    params: { lot_id: b.lot_id },
    body: { to_location_id: 'lane', from_location_id: 'receiving', weight_kg: '10' },
  })
  expect(room.refused('move-stock', move(c.lot_id, { to_location_id: 'old' })).code).toBe('location_unfit')
  expect(room.refused('move-stock', move(c.lot_id, { to_location_id: 'nowhere' })).code).toBe('record_not_found')
})

test('held stock goes only where held stock may stand', () => {
  const room = openStoreRoom()
  const lot = room.lot()
  room.hold(lot)
  const params = { lot_id: lot.lot_id }
  expect(room.refused('move-stock', { params, body: { to_location_id: 'cold-room' } }).code).toBe('location_unfit')
  room.box.act('move-stock', { params, body: { to_location_id: 'quarantine' } })
  expect(room.where(lot)).toEqual({ quarantine: 100 })
})

test('a FIFO lane gives its oldest lot first, another one only with a reason, and the ledger says which were passed over', () => {
  const room = openStoreRoom()
  room.place('lane', { discipline: 'fifo' })
  const [first, second, third] = [room.lot(), room.lot(), room.lot()]
  for (const { lot_id } of [second, first, third])
    room.box.act('move-stock', { params: { lot_id }, body: { to_location_id: 'lane' } })
  const out = (lot: { lot_id: string }, reason?: string) => ({
    params: { lot_id: lot.lot_id },
    body: { to_location_id: 'cold-room', ...(reason === undefined ? {} : { reason }) },
  })
  expect(room.refused('move-stock', out(third))).toMatchObject({
    code: 'lane_order',
    first: { lot_id: second.lot_id },
  })
  room.box.act('move-stock', out(third, 'pallet in front is broken'))
  const last = room.box.engine.db.prepare('SELECT body FROM ledger ORDER BY seq DESC LIMIT 1').pluck().get() as string
  expect(JSON.parse(last).data.passed_over).toEqual([second.lot_id, first.lot_id])
  room.box.act('move-stock', out(second))
  room.box.act('move-stock', out(first))
})

test('a FEFO lane gives what expires first, and a held lot in front of it holds up nobody', () => {
  const room = openStoreRoom()
  room.place('lane', { discipline: 'fefo' })
  const [late, soon, never] = [
    room.lot({ expires_on: '2026-12-30' }),
    room.lot({ expires_on: '2026-12-01' }),
    room.lot(),
  ]
  for (const { lot_id } of [never, late, soon])
    room.box.act('move-stock', { params: { lot_id }, body: { to_location_id: 'lane' } })
  const out = (lot: { lot_id: string }, to = 'cold-room') => ({
    params: { lot_id: lot.lot_id },
    body: { to_location_id: to },
  })
  expect(room.refused('move-stock', out(never)).first).toEqual({ lot_id: soon.lot_id, lot_code: soon.lot_code })
  room.hold(soon)
  room.box.act('move-stock', out(late))
  room.box.act('move-stock', out(never))
  room.box.act('move-stock', out(soon, 'quarantine'))
})

test('pieces and weight stay together: a place is never left with pieces that weigh nothing', () => {
  const room = openStoreRoom()
  const lot = room.lot({ weight_kg: '40', count: 8 })
  const params = { lot_id: lot.lot_id }
  expect(room.refused('move-stock', { params, body: { to_location_id: 'cold-room', weight_kg: '5' } }).code).toBe(
    'quantity_count_missing',
  )
  room.box.act('move-stock', { params, body: { to_location_id: 'cold-room', weight_kg: '20', count: 5 } })
  const stock = room.box.act('adjust-stock', {
    params,
    body: { cause: 'sample', location_id: 'cold-room', weight_kg: '4', count: 1, reason: 'listeria test' },
  }).stock
  expect(stock.map(({ location_id, weight_mg, count }) => [location_id, weight_mg, count])).toEqual([
    ['cold-room', 16_000_000, 4],
    ['receiving', 20_000_000, 3],
  ])
  // Each piece has a weight of its own, but there are four of them.
  const body = { cause: 'waste' as const, location_id: 'cold-room', weight_kg: '16', count: 9, reason: 'fell down' }
  expect(room.refused('adjust-stock', { params, body }).code).toBe('stock_insufficient')
})

test('a count makes the books say what is there, up and down, and the difference stays visible', () => {
  const room = openStoreRoom()
  const lot = room.lot({ weight_kg: '40', count: 8 })
  const params = { lot_id: lot.lot_id }
  const count = (counted_kg: string | number, counted: number) =>
    room.box.act('adjust-stock', {
      params,
      body: { cause: 'count', location_id: 'receiving', counted_kg, counted, reason: 'monthly count' },
    }).stock[0]
  expect(count('39.5', 8)).toMatchObject({ weight_mg: 39_500_000, count: 8 })
  expect(count('41', 9)).toMatchObject({ weight_mg: 41_000_000, count: 9 })
  expect(count('42', 7)).toMatchObject({ weight_mg: 42_000_000, count: 7 })
  expect(count('42', 9)).toMatchObject({ weight_mg: 42_000_000, count: 9 })
  const { seq } = room.box.engine.head()
  expect(count('42.0', 9)).toMatchObject({ weight_mg: 42_000_000, count: 9 })
  expect(room.box.engine.head().seq).toBe(seq)
  expect(count(0, 0)).toBeUndefined()
  expect(count('12', 2)).toMatchObject({ weight_mg: 12_000_000, count: 2 })
  expect(rebuildProjections(room.box.engine.db).differences).toEqual([])
})

test('held stock is counted and sampled, and not thrown away without a disposition', () => {
  const room = openStoreRoom()
  const lot = room.lot()
  room.hold(lot)
  const params = { lot_id: lot.lot_id }
  const take = { location_id: 'receiving', weight_kg: '1', reason: 'looks wrong' }
  expect(room.refused('adjust-stock', { params, body: { cause: 'waste', ...take } }).code).toBe('lot_held')
  room.box.act('adjust-stock', { params, body: { cause: 'sample', ...take } })
  expect(room.refused('adjust-stock', { params, body: { cause: 'count', ...take } }).code).toBe('body_invalid')
  expect(room.now(lot).on_hand_mg).toBe(99_000_000)
})
