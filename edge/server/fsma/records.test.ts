import { expect, test } from 'vitest'
import { openDock, PAPERS, planned, readyLot, receipt } from '../writer/testing/dock.ts'
import { MANAGER } from '../writer/testing/kitchen.ts'
import { exported } from './testing/exported.ts'

const SPINACH = {
  item_id: 'spinach',
  weight_kg: '12.50',
  supplier_lot_code: '00017',
  supplier_tlc_source: 'Farm, Kiel',
}

test('a received and a shipped lot are rows with every key data element, and the code keeps its zeros', async () => {
  const room = openDock()
  const [lot] = room.box.act('receive-goods', receipt([SPINACH])).lots
  room.pass(lot!, 7)
  const params = { shipment_id: planned(room) }
  room.box.act('pick-shipment', { params, body: { lot_id: lot!.lot_id, weight_kg: '5' } })
  room.box.act('stage-shipment', { params, body: {} })
  room.box.act('ship-shipment', { params, body: { documents: PAPERS } })

  const rows = await exported(room.box)
  expect(rows('Receiving')).toMatchObject([
    {
      Event: 'Receipt',
      TLC: '00017',
      'TLC - Assigned By': 'supplier',
      Quantity: 12.5,
      UOM: 'kg',
      'Product Description': 'spinach',
      'Immediate Previous Source (IPS) Location': 'Farm, Kiel',
      'Receive Location': 'Werk Kiel',
      'Receive Date': '2026-11-23',
      'Time Zone': 'UTC',
      'TLC Source Location': 'Farm, Kiel',
      'Ref Doc Type': 'bol',
      'Ref Doc Number': 'B-17',
      'FTL Food': 'yes',
      'Missing KDEs': null,
    },
  ])
  expect(rows('Shipping')).toMatchObject([
    { TLC: '00017', Quantity: 5, 'Ship-To Location': 'Shop, Hamburg', 'Ship Date': '2026-11-23', 'Missing KDEs': null },
  ])
})

test('a split lot keeps the code of what it is of; a merged one has a new one', async () => {
  const room = openDock()
  const own = readyLot(room, { lot_code: 'OWN-1' })
  const { lots } = room.box.act('split-lot', {
    params: { lot_id: own.lot_id },
    body: { parts: [{ weight_kg: '40', lot_code: 'PART-1' }] },
  } as never) as unknown as { lots: { lot_id: string }[] }
  const params = { shipment_id: planned(room) }
  room.box.act('pick-shipment', { params, body: { lot_id: lots[0]!.lot_id } })
  room.box.act('stage-shipment', { params, body: {} })
  room.box.act('ship-shipment', { params, body: { documents: PAPERS } })
  const rows = await exported(room.box)
  expect(rows('Shipping')).toMatchObject([{ TLC: 'OWN-1', 'Internal Lot Code': 'PART-1' }])
})

test('a corrected element is shown as it is true, with what stood there before', async () => {
  const room = openDock()
  const { receipt: kept } = room.box.act('receive-goods', receipt([SPINACH]))
  const body = {
    of: `receipt:${kept.receipt_id}`,
    kde: 'previous_source',
    now: 'Farm, Plön',
    reason: 'wrong farm',
  } as const
  const correction = room.box.act('correct-kde', { body }, { actor: MANAGER })
  expect(correction).toMatchObject({ was: 'Farm, Kiel', now: 'Farm, Plön' })
  const rows = await exported(room.box)
  expect(rows('Receiving')).toMatchObject([
    {
      'Immediate Previous Source (IPS) Location': 'Farm, Plön',
      Corrected: 'corrected: previous_source was "Farm, Kiel"',
    },
  ])
})
