import type { Lot } from '@flowviz/contract/lot'
import { expect, test } from 'vitest'
import { recentIds } from './recent.ts'

const lot = (
  seq: number,
  supplier_id: string | null,
  { station = 'receiving-1', origin = 'received' as Lot['origin'] } = {},
) => ({
  seq,
  origin,
  item_id: null,
  supplier_id,
  registered_by: { kind: 'person', id: 'p', role: 'OPERATOR', station, auth: 'pin' } as Lot['registered_by'],
})
const suppliers = (lots: ReturnType<typeof lot>[], station: string | null = 'receiving-1') =>
  recentIds(lots, one => one.supplier_id, station)

test('a supplier stands once, the last one first', () => {
  expect(suppliers([lot(1, 'a'), lot(2, 'b'), lot(3, 'a')])).toEqual(['a', 'b'])
})

test('what came to this station stands before what came elsewhere later', () => {
  expect(suppliers([lot(1, 'mine'), lot(9, 'theirs', { station: 'receiving-2' })])).toEqual(['mine', 'theirs'])
})

test('a lot that was made here came from nobody', () => {
  expect(suppliers([lot(1, 'a', { origin: 'produced' }), lot(2, null)])).toEqual([])
})

test('there are six tiles and no more', () => {
  expect(suppliers([1, 2, 3, 4, 5, 6, 7].map(n => lot(n, `s${n}`)))).toEqual(['s7', 's6', 's5', 's4', 's3', 's2'])
})
