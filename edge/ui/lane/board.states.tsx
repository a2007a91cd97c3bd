import type { BoardGate, BoardLot } from '@flowviz/contract/board'
import type { ShownPlace, ShownPlaceLot } from './board-view.ts'
import { FlowPicture } from './flow-picture.tsx'
import { LaneCard } from './lane-card.tsx'
import { LaneRow } from './lane-screen.tsx'

const NOW = Date.parse('2026-11-26T09:30:00.000Z')
const TODAY = '2026-11-26'

const lotOf = (n: number, more: Partial<BoardLot> = {}): BoardLot => ({
  lot_id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  lot_code: `NOR-261126-L1-${String(n).padStart(4, '0')}`,
  product: 'Chicken thigh, marinated',
  lot_type: 'WIP',
  on_hand_kg: '24.500000',
  since: '2026-11-26T05:10:00.000Z',
  status: 'PENDING_QC',
  expires_on: null,
  location_id: 'cold-room',
  too_warm: false,
  ...more,
})
const gateOf = (gate_no: number, title: string, more: Partial<BoardGate>): BoardGate => ({
  plan_id: 'seven-gates',
  gate_no,
  gate_id: `gate-${gate_no}`,
  title,
  ccp: false,
  waiting_lots: more.lots?.length ?? 0,
  waiting_kg: String(24.5 * (more.lots?.length ?? 0)),
  oldest_since: more.lots?.length ? '2026-11-26T05:10:00.000Z' : null,
  waiting_runs: 0,
  held_lots: 0,
  too_warm_lots: 0,
  lots: [],
  ...more,
})
const many = (from: number, count: number, more: Partial<BoardLot> = {}) =>
  Array.from({ length: count }, (_, at) => lotOf(from + at, more))

const busy = [
  gateOf(1, 'Receiving inspection', { lots: many(1, 5) }),
  gateOf(2, 'Pre-op sanitation and line clearance', { waiting_runs: 2 }),
  gateOf(3, 'Cook', { ccp: true, lots: many(30, 12), waiting_lots: 46, waiting_kg: '1127' }),
  gateOf(4, 'Chill', {
    ccp: true,
    lots: [...many(40, 2, { too_warm: true }), ...many(42, 3, { status: 'HOLD' }), ...many(45, 2)],
    held_lots: 3,
    too_warm_lots: 2,
  }),
  gateOf(5, 'Metal detection', { ccp: true, lots: many(50, 4) }),
  gateOf(6, 'Pack: seal, weight, code and label', { lots: many(60, 2, { expires_on: '2026-11-25' }) }),
  gateOf(7, 'Final release, pre-shipment review', { lots: many(70, 9) }),
]
const quiet = busy.map(gate => ({
  ...gate,
  lots: [],
  waiting_lots: 0,
  waiting_runs: 0,
  waiting_kg: '0',
  oldest_since: null,
  held_lots: 0,
  too_warm_lots: 0,
}))

const place = (more: Partial<ShownPlace>): ShownPlace => ({
  location_id: 'lane-1',
  title: 'Chilled WIP lane',
  kind: 'lane',
  parent_id: 'cold-room',
  discipline: 'fefo',
  capacity_kg: '500',
  capacity_lots: null,
  filled_kg: '196',
  filled_lots: 8,
  held_lots: 1,
  low_c: null,
  high_c: null,
  temperature: {
    monitor_id: 'cold-room',
    title: 'Cold room',
    state: 'ok',
    confirmed: false,
    silent: false,
    ccp: true,
    value: '3.4',
    unit: 'Cel',
    low: null,
    high: '5.0',
    received_at: '2026-11-26T09:29:58.000Z',
    since: null,
  },
  lots: [
    ...many(80, 1, { status: 'HOLD' }),
    ...many(81, 5),
    ...many(86, 1, { expires_on: '2026-11-20' }),
    ...many(87, 1, { too_warm: true }),
  ].map(lot => ({ ...lot, here_kg: '24.500', pending: false })),
  more: 0,
  ...more,
})
const warm = { ...place({}).temperature!, state: 'too_warm' as const, confirmed: true, value: '9.7' }
const silent = { ...place({}).temperature!, state: 'silent' as const, silent: true }
const row = (more: Partial<ShownPlaceLot>): ShownPlaceLot => ({ ...place({}).lots[1]!, ...more })

const lane = (name: string, more: Partial<ShownPlace>, moveHere: (() => void) | null = null) => ({
  name,
  draw: () => <LaneCard place={place(more)} today={TODAY} href="/lane/lane-1" moveHere={moveHere} />,
})
const rowState = (name: string, more: Partial<ShownPlaceLot>) => ({
  name,
  draw: () => (
    <ul class="rows">
      <LaneRow lot={row(more)} now={NOW} move={() => undefined} />
    </ul>
  ),
})

export const states = [
  {
    name: 'flow, a busy morning',
    draw: () => <FlowPicture flow={{ plan_id: 'seven-gates', gates: busy }} now={NOW} today={TODAY} />,
  },
  {
    name: 'flow, nothing waits',
    draw: () => <FlowPicture flow={{ plan_id: 'seven-gates', gates: quiet }} now={NOW} today={TODAY} />,
  },
  {
    name: 'flow of a plan of five gates',
    draw: () => <FlowPicture flow={{ plan_id: 'five', gates: busy.slice(2) }} now={NOW} today={TODAY} />,
  },
  lane('lane, in use', {}),
  lane('lane, full', { filled_kg: '512' }),
  lane('lane, too warm', { temperature: warm }),
  lane('lane, no reading', { temperature: silent }),
  lane('lane, empty and without limits', {
    capacity_kg: null,
    lots: [],
    filled_lots: 0,
    filled_kg: '0',
    temperature: null,
  }),
  lane('lane, where a lot may go', {}, () => undefined),
  rowState('row, waiting', {}),
  rowState('row, held', { status: 'HOLD' }),
  rowState('row, too warm', { too_warm: true }),
  rowState('row, expired', { expires_on: '2026-11-20' }),
  rowState('row, moved here and not confirmed', { pending: true, expires_on: '2026-12-01' }),
] as const
