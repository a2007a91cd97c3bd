import { NoticeCard } from './notice-card.tsx'
import type { ShownNotice, SoughtLot } from './notice-view.ts'
import { RecallBar } from './recall-watch.tsx'

const NOW = Date.parse('2026-11-26T09:30:00.000Z')
const lot = (n: number, more: Partial<SoughtLot> = {}): SoughtLot => ({
  lot_id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  lot_code: `NOR-261126-L1-${String(n).padStart(4, '0')}`,
  product: 'Chicken thigh, marinated',
  lot_type: 'WIP',
  status: 'HOLD',
  on_hand_kg: '24.500000',
  places: [{ location_id: 'lane-1', title: 'Chilled WIP lane', weight_kg: '24.500000' }],
  said: null,
  pending: false,
  ...more,
})
const notice: ShownNotice = {
  recall_id: '00000000-0000-7000-8000-00000000abcd',
  mode: 'real',
  state: 'HOLD_PLACED',
  scenario: 'Listeria in thigh of supplier Ebro Aves',
  opened_at: '2026-11-26T09:00:00.000Z',
  held_at: '2026-11-26T09:02:00.000Z',
  lot_count: 5,
  to_find_count: 3,
  found_count: 1,
  missing_count: 1,
  lots: [
    lot(1),
    lot(2, {
      places: [
        { location_id: 'a', title: 'Raw chilled store', weight_kg: '12.5' },
        { location_id: 'b', title: 'Thawing room', weight_kg: '12' },
      ],
    }),
    lot(3),
    lot(4, { said: 'MISSING', places: [] }),
    lot(5, { said: 'FOUND', pending: true }),
  ],
  more: 0,
}
const nothing = () => undefined
const card = (name: string, more: Partial<Parameters<typeof NoticeCard>[0]>) => ({
  name,
  draw: () => (
    <NoticeCard
      notice={notice}
      behind={0}
      chosen={null}
      choose={nothing}
      found={nothing}
      missing={nothing}
      as_of={null}
      {...more}
    />
  ),
})

export const states = [
  card('lots to find', {}),
  card('a drill, another behind it, and lots that are not shown', {
    notice: { ...notice, mode: 'mock', lot_count: 640, to_find_count: 612, more: 140 },
    behind: 1,
  }),
  card('one that cannot be scanned', { chosen: lot(2) }),
  card('without the appliance', { as_of: NOW }),
  card('for whom may only look', { choose: null }),
  { name: 'put aside', draw: () => <RecallBar notice={notice} text="comes back at 09:40" resume={nothing} /> },
  {
    name: 'a drill, while help is called',
    draw: () => <RecallBar notice={{ ...notice, mode: 'mock' }} text="stays while you call for help" resume={null} />,
  },
] as const
