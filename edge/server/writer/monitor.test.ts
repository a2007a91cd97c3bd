import { expect, test } from 'vitest'
import { plantStore } from '../store/plant-store.ts'
import { rebuildProjections } from '../store/rebuild.ts'
import type { Command } from './command.ts'
import { asked, type Box, lot, openBox, SITE, START_MS } from './testing/box.ts'
import { approveMonitor, at, defineRooms, heldIn, judge, MONITOR, reading, told } from './testing/cold-room.ts'

/** A box with a cold room, a lane in it and a monitor. */
function coldRoom(change: Partial<typeof MONITOR> = {}): Box {
  const box = openBox()
  defineRooms(box, { 'cold-room': null, 'lane-1': 'cold-room', hall: null })
  approveMonitor(box, change)
  return box
}

/** Lets the clock show so many seconds after the start. */
function until(box: Box, s: number): Box {
  box.clock.ms = START_MS + s * 1_000
  return box
}

function put(box: Box, lot_code: string, location_id: string): string {
  return box.submit('register-lot', lot({ lot_code, location_id })).lot_id
}

function move(box: Box, lot_id: string, to_location_id: string): void {
  box.act('move-stock', { params: { lot_id }, body: { to_location_id } })
}

const status = (box: Box, id: string) => plantStore(box.engine.db).lots.byId(id)!.holds

test('what stood in the room or in a lane of it is held with the deviation; what had left or comes after it is not', () => {
  const box = coldRoom()
  const inside = put(box, 'INSIDE', 'cold-room')
  const lane = put(box, 'LANE', 'lane-1')
  const gone = put(box, 'GONE', 'cold-room')
  const passing = put(box, 'PASSING', 'cold-room')
  const other = put(box, 'OTHER', 'hall')
  judge(box, [reading(1, 10, '4.0')])
  move(until(box, 15), gone, 'hall')
  judge(box, [reading(2, 20, '5.1')])
  expect(told(box, 'deviation.opened')).toEqual([])
  move(until(box, 40), passing, 'hall')
  judge(box, [reading(3, 80, '6.2')])
  const [opened] = told(box, 'deviation.opened')
  const [placed] = told(box, 'hold.placed')
  expect(placed!.data).toMatchObject({ cause: 'excursion', deviation_id: opened!.data.deviation_id })
  expect(new Set(placed!.data.lot_ids)).toEqual(new Set([inside, lane, passing]))
  expect(opened).toMatchObject({
    actor: { kind: 'box', id: SITE },
    data: {
      cause: 'excursion',
      monitor_id: MONITOR.monitor_id,
      value: '5.1',
      unit: 'Cel',
      limit: 'max 5',
      began_at: at(20),
      last_good_at: at(10),
      reading_seq: 2,
      hold_id: placed!.data.hold_id,
      text: 'Cold room air: 5.1 °C is above 5 °C.',
    },
  })
  expect(new Set(opened!.data.lot_ids)).toEqual(new Set(placed!.data.lot_ids))
  // It goes on: what enters is held as it enters.
  move(until(box, 100), other, 'lane-1')
  expect(told(box, 'hold.widened').map(({ data }) => data)).toEqual([
    { hold_id: placed!.data.hold_id, cause: 'excursion', lot_ids: [other] },
  ])
  // Inside, and not by the hysteresis; then it is over.
  judge(box, [reading(4, 110, '4.8'), reading(5, 120, '4.5')])
  const [ended] = told(box, 'excursion.ended')
  expect(ended!.data).toMatchObject({ ended_at: at(120), reading_seq: 5, worst_value: '6.2', unit: 'Cel' })
  expect(ended!.data.curve.map(({ value }) => value)).toEqual(['4.0', '5.1', '6.2', '4.8', '4.5'])
  const late = put(until(box, 130), 'LATE', 'cold-room')
  move(until(box, 131), gone, 'cold-room')
  expect([inside, lane, passing, other, late, gone].map(id => status(box, id))).toEqual([1, 1, 1, 1, 0, 0])
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})

test('a lot that is registered into a room in an excursion is held, and its answer says so', () => {
  const box = coldRoom({ duration_s: 0 })
  judge(box, [reading(1, 10, '9')])
  expect(told(box, 'deviation.opened')[0]!.data).toMatchObject({ hold_id: null, lot_ids: [] })
  expect(box.submit('register-lot', lot({ lot_code: 'NEW', location_id: 'lane-1' })).status).toBe('HOLD')
  const [placed] = told(box, 'hold.placed')
  expect(placed!.data.deviation_id).toBe(told(box, 'deviation.opened')[0]!.data.deviation_id)
})

test('a consumption that was queued before the hold is refused when it is decided after it', () => {
  const box = coldRoom({ duration_s: 0 })
  const source = put(box, 'SOURCE', 'cold-room')
  const target = put(box, 'TARGET', 'hall')
  const consume = asked('link-lot', { params: { lot_id: target }, body: { source_lot_id: source, weight_kg: '1' } })
  const warm = { readings: [reading(1, 10, '9')], upto_seq: 1, live: true, now: at(10), listening_since: at(0) }
  const outcomes = box.engine.run([
    { kind: 'judge-readings', takes: warm },
    { kind: 'act', takes: consume },
  ] as Command[])
  expect(outcomes.map(outcome => (outcome.ok ? 'ok' : outcome.code))).toEqual(['ok', 'lot_held'])
})

test('readings that are handed over twice are judged once', () => {
  const box = coldRoom({ duration_s: 0 })
  put(box, 'INSIDE', 'cold-room')
  const readings = [reading(1, 10, '9'), reading(2, 20, '1'), reading(3, 30, '9')]
  judge(box, readings)
  const before = box.engine.head()
  judge(box, readings)
  expect(box.engine.head()).toEqual(before)
  expect(told(box, 'deviation.opened')).toHaveLength(2)
})

test('a plant that was restored to before the deviation judges the readings again and finds it in the healed ledger', () => {
  const box = coldRoom({ duration_s: 0 })
  const inside = put(box, 'INSIDE', 'cold-room')
  const readings = [reading(1, 10, '9'), reading(2, 20, '10'), reading(3, 30, '1')]
  judge(box, readings.slice(0, 2))
  judge(box, readings.slice(2))
  const { head } = box.engine
  const bodies = plantStore(box.engine.db).ledger.rows(1, 1_000)
  const again = openBox({ awaitHeal: true })
  again.submit('append-healed', { from_seq: 1, bodies: bodies.map(({ body }) => body), head: head().hash })
  judge(again, readings)
  expect(again.engine.head()).toEqual(head())
  expect(told(again, 'deviation.opened')).toHaveLength(1)
  expect(status(again, inside)).toBe(1)
})

test('a restored plant goes on with an excursion that lasts: what enters is held by the hold that is there', () => {
  const box = coldRoom({ duration_s: 0 })
  put(box, 'INSIDE', 'cold-room')
  judge(box, [reading(1, 10, '9')])
  const bodies = plantStore(box.engine.db).ledger.rows(1, 1_000)
  const again = openBox({ awaitHeal: true })
  again.submit('append-healed', { from_seq: 1, bodies: bodies.map(({ body }) => body), head: box.engine.head().hash })
  judge(again, [reading(1, 10, '9'), reading(2, 20, '9.5')])
  const entering = put(until(again, 30), 'ENTERING', 'cold-room')
  expect(told(again, 'hold.placed')).toHaveLength(1)
  expect(told(again, 'hold.widened').map(({ data }) => data.lot_ids)).toEqual([[entering]])
})

test('readings that are judged late hold only what stood there until the excursion was over', () => {
  const box = coldRoom({ duration_s: 0 })
  const inside = put(box, 'INSIDE', 'cold-room')
  const during = put(until(box, 15), 'DURING', 'cold-room')
  const after = put(until(box, 50), 'AFTER', 'cold-room')
  judge(box, [reading(1, 10, '9')], { live: false, s: 60 })
  expect(heldIn(box)).toEqual(new Set([inside]))
  judge(box, [reading(2, 20, '9')], { live: false, s: 60 })
  expect(heldIn(box)).toEqual(new Set([inside, during]))
  judge(box, [reading(3, 30, '1')], { s: 60 })
  expect(heldIn(box)).toEqual(new Set([inside, during]))
  expect(status(box, after)).toBe(0)
})

test('an excursion that was over before it was judged holds nothing that came after its end', () => {
  const box = coldRoom({ duration_s: 0 })
  const inside = put(box, 'INSIDE', 'cold-room')
  put(until(box, 50), 'AFTER', 'cold-room')
  judge(box, [reading(1, 10, '9'), reading(2, 20, '8'), reading(3, 30, '1'), reading(4, 60, '1')])
  expect(heldIn(box)).toEqual(new Set([inside]))
  expect(told(box, 'excursion.ended')).toHaveLength(1)
})

test('a room of thousands is held whole, a thousand lots an event', () => {
  const box = coldRoom({ duration_s: 0 })
  for (let at = 0; at < 5; at += 1)
    box.engine.run(
      Array.from({ length: 501 }, (_, n) => ({
        kind: 'register-lot' as const,
        takes: lot({ lot_code: `L-${at}-${n}`, location_id: 'cold-room' }),
      })),
    )
  judge(box, [reading(1, 10, '9')])
  const sizes = told(box, 'hold.placed', 'hold.widened').map(({ data }) => data.lot_ids.length)
  expect(sizes).toEqual([1_000, 1_000, 505])
  expect(heldIn(box).size).toBe(2_505)
})

test('silence is one alarm, also over a restart, and the next usable reading ends it', () => {
  const box = coldRoom()
  judge(box, [reading(1, 10, '4')])
  judge(box, [reading(2, 100, null)], { s: 131 })
  expect(told(box, 'monitor.silent').map(({ data }) => data)).toEqual([
    {
      monitor_id: MONITOR.monitor_id,
      device_id: 'probe-1',
      channel: 'temperature',
      last_good_at: at(10),
      missing_s: 120,
    },
  ])
  judge(box, [], { s: 200 })
  judge(box, [], { s: 900, since: 700 })
  judge(box, [reading(3, 910, '4')])
  expect(told(box, 'monitor.silent')).toHaveLength(1)
  expect(told(box, 'monitor.heard').map(({ data }) => data)).toEqual([
    { monitor_id: MONITOR.monitor_id, silent_s: 900, reading_seq: 3 },
  ])
  // The appliance was down from 910 to 2000: nobody could hear.
  judge(box, [], { s: 2_010, since: 2_000 })
  judge(box, [], { s: 2_120, since: 2_000 })
  expect(told(box, 'monitor.silent')).toHaveLength(1)
  judge(box, [], { s: 2_121, since: 2_000 })
  expect(told(box, 'monitor.silent')).toHaveLength(2)
})

test('a retired monitor ends its excursion and says why; one with new limits goes on by those', () => {
  const box = coldRoom({ duration_s: 0 })
  judge(box, [reading(1, 10, '9')])
  box.clock.ms = START_MS + 15_000
  approveMonitor(box, { duration_s: 0, high: '8' }, 2)
  judge(box, [reading(2, 20, '8.5')])
  expect(told(box, 'deviation.opened')).toHaveLength(1)
  expect(told(box, 'excursion.ended')).toEqual([])
  judge(box, [reading(3, 30, '7.5')])
  expect(told(box, 'excursion.ended')).toHaveLength(1)
  judge(box, [reading(4, 40, '12')])
  box.clock.ms = START_MS + 45_000
  approveMonitor(box, { active: false }, 3)
  judge(box, [], { s: 46 })
  expect(told(box, 'excursion.ended')[1]).toMatchObject({
    reason: 'The monitor was retired.',
    data: { reading_seq: 4 },
  })
  judge(box, [reading(5, 50, '12')])
  expect(told(box, 'deviation.opened')).toHaveLength(2)
  expect(plantStore(box.engine.db).monitors.get(MONITOR.monitor_id)).toBeNull()
})

test('a long excursion has a curve of at most 500 points with its ends and its worst', () => {
  const box = coldRoom({ duration_s: 0 })
  judge(box, [reading(1, 1, '4')])
  for (let n = 0; n < 30; n += 1)
    judge(
      box,
      Array.from({ length: 100 }, (_, m) =>
        reading(2 + n * 100 + m, 2 + n * 100 + m, n === 13 && m === 57 ? '11.1' : '7'),
      ),
    )
  judge(box, [reading(3_002, 3_002, '2')])
  const [ended] = told(box, 'excursion.ended')
  const { curve, worst_value } = ended!.data
  expect(curve.length).toBeLessThanOrEqual(500)
  expect(curve.length).toBeGreaterThan(400)
  expect([curve[0]!.value, curve.at(-1)!.value, worst_value]).toEqual(['4', '2', '11.1'])
  expect(curve.filter(({ value }) => value === '11.1')).toHaveLength(1)
})
