import type { Alarm } from '@flowviz/contract/alarm'
import { expect, test } from 'vitest'
import { createAlarmState } from './alarm-state.ts'

const alarm = (at: number, state: Alarm['state'] = 'RAISED'): Alarm => ({
  alarm_id: `019ab0a2-5c00-7000-8000-00000000000${at}`,
  kind: 'deviation',
  about: `deviation:${at}`,
  text: `Cold room ${at}`,
  said: null,
  raised_at: '2026-11-23T05:00:00.000Z',
  state,
  acknowledged_at: null,
  acknowledged_by: null,
  notes: null,
})

test('an alarm that is heard stands first, twice is once, and one that somebody took note of goes', async () => {
  const state = createAlarmState({ alarms: async () => ({ ok: true, value: { alarms: [alarm(1)], next: null } }) })
  await state.load()
  state.hear(alarm(2))
  state.hear(alarm(2))
  expect(state.raised.value.map(({ text }) => text)).toEqual(['Cold room 2', 'Cold room 1'])
  state.hear(alarm(2, 'ACKNOWLEDGED'))
  expect(state.raised.value.map(({ text }) => text)).toEqual(['Cold room 1'])
})

test('an alarm that is raised while the list is on its way is not lost with it', async () => {
  let answer = (_alarms: Alarm[]) => {}
  const state = createAlarmState({
    alarms: () =>
      new Promise(resolve => {
        answer = alarms => resolve({ ok: true, value: { alarms, next: null } })
      }),
  })
  const loading = state.load()
  state.hear(alarm(2))
  answer([alarm(1)])
  await loading
  expect(state.raised.value.map(({ text }) => text)).toEqual(['Cold room 2', 'Cold room 1'])
})

test('an answer that does not come leaves what is known', async () => {
  let reachable = true
  const value = { alarms: [alarm(1)], next: null }
  const trouble = { ok: false, trouble: { kind: 'unreachable' } } as never
  const state = createAlarmState({ alarms: async () => (reachable ? { ok: true, value } : trouble) })
  await state.load()
  reachable = false
  await state.load()
  expect(state.raised.value).toHaveLength(1)
})
