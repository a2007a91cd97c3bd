import type { AuditEntry } from '@flowviz/contract/audit'
import type { LinkedLot } from '@flowviz/contract/stock-view'
import { lotOf, pendingLotOf } from '../hold/testing/lot-of.ts'
import { EventsAside, LinksAside, MovementsAside } from './lot-aside.tsx'
import { LotFacts, type LotNames, PendingFacts } from './lot-facts.tsx'

const NOW = Date.parse('2026-11-26T09:30:00.000Z')
const names: LotNames = {
  person: () => 'Olga Operator',
  place: id => (id === 'dry-store' ? 'Dry store' : id),
  scale: () => 'Receiving scale',
  party: () => 'Golden Grain',
}
const facts = (change: Parameters<typeof lotOf>[0]) => () => (
  <LotFacts lot={lotOf(change)} gate="passed" now={NOW} names={names} />
)
const link = (n: number): LinkedLot => ({
  lot_id: `00000000-0000-7000-8000-00000000000${n}`,
  lot_code: `NOR-261126-L1-003${n}`,
  lot_type: 'RAW',
  kind: 'TRANSFORM',
  run_id: null,
  weight_kg: '60.000000',
  weight_mg: 60_000_000,
  count: null,
  seq: n,
})
const event = (seq: number, type: string, data: unknown) =>
  ({
    seq,
    type,
    data,
    recorded_at: '2026-11-26T05:33:00.000Z',
    reason: null,
    actor: { display_name: 'Olga Operator' },
  }) as AuditEntry
const nobody = { location: () => 'Cold room', party: () => null, run: () => 'RUN-261126-K1-2', lot: () => null }
const amount = { weight_kg: '60.000000', weight_mg: 60_000_000, count: null }

/** The halves of the card of a lot. */
export const states = [
  { name: 'in the house, weighed by hand', draw: facts({}) },
  { name: 'last day today', draw: facts({ expires_on: '2026-11-26', allergens: ['milk', 'tree_nut'] }) },
  {
    name: 'expired, with notes',
    draw: facts({ expires_on: '2026-11-20', notes: 'Two sacks wet at the bottom', temperature_c: '-18.4' }),
  },
  {
    name: 'used up, no supplier',
    draw: facts({
      stock: [],
      on_hand_kg: '0.000000',
      supplier: null,
      supplier_id: null,
      supplier_lot_code: null,
      expires_on: null,
      weight: { method: 'derived' },
    }),
  },
  { name: 'waits on this tablet', draw: () => <PendingFacts lot={pendingLotOf()} now={NOW} names={names} /> },
  {
    name: 'made of two, into nothing',
    draw: () => <LinksAside links={{ lot_id: '', parents: [link(1), link(2)], children: [] }} />,
  },
  {
    name: 'its history',
    draw: () => (
      <EventsAside
        now={NOW}
        entries={[
          event(3, 'gate.decided', { decision: 'PASS' }),
          event(2, 'stock.moved', {}),
          event(1, 'lot.registered', {}),
        ]}
      />
    ),
  },
  {
    name: 'its movements',
    draw: () => (
      <MovementsAside
        names={nobody}
        postings={[
          { seq: 2, n: 1, from: 'location:cold-room', to: 'run:00000000-0000-7000-8000-000000000001', ...amount },
          { seq: 1, n: 1, from: 'supplier', to: 'location:cold-room', ...amount },
        ]}
      />
    ),
  },
] as const
