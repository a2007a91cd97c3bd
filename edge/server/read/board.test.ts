import { Board, type BoardGate, type BoardPlace, GATE_LOTS_MAX, PLACE_LOTS_MAX } from '@flowviz/contract/board'
import { Value } from 'typebox/value'
import { expect, onTestFinished, test } from 'vitest'
import { openForReading } from '../store/open.ts'
import { type Box, openBox } from '../writer/testing/box.ts'
import { approveMonitor, judge, reading } from '../writer/testing/cold-room.ts'
import { furnish } from '../writer/testing/kitchen.ts'
import { COLLEAGUE, decide, MANAGER } from '../writer/testing/line.ts'
import { openStoreRoom } from '../writer/testing/store-room.ts'
import { boardAnswer } from './board.ts'

/** Asks for the board of a box as the read thread does, at the box's time. */
function boardOf(box: Box): () => Board {
  const db = openForReading(box.path)
  onTestFinished(() => void db.close())
  return () => {
    const board = JSON.parse([...boardAnswer({ now: box.clock.ms }, { db })].join('')) as Board
    const errors = [...Value.Errors(Board, board)]
    if (errors.length > 0) throw new TypeError(`no Board: ${JSON.stringify(errors[0])}`)
    return board
  }
}

const gate = ({ gates }: Board, no: number): BoardGate => gates.find(({ gate_no }) => gate_no === no)!
const place = ({ places }: Board, id: string): BoardPlace => places.find(({ location_id }) => location_id === id)!
const codes = (lots: readonly { lot_code: string }[]) => lots.map(({ lot_code }) => lot_code)

test('a plant in which nothing stands has its seven gates and its places', () => {
  const { box } = openStoreRoom()
  const board = boardOf(box)()
  expect(board.gates.map(({ gate_no, gate_id, ccp }) => [gate_no, gate_id, ccp])).toEqual([
    [1, 'receiving', false],
    [2, 'pre-op', false],
    [3, 'cook', true],
    [4, 'chill', true],
    [5, 'metal-detection', true],
    [6, 'pack', false],
    [7, 'release', false],
  ])
  expect(gate(board, 1)).toMatchObject({ waiting_lots: 0, waiting_kg: '0.000000', oldest_since: null, lots: [] })
  expect(board.places.map(({ location_id }) => location_id)).toEqual(['cold-room'])
  expect(board.seq).toBe(box.engine.head().seq)
})

test('a lot waits at the gate that is decided next, once, with all that is left of it', () => {
  const room = openStoreRoom()
  const ask = boardOf(room.box)
  const lot = room.lot({ lot_code: 'A', product: 'Salmon', lot_type: 'FG' })
  room.place('lane-1', { kind: 'lane' })
  room.pass(lot, 1)
  room.box.clock.ms += 60_000
  room.box.act('move-stock', {
    params: { lot_id: lot.lot_id },
    body: { from_location_id: 'receiving', to_location_id: 'lane-1', weight_kg: '40' },
  })
  const board = ask()
  expect(gate(board, 1).waiting_lots).toBe(0)
  expect(gate(board, 2)).toMatchObject({ waiting_lots: 1, waiting_kg: '100.000000', held_lots: 0 })
  expect(gate(board, 2).lots).toMatchObject([
    {
      lot_code: 'A',
      product: 'Salmon',
      on_hand_kg: '100.000000',
      location_id: 'receiving',
      since: lot.registered_at,
      too_warm: false,
    },
  ])
  expect(place(board, 'lane-1')).toMatchObject({ filled_kg: '40.000000', filled_lots: 1, more: 0 })
  expect(place(board, 'lane-1').lots).toMatchObject([{ lot_code: 'A', here_kg: '40.000000', on_hand_kg: '100.000000' }])
  expect(place(board, 'lane-1').lots[0]!.since > lot.registered_at).toBe(true)
})

test('a lot waits as long as it is of no use: raw goods until they are inspected, semi-finished until chilled, finished until released', () => {
  const room = openStoreRoom()
  const ask = boardOf(room.box)
  const last_gates = [
    ['RAW', 1],
    ['PACKAGING', 1],
    ['REWORK', 1],
    ['WIP', 4],
    ['FG', 7],
  ] as const
  for (const [lot_type, last] of last_gates) {
    const lot = room.lot({ lot_code: lot_type, lot_type })
    for (let no = 1; no <= 7; no += 1) {
      const waits = ask().gates.flatMap(({ gate_no, lots: shown }) =>
        codes(shown).includes(lot_type) ? [gate_no] : [],
      )
      expect([lot_type, waits]).toEqual([lot_type, no <= last ? [no] : []])
      room.pass(lot, no)
    }
  }
})

test('a held lot that may be used but for its hold waits at no gate: the board shows it where it stands', () => {
  const room = openStoreRoom()
  const lot = room.lot({ location_id: 'cold-room' })
  room.pass(lot, 1)
  room.hold(lot)
  const board = boardOf(room.box)()
  expect(board.gates.map(({ waiting_lots, held_lots }) => [waiting_lots, held_lots])).toEqual(Array(7).fill([0, 0]))
  expect(place(board, 'cold-room').held_lots).toBe(1)
})

test('at the check of its line a run waits, from when the line is made ready until the check has passed', () => {
  const box = openBox()
  furnish(box)
  const ask = boardOf(box)
  const waiting = () => ask().gates.map(({ waiting_lots, waiting_runs }) => [waiting_lots, waiting_runs])
  const none = Array(7).fill([0, 0])
  const { run_id } = box.act('plan-run', { body: { line: 'L1' } }, { actor: MANAGER })
  box.act('release-run', { params: { run_id }, body: {} }, { actor: MANAGER })
  expect(waiting()).toEqual(none)
  box.act('prepare-run', { params: { run_id }, body: {} })
  expect(waiting()).toEqual(none.with(1, [0, 1]))
  decide(box, { run_id, gate_id: 'pre-op', decision: 'FAIL', values: [{ parameter: 'visually-clean', value: false }] })
  expect(waiting()).toEqual(none.with(1, [0, 1]))
  decide(box, { run_id, gate_id: 'pre-op', recheck: true, reason: 'cleaned again' }, { actor: COLLEAGUE })
  expect(waiting()).toEqual(none)
})

test('what is used up, and what has passed every gate, waits nowhere', () => {
  const room = openStoreRoom()
  const gone = room.lot()
  const done = room.lot()
  for (const no of [1, 2, 3, 4, 5, 6, 7]) room.pass(done, no)
  room.box.act('adjust-stock', {
    params: { lot_id: gone.lot_id },
    body: { location_id: 'receiving', cause: 'waste', weight_kg: '100', reason: 'fell down' },
  })
  expect(boardOf(room.box)().gates.map(({ waiting_lots }) => waiting_lots)).toEqual([0, 0, 0, 0, 0, 0, 0])
})

test('the most urgent are shown: held, then what expires first, then the oldest; all of them are counted', () => {
  const room = openStoreRoom()
  const lots = Array.from({ length: GATE_LOTS_MAX + 100 }, (_, n) => room.lot({ lot_code: `LOT-${n}` }))
  room.lot({ lot_code: 'TOMORROW', expires_on: '2026-11-24' })
  room.lot({ lot_code: 'TODAY', expires_on: '2026-11-23' })
  room.lot({ lot_code: 'NEXT-WEEK', expires_on: '2026-11-30' })
  room.hold(lots.at(-1)!)
  const { lots: shown, ...counted } = gate(boardOf(room.box)(), 1)
  expect(codes(shown)).toEqual([
    lots.at(-1)!.lot_code,
    'TODAY',
    'TOMORROW',
    ...lots.slice(0, GATE_LOTS_MAX - 3).map(({ lot_code }) => lot_code),
  ])
  expect(shown[0]!.status).toBe('HOLD')
  expect(counted).toMatchObject({ waiting_lots: lots.length + 3, held_lots: 1, oldest_since: lots[0]!.registered_at })
})

test('a lane shows its lots in the order in which they leave, how full it is, and how many stand behind', () => {
  const room = openStoreRoom()
  room.place('fefo', { kind: 'lane', discipline: 'fefo', capacity_lots: 60, capacity_kg: '9000' })
  for (let n = 0; n < PLACE_LOTS_MAX; n += 1) room.lot({ location_id: 'fefo', expires_on: '2027-02-01' })
  room.lot({ lot_code: 'LATE', location_id: 'fefo' })
  room.lot({ lot_code: 'SOON', location_id: 'fefo', expires_on: '2027-01-01' })
  const board = boardOf(room.box)()
  const lane = place(board, 'fefo')
  expect(board.places.map(({ kind }) => kind)).toEqual(['lane', 'storage'])
  expect(lane).toMatchObject({ discipline: 'fefo', capacity_lots: 60, capacity_kg: '9000', filled_lots: 42, more: 2 })
  expect(lane.filled_kg).toBe('4200.000000')
  expect(lane.lots).toHaveLength(PLACE_LOTS_MAX)
  expect(lane.lots[0]!.lot_code).toBe('SOON')
  expect(codes(lane.lots)).not.toContain('LATE')
})

/** A cold room with a lane in it, watched. */
function watchedRoom() {
  const room = openStoreRoom()
  room.place('lane-1', { kind: 'lane', parent_id: 'cold-room', low_c: '0', high_c: '5' })
  approveMonitor(room.box)
  return { room, ask: boardOf(room.box) }
}

test('a room that nobody has heard of is silent, one that is measured is right, one without a monitor says nothing', () => {
  const { room, ask } = watchedRoom()
  room.place('dry', { kind: 'storage' })
  expect(place(ask(), 'lane-1').temperature).toMatchObject({ state: 'silent', silent: true, value: null })
  judge(room.box, [reading(1, 10, '4.0')])
  expect(place(ask(), 'lane-1')).toMatchObject({
    low_c: '0',
    high_c: '5',
    temperature: { monitor_id: 'cold-room-air', state: 'ok', value: '4.0', unit: 'Cel', high: '5', confirmed: false },
  })
  expect(place(ask(), 'dry').temperature).toBeNull()
})

test('lots in a room that is too warm are too warm, those in a lane inside it too, and stay so while they are held for it', () => {
  const { room, ask } = watchedRoom()
  room.lot({ lot_code: 'INSIDE', location_id: 'lane-1' })
  room.lot({ lot_code: 'ELSEWHERE' })
  judge(room.box, [reading(1, 10, '4.0'), reading(2, 20, '6.0')])
  const outside = ask()
  expect(place(outside, 'lane-1').temperature).toMatchObject({ state: 'too_warm', confirmed: false })
  expect(gate(outside, 1).lots.map(({ lot_code, too_warm }) => [lot_code, too_warm])).toEqual([
    ['INSIDE', true],
    ['ELSEWHERE', false],
  ])
  judge(room.box, [reading(3, 90, '6.5')])
  expect(place(ask(), 'lane-1').temperature).toMatchObject({ state: 'too_warm', confirmed: true })
  judge(room.box, [reading(4, 100, '3.0')])
  const after = ask()
  expect(place(after, 'lane-1').temperature).toMatchObject({ state: 'ok' })
  expect(gate(after, 1)).toMatchObject({ held_lots: 1, too_warm_lots: 1 })
  expect(place(after, 'lane-1').lots).toMatchObject([{ lot_code: 'INSIDE', status: 'HOLD', too_warm: true }])
})

test('a reading that is doubted does not bring a warm room back, nor does silence', () => {
  const { room, ask } = watchedRoom()
  judge(room.box, [reading(1, 10, '6.0'), reading(2, 80, '6.0')])
  judge(room.box, [{ ...reading(3, 90, '3.0'), quality: 'uncertain', reason: 'calibration_overdue' }])
  expect(place(ask(), 'cold-room').temperature).toMatchObject({ state: 'too_warm', value: '6.0' })
  judge(room.box, [], { s: 500 })
  expect(place(ask(), 'cold-room').temperature).toMatchObject({ state: 'too_warm', silent: true })
})

test('a room that is too cold holds its lots, and makes none of them too warm', () => {
  const { room, ask } = watchedRoom()
  room.lot({ lot_code: 'FROZEN', location_id: 'cold-room' })
  judge(room.box, [reading(1, 10, '-3.0'), reading(2, 80, '-3.0')])
  const board = ask()
  expect(place(board, 'cold-room').temperature).toMatchObject({ state: 'too_cold', confirmed: true })
  expect(place(board, 'cold-room').lots).toMatchObject([{ status: 'HOLD', too_warm: false }])
})
