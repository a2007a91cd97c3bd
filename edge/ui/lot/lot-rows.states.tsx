import type { Lot } from '@flowviz/contract/lot'
import { LotRows } from './lot-rows.tsx'
import type { KnownLot } from './pending-lots.ts'

const NOW = Date.parse('2026-11-26T10:00:00.000Z')
const lot = (lot_code: string, more: Partial<Lot> = {}) =>
  ({
    lot_id: `id-${lot_code}`,
    lot_code,
    lot_type: 'RAW',
    product: 'Basmati rice',
    supplier: 'Golden Grain',
    weight_kg: '12.500',
    weight: { method: 'manual', manual_reason: 'Scale out of service' },
    temperature_c: null,
    status: 'PENDING_QC',
    open_holds: 0,
    registered_at: '2026-11-26T09:00:00.000Z',
    ...more,
  }) as Lot
const pending = (lot_code: string | null, rejected: boolean): KnownLot => ({
  pending: true,
  key: `key-${lot_code}-${rejected}`,
  lot_code,
  lot_type: 'RAW',
  item_id: 'rice',
  product: 'Basmati rice',
  supplier_id: 'golden-grain',
  weight_kg: rejected ? null : '7.5',
  by_hand: !rejected,
  person_id: 'olga',
  registered_at: '2026-11-26T09:30:00.000Z',
  rejected,
})
const draw = (lots: readonly KnownLot[]) => () => <LotRows lots={lots} now={NOW} nameOf={() => 'Receiving scale'} />

/** Rows of lots, those that wait on this tablet among them. */
export const states = [
  {
    name: 'by hand, derived, held',
    draw: draw([lot('NOR-1'), lot('NOR-2', { weight: { method: 'derived' } }), lot('NOR-3', { open_holds: 1 })]),
  },
  {
    name: 'waiting, refused, without a code',
    draw: draw([pending('T1-0001', false), pending('T1-0002', true), pending(null, false)]),
  },
  { name: 'with a temperature', draw: draw([lot('NOR-4', { temperature_c: '3.5' })]) },
] as const
