import type { CommandBody } from '@flowviz/contract/command'
import { expect, test } from 'vitest'
import { plantStore } from '../../store/plant-store.ts'
import { rebuildProjections } from '../../store/rebuild.ts'
import { OPERATOR, START_MS } from '../testing/box.ts'
import { approveMonitor, at, heldIn, judge, MONITOR, reading, told } from '../testing/cold-room.ts'
import { calibrate, dispose, MANAGER, thermometer } from '../testing/line.ts'
import { openStoreRoom } from '../testing/store-room.ts'

type Body = Partial<CommandBody<'enter-temperature'>>

/** A cold room with a lane in it, of 0 to 5 °C by its monitor, and a dry store without any limits. */
function plant() {
  const room = openStoreRoom()
  const { box } = room
  room.place('lane-1', { kind: 'lane', parent_id: 'cold-room' })
  room.place('dry')
  approveMonitor(box)
  const store = plantStore(box.engine.db)
  return {
    room,
    box,
    enter: (body: Body) =>
      box.act('enter-temperature', { body: { monitor_id: MONITOR.monitor_id, value_c: '4.0', ...body } as never }),
    place: (location_id: string, value_c: string, body: Body = {}) =>
      box.act('enter-temperature', { body: { location_id, value_c, ...body } }),
    deviation: (id: string) => store.records.get('deviation', id)!,
    wait: (s: number) => {
      box.clock.ms += s * 1_000
    },
  }
}

test('a probe inside the limits is written down with the limits, and nothing follows', () => {
  const { enter, box } = plant()
  expect(enter({ value_c: 4.5, notes: 'core of a bag' })).toMatchObject({
    monitor_id: 'cold-room-air',
    monitor_version: 1,
    location_id: 'cold-room',
    value_c: '4.5',
    low: '0',
    high: '5',
    unit: 'Cel',
    verdict: 'within',
    deviation_id: null,
    hold_id: null,
    entered_by: OPERATOR.id,
    entered_late: false,
    notes: 'core of a bag',
  })
  expect(told(box, 'deviation.opened', 'hold.placed')).toEqual([])
})

test('a probe outside opens a deviation and holds what stands in the room, and in the lanes inside it, at once', () => {
  const { room, box, enter, deviation } = plant()
  const inside = room.lot({ location_id: 'cold-room' })
  const lane = room.lot({ location_id: 'lane-1' })
  const elsewhere = room.lot()
  const entry = enter({ value_c: '7.2' })
  expect(entry).toMatchObject({ verdict: 'high' })
  expect(heldIn(box)).toEqual(new Set([inside.lot_id, lane.lot_id]))
  expect(heldIn(box).has(elsewhere.lot_id)).toBe(false)
  expect(deviation(entry.deviation_id!).body).toMatchObject({
    cause: 'manual',
    text: 'Cold room air: 7.2 °C by hand is above 5 °C.',
    monitor_id: 'cold-room-air',
    value: '7.2',
    unit: 'Cel',
    limit: 'max 5',
    hold_id: entry.hold_id,
  })
  expect(told(box, 'hold.placed')).toMatchObject([{ actor: { id: OPERATOR.id }, data: { cause: 'excursion' } }])
})

test('what left the room since it was last right is held too, and what left before is not', () => {
  const { room, box, enter, wait } = plant()
  const early = room.lot({ location_id: 'cold-room' })
  const late = room.lot({ location_id: 'cold-room' })
  const out = ({ lot_id }: { lot_id: string }) =>
    box.act('move-stock', { params: { lot_id }, body: { to_location_id: 'receiving' } })
  wait(60)
  out(early)
  wait(60)
  enter({ value_c: '4.0' })
  wait(3_600)
  out(late)
  wait(60)
  enter({ value_c: '7.0' })
  expect(heldIn(box)).toEqual(new Set([late.lot_id]))
  expect(told(box, 'deviation.opened')[0]!.data.last_good_at).toBe(at(120))
})

test('while the sensor of the room speaks, it was right until a moment ago', () => {
  const { room, box, enter, wait } = plant()
  const gone = room.lot({ location_id: 'cold-room' })
  wait(60)
  box.act('move-stock', { params: { lot_id: gone.lot_id }, body: { to_location_id: 'receiving' } })
  judge(box, [reading(1, 90, '4.0')])
  wait(10)
  enter({ value_c: '7.0' })
  expect(heldIn(box)).toEqual(new Set())
  expect(told(box, 'deviation.opened')).toMatchObject([{ data: { began_at: at(100), last_good_at: at(90) } }])
})

test('a thermometer that is overdue accuses, and never says that the room was right', () => {
  const { room, box, enter, wait } = plant()
  thermometer(box)
  const gone = room.lot({ location_id: 'cold-room' })
  calibrate(box)
  enter({ value_c: '4.0', instrument_id: 'probe-1' })
  wait(30 * 86_400)
  expect(enter({ value_c: '4.0', instrument_id: 'probe-1' })).toMatchObject({
    calibration: 'overdue',
    verdict: 'within',
  })
  box.act('move-stock', { params: { lot_id: gone.lot_id }, body: { to_location_id: 'receiving' } })
  wait(60)
  expect(enter({ value_c: '7.0', instrument_id: 'probe-1' })).toMatchObject({ calibration: 'overdue', verdict: 'high' })
  expect(heldIn(box)).toEqual(new Set([gone.lot_id]))
})

test('a second probe outside belongs to the deviation that is open, and holds what has come since', () => {
  const { room, box, enter } = plant()
  room.lot({ location_id: 'cold-room' })
  const first = enter({ value_c: '7.0' })
  const later = room.lot({ location_id: 'cold-room' })
  const second = enter({ value_c: '8.0' })
  expect(second).toMatchObject({ deviation_id: first.deviation_id, hold_id: first.hold_id })
  expect(told(box, 'deviation.opened')).toHaveLength(1)
  expect(heldIn(box).has(later.lot_id)).toBe(true)
})

test('once the room was right again, a probe outside is another deviation', () => {
  const { box, enter } = plant()
  enter({ value_c: '7.0' })
  enter({ value_c: '4.0' })
  enter({ value_c: '7.0' })
  expect(told(box, 'deviation.opened')).toHaveLength(2)
})

test('a probe in a room whose excursion goes on adds to that one, also when its hold was decided on', () => {
  const { room, box, enter } = plant()
  room.lot({ location_id: 'cold-room' })
  judge(box, [reading(1, 10, '6.0'), reading(2, 80, '6.0')])
  const opened = told(box, 'deviation.opened')[0]!.data
  expect(enter({ value_c: '6.5' })).toMatchObject({ deviation_id: opened.deviation_id, hold_id: opened.hold_id })
  expect(told(box, 'deviation.opened')).toHaveLength(1)
  dispose(box, opened.hold_id!, { disposition: 'rework', by: signed() })
  expect(enter({ value_c: '6.5' }).deviation_id).toBe(opened.deviation_id)
  expect(told(box, 'hold.placed').map(({ data }) => data.deviation_id)).toEqual([
    opened.deviation_id,
    opened.deviation_id,
  ])
})

const signed = () => ({
  actor: MANAGER,
  signer: {
    person_id: MANAGER.id,
    session_id: '019ab0a2-5c00-7000-8000-0000000000aa',
    components: 'name_and_secret' as const,
    meaning: null,
  },
})

test('a place is judged by its monitors, else by its own limits, else by those of the room around it', () => {
  const { room, place } = plant()
  expect(place('cold-room', '7')).toMatchObject({ verdict: 'high', monitor_id: 'cold-room-air' })
  expect(place('lane-1', '7')).toMatchObject({ verdict: 'high', location_id: 'lane-1', monitor_id: 'cold-room-air' })
  room.place('lane-2', { kind: 'lane', parent_id: 'cold-room', high_c: '8' })
  expect(place('lane-2', '7')).toMatchObject({ verdict: 'within', high: '8', low: null, monitor_id: null })
  expect(place('dry', '31')).toMatchObject({ verdict: 'recorded', low: null, high: null, deviation_id: null })
})

test('what was taken earlier than it was entered reaches back to then, unless the clock cannot be true', () => {
  const { room, box, place, wait } = plant()
  room.place('lane-2', { kind: 'lane', high_c: '5' })
  const gone = room.lot({ location_id: 'lane-2' })
  wait(600)
  box.act('move-stock', { params: { lot_id: gone.lot_id }, body: { to_location_id: 'receiving' } })
  wait(600)
  place('lane-2', '7', { occurred_at: '2019-01-01T00:00:00.000Z' })
  expect(heldIn(box)).toEqual(new Set())
  const entry = place('lane-2', '7', { occurred_at: new Date(START_MS + 300_000).toISOString() })
  expect(entry.entered_late).toBe(true)
  expect(heldIn(box)).toEqual(new Set([gone.lot_id]))
})

test('a Fahrenheit monitor judges degrees Celsius exactly', () => {
  const { box, place, room, deviation } = plant()
  room.place('freezer')
  approveMonitor(box, { monitor_id: 'freezer-air', location_id: 'freezer', unit: '[degF]', low: '-20', high: '0' })
  expect(place('freezer', '-18')).toMatchObject({ verdict: 'within', unit: '[degF]' })
  const entry = place('freezer', '-17')
  expect(entry.verdict).toBe('high')
  expect(deviation(entry.deviation_id!).body).toMatchObject({ value: '1.4', unit: '[degF]', limit: 'max 0' })
})

test('a temperature of nowhere, of two places, of no food plant or by no thermometer is refused', () => {
  const { room, box } = plant()
  box.act('define-instrument', { params: { instrument_id: 'scale-9' }, body: { title: 'Scale', kind: 'scale' } })
  const refused = (body: object) =>
    room.refused('enter-temperature', { body: { location_id: 'dry', value_c: '4', ...body } }).code
  expect(refused({ location_id: undefined })).toBe('body_invalid')
  expect(refused({ monitor_id: 'cold-room-air' })).toBe('body_invalid')
  expect(refused({ location_id: undefined, monitor_id: 'no-such' })).toBe('record_not_found')
  expect(refused({ location_id: 'attic' })).toBe('record_not_found')
  expect(refused({ value_c: '4000' })).toBe('quantity_invalid')
  expect(refused({ instrument_id: 'scale-9' })).toBe('instrument_unfit')
  expect(refused({ instrument_id: 'no-such' })).toBe('instrument_unfit')
  expect(refused({ occurred_at: '2026-02-30T00:00:00.000Z' })).toBe('body_invalid')
})

test('a rebuild gives the same entries', () => {
  const { box, enter } = plant()
  const { entry_id } = enter({ value_c: '7.0' })
  const { records } = plantStore(box.engine.db)
  const before = records.get('temperature', entry_id)
  rebuildProjections(box.engine.db)
  expect(records.get('temperature', entry_id)).toEqual(before)
})
