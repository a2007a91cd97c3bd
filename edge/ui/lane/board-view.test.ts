import type { Board, BoardPlace, BoardPlaceLot } from '@flowviz/contract/board'
import { describe, expect, it } from 'vitest'
import { boardView, fullness, isTooFull } from './board-view.ts'

const lot = (lot_code: string): BoardPlaceLot => ({
  lot_id: `id-${lot_code}`,
  lot_code,
  product: 'Rice',
  lot_type: 'RAW',
  on_hand_kg: '10',
  here_kg: '10',
  since: '2026-11-26T04:00:00.000Z',
  status: 'AVAILABLE',
  expires_on: null,
  location_id: 'lane-a',
  too_warm: false,
})
const place = (location_id: string, lots: BoardPlaceLot[]): BoardPlace => ({
  location_id,
  title: location_id,
  kind: 'lane',
  parent_id: null,
  discipline: 'fifo',
  capacity_kg: '30',
  capacity_lots: null,
  filled_kg: String(10 * lots.length),
  filled_lots: lots.length,
  held_lots: 0,
  low_c: null,
  high_c: null,
  temperature: null,
  lots,
  more: 0,
})
const board = (places: BoardPlace[]): Board => ({
  as_of: '2026-11-26T05:00:00.000Z',
  seq: 1,
  gates: [],
  places,
  more_places: 0,
})

const codes = (view: ReturnType<typeof boardView>, at: number) => view.places[at]!.lots.map(one => one.lot_code)

describe('the board of a tablet', () => {
  it('shows a lot where it was moved to, not confirmed, though the appliance does not know yet', () => {
    const view = boardView(board([place('lane-a', [lot('A-1'), lot('A-2')]), place('lane-b', [])]), [
      { lot: 'A-1', to_location_id: 'lane-b' },
    ])
    expect(codes(view, 0)).toEqual(['A-2'])
    expect(view.places[1]!.lots).toMatchObject([{ lot_code: 'A-1', pending: true }])
    expect(view.places[1]!.filled_lots).toBe(0)
  })

  it('follows a lot that was moved twice, by its id or by its code', () => {
    const view = boardView(board([place('lane-a', [lot('A-1')]), place('lane-b', []), place('lane-c', [])]), [
      { lot: 'id-A-1', to_location_id: 'lane-b' },
      { lot: 'A-1', to_location_id: 'lane-c' },
    ])
    expect([codes(view, 0), codes(view, 1), codes(view, 2)]).toEqual([[], [], ['A-1']])
  })

  it('leaves alone what it does not know: a lot of no place, a place that is gone', () => {
    const view = boardView(board([place('lane-a', [lot('A-1')])]), [
      { lot: 'B-9', to_location_id: 'lane-a' },
      { lot: 'A-1', to_location_id: 'gone' },
    ])
    expect(codes(view, 0)).toEqual(['A-1'])
  })

  it('counts what is on its way into a place when it says that no more goes in', () => {
    const view = boardView(board([place('lane-a', [lot('A-1')]), place('lane-b', [lot('B-1')])]), [
      { lot: 'A-1', to_location_id: 'lane-b' },
    ])
    expect(isTooFull(view.places[1]!, '10')).toBe(false)
    expect(isTooFull(view.places[1]!, '10.001')).toBe(true)
  })

  it('is as full as the tighter of its capacities, and never full without one', () => {
    expect(fullness({ capacity_kg: '100', capacity_lots: 4, filled_kg: '10', filled_lots: 3 })).toBe(0.75)
    expect(fullness({ capacity_kg: null, capacity_lots: null, filled_kg: '10', filled_lots: 3 })).toBeNull()
  })
})
