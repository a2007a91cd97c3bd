import type { HelpCall } from '@flowviz/contract/help'
import { describe, expect, test } from 'vitest'
import type { ShownEntry } from '../outbox/entry.ts'
import { openCalls, waitText } from './call-view.ts'
import { placeOfStation } from './place-of-station.ts'

const call = (call_id: string, more: Partial<HelpCall> = {}) =>
  ({
    call_id,
    state: 'CALLED',
    reason: 'machine',
    stops_line: false,
    location_id: null,
    station: 'cook-1',
    called_at: '2026-11-26T05:00:00.000Z',
    called_by: 'olga',
    answered_by: null,
    waited_s: null,
    ...more,
  }) as HelpCall
const entry = (more: Partial<ShownEntry>) =>
  ({
    key: 'k1',
    command: 'call-help',
    params: {},
    body: { reason: 'safety', stops_line: true },
    state: 'queued',
    person_id: 'olga',
    occurred_at: '2026-11-26T05:10:00.000Z',
    answer: null,
    ...more,
  }) as ShownEntry

describe('calls for help on a tablet', () => {
  test('a call that nobody has yet stands first, and says so', () => {
    expect(openCalls([call('c1')], [entry({})]).map(({ state }) => state)).toEqual(['undelivered', 'CALLED'])
  })

  test('a call that was delivered is there once, whether or not the list has it yet', () => {
    const acked = entry({ state: 'acked', answer: call('c2') })
    expect(openCalls([], [acked])).toHaveLength(1)
    expect(openCalls([call('c2')], [acked])).toMatchObject([{ call_id: 'c2', state: 'CALLED' }])
    expect(openCalls([call('c2', { state: 'CLOSED' })], [acked])).toEqual([])
  })

  test('a call that was refused is not delivered either', () => {
    expect(openCalls([], [entry({ state: 'rejected' })])).toMatchObject([{ state: 'refused' }])
    expect(openCalls([], [entry({ state: 'given-up' })])).toEqual([])
  })

  test('an answer given here stops the timer before the appliance has it, and a closure ends the call', () => {
    const coming = entry({ command: 'answer-help', params: { call_id: 'c1' }, occurred_at: '2026-11-26T05:02:14.000Z' })
    const [shown] = openCalls([call('c1')], [coming])
    expect(shown).toMatchObject({ state: 'ANSWERED', answered_by: 'olga', waited_s: 134 })
    expect(openCalls([call('c1')], [entry({ command: 'close-help', params: { call_id: 'c1' } })])).toEqual([])
  })

  test('who has waited longest and has no answer stands before the others', () => {
    const calls = [
      call('late', { called_at: '2026-11-26T05:09:00.000Z' }),
      call('answered', { state: 'ANSWERED', called_at: '2026-11-26T04:00:00.000Z' }),
      call('early'),
    ]
    expect(openCalls(calls, []).map(({ call_id }) => call_id)).toEqual(['early', 'late', 'answered'])
  })

  test('a wait is a clock', () => {
    expect([0, 134, 3_734].map(waitText)).toEqual(['0:00', '2:14', '1:02:14'])
  })

  test('a station says where it stands when a place has its name', () => {
    const places = [
      { location_id: 'cook-line-1', title: 'Cook line 1' },
      { location_id: 'dock', title: 'Receiving dock' },
    ]
    expect(placeOfStation('cook-line-1', places)).toBe('cook-line-1')
    expect(placeOfStation('receiving-2', places)).toBe('dock')
    expect(placeOfStation('packing', places)).toBeNull()
    expect(placeOfStation(null, places)).toBeNull()
  })
})
