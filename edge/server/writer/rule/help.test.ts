import { expect, test } from 'vitest'
import { plantStore } from '../../store/plant-store.ts'
import { rebuildProjections } from '../../store/rebuild.ts'
import { OPERATOR, openBox, refusal } from '../testing/box.ts'
import { told } from '../testing/cold-room.ts'
import { COLLEAGUE } from '../testing/line.ts'
import { openStoreRoom } from '../testing/store-room.ts'

const MACHINE = { reason: 'machine', stops_line: true, line: 'L1', note: 'The belt is torn' } as const
const alarms = (box: ReturnType<typeof openBox>) =>
  plantStore(box.engine.db).records.page({ kind: 'alarm', parent: 'help', limit: 10 })

test('a call for help is an alarm that says what and where, and names nobody', () => {
  const { box } = openStoreRoom()
  const call = box.act('call-help', { body: { ...MACHINE, location_id: 'cold-room' } })
  expect(call).toMatchObject({
    state: 'CALLED',
    called_by: OPERATOR.id,
    station: 'receiving-1',
    answered_at: null,
    waited_s: null,
  })
  expect(alarms(box)).toMatchObject([
    {
      id: call.alarm_id,
      state: 'RAISED',
      body: {
        kind: 'help',
        about: `help_call:${call.call_id}`,
        text: 'Machine, the line stands still. Line L1, cold-room, receiving-1. The belt is torn',
        said: {
          code: 'help_line_stands',
          params: {
            reason: 'machine',
            line: 'L1',
            location_id: 'cold-room',
            station: 'receiving-1',
            note: 'The belt is torn',
          },
        },
      },
    },
  ])
})

test('an answer stops the timer by the clock of the server, and takes note of the alarm', () => {
  const box = openBox()
  const { call_id } = box.act('call-help', { body: { ...MACHINE, occurred_at: '2026-11-23T04:00:00.000Z' } })
  box.clock.ms += 95_000
  const answered = box.act('answer-help', { params: { call_id }, body: { note: 'two minutes' } }, { actor: COLLEAGUE })
  expect(answered).toMatchObject({
    state: 'ANSWERED',
    answered_by: COLLEAGUE.id,
    answer: 'two minutes',
    waited_s: 95,
    occurred_at: '2026-11-23T04:00:00.000Z',
  })
  expect(alarms(box)).toMatchObject([{ state: 'ACKNOWLEDGED', body: { acknowledged_by: COLLEAGUE.id } }])
  expect(refusal(() => box.act('answer-help', { params: { call_id }, body: {} }))).toBe('state_wrong')
})

test('a call is closed with an answer before or without, and once', () => {
  const box = openBox()
  const answered = box.act('call-help', { body: MACHINE }).call_id
  box.act('answer-help', { params: { call_id: answered }, body: {} })
  const closed = box.act('close-help', { params: { call_id: answered }, body: { note: 'new belt' } })
  expect(closed).toMatchObject({ state: 'CLOSED', closing: 'new belt', closed_by: OPERATOR.id })
  const alone = box.act('call-help', { body: { reason: 'other', stops_line: false } }).call_id
  expect(box.act('close-help', { params: { call_id: alone }, body: {} })).toMatchObject({ waited_s: null })
  expect(alarms(box).map(({ state }) => state)).toEqual(['ACKNOWLEDGED', 'ACKNOWLEDGED'])
  expect(told(box, 'alarm.acknowledged')).toHaveLength(2)
  expect(refusal(() => box.act('close-help', { params: { call_id: alone }, body: {} }))).toBe('state_wrong')
})

test('an alarm that somebody took note of is not taken note of twice', () => {
  const box = openBox()
  const { call_id, alarm_id } = box.act('call-help', { body: MACHINE })
  box.act('acknowledge-alarm', { params: { alarm_id }, body: {} })
  expect(box.act('answer-help', { params: { call_id }, body: {} }).state).toBe('ANSWERED')
  expect(told(box, 'alarm.acknowledged')).toHaveLength(1)
})

test('a call from a place that is not there, and an answer to no call, are refused', () => {
  const box = openBox()
  const call_id = '019ab0a2-5c00-7000-8000-0000000000ee'
  expect(refusal(() => box.act('call-help', { body: { ...MACHINE, location_id: 'attic' } }))).toBe('record_not_found')
  expect(refusal(() => box.act('answer-help', { params: { call_id }, body: {} }))).toBe('record_not_found')
})

test('a rebuild gives the same calls', () => {
  const box = openBox()
  const { call_id } = box.act('call-help', { body: MACHINE })
  box.act('answer-help', { params: { call_id }, body: {} })
  const { records } = plantStore(box.engine.db)
  const before = records.get('help_call', call_id)
  rebuildProjections(box.engine.db)
  expect(records.get('help_call', call_id)).toEqual(before)
})
