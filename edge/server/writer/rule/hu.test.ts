import { expect, test } from 'vitest'
import { rebuildProjections } from '../../store/rebuild.ts'
import { openDock, readyLot } from '../testing/dock.ts'

const SSCC = '340123450000000017'

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
