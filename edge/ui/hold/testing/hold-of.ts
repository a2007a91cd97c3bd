import type { Hold } from '@flowviz/contract/hold'

/** A hold on one lot, open, with what a case says of it. */
export const holdOf = (change: Partial<Hold> = {}): Hold => ({
  hold_id: '00000000-0000-7000-8000-000000000001',
  state: 'OPEN',
  cause: 'manual',
  reason: 'Piece of blue plastic found in the tray',
  said: null,
  deviation_id: null,
  placed_at: '2026-11-26T05:33:00.000Z',
  placed_by: 'olga',
  review_started_at: null,
  reviewed_by: null,
  disposition: null,
  disposition_reason: null,
  dispositioned_at: null,
  dispositioned_by: null,
  executed_at: null,
  witness_id: null,
  closed_at: null,
  lot_count: 1,
  open_count: 1,
  lots: [
    {
      lot_id: '00000000-0000-7000-8000-0000000000a1',
      lot_code: 'NOR-261126-K4-0012',
      lot_type: 'FG',
      status: 'HOLD',
      open: true,
      waiting: false,
    },
  ],
  ...change,
})
