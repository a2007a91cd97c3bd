import type { Lot } from '@flowviz/contract/lot'
import { expect, test } from 'vitest'
import { type Filter, type Sought, sought } from './lot-filter.ts'
import type { KnownLot, PendingLot } from './pending-lots.ts'

const NOW = Date.parse('2026-11-26T10:00:00.000Z')
const lot = (lot_code: string, more: Partial<Lot> = {}) =>
  ({
    lot_id: `id-${lot_code}`,
    lot_code,
    status: 'AVAILABLE',
    registered_at: '2026-11-26T09:00:00.000Z',
    registered_by: { kind: 'person', id: 'olga' },
    supplier_lot_code: null,
    ...more,
  }) as Lot
const pending = { pending: true, lot_code: 'T1-0001', person_id: 'ben', registered_at: '2026-11-26T09:30:00.000Z' }
const lots: KnownLot[] = [
  pending as PendingLot,
  lot('A', { status: 'HOLD', supplier_lot_code: 'GG-0099' }),
  lot('B', { registered_at: '2026-11-24T09:00:00.000Z' }),
]
const codes = (filter: Filter, more: Partial<Sought> = {}) =>
  sought(lots, { filter, code: null, person_id: 'olga', now: NOW, ...more }).map(one => one.lot_code)

test('today has what waits on this tablet too', () => {
  expect(codes('today')).toEqual(['T1-0001', 'A'])
})

test('held, waiting and mine are what they say', () => {
  expect(codes('held')).toEqual(['A'])
  expect(codes('waiting')).toEqual(['T1-0001'])
  expect(codes('mine')).toEqual(['A', 'B'])
  expect(codes('mine', { person_id: 'ben' })).toEqual(['T1-0001'])
})

test('a scan finds a lot by our code or the supplier’s, whatever is filtered', () => {
  expect(codes('today', { code: 'B' })).toEqual(['B'])
  expect(codes('waiting', { code: 'GG-0099' })).toEqual(['A'])
  expect(codes('held', { code: 'T1-0001' })).toEqual(['T1-0001'])
})
