import { expect, test } from 'vitest'
import { rebuildProjections } from '../../store/rebuild.ts'
import { CAPTURED } from '../testing/box.ts'
import { openDock, PAPERS, receipt } from '../testing/dock.ts'

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
