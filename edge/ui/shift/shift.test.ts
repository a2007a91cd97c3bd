import type { Alarm } from '@flowviz/contract/alarm'
import type { Hold } from '@flowviz/contract/hold'
import type { MonitorStatus } from '@flowviz/contract/monitor-status'
import type { Run } from '@flowviz/contract/run'
import type { ShiftHandover } from '@flowviz/contract/shift'
import { describe, expect, test } from 'vitest'
import type { ShownEntry } from '../outbox/entry.ts'
import { shownHandovers } from './handover-view.ts'
import { idsOf, openThings } from './open-things.ts'
import { EMPTY, notesOf, toggled, unticked } from './shift-draft.ts'

const run = (run_id: string, state: string, started_at: string | null = null) =>
  ({
    run_id,
    run_code: run_id,
    state,
    line: 'L1',
    product: null,
    started_at,
    planned_at: '2026-11-26T01:00:00.000Z',
  }) as Run
const hold = (hold_id: string, state: string) =>
  ({
    hold_id,
    state,
    reason: 'Foreign body',
    lots: [],
    lot_count: 0,
    placed_at: '2026-11-26T02:00:00.000Z',
  }) as unknown as Hold
const alarm = (alarm_id: string | null) =>
  ({
    alarm_id,
    about: 'person:x',
    state: 'RAISED',
    text: 'Account locked',
    raised_at: '2026-11-26T03:00:00.000Z',
  }) as Alarm
const room = (monitor_id: string, state: string) =>
  ({ monitor_id, title: monitor_id, state, unit: 'Cel', value: '9.1', since: null }) as MonitorStatus

describe('what a shift leaves behind', () => {
  const things = openThings({
    runs: [run('R3', 'RUNNING', '2026-11-26T04:00:00.000Z'), run('R1', 'CLOSED'), run('R2', 'PAUSED')],
    holds: [hold('H1', 'OPEN'), hold('H2', 'CLOSED'), hold('H3', 'EXECUTED')],
    alarms: [alarm('A1'), alarm(null)],
    monitors: [room('cold', 'confirmed'), room('freezer', 'inside')],
  })

  test('is what is open: runs, rooms, alarms and holds, the oldest of each first', () => {
    expect(things.map(({ title }) => title)).toEqual([
      'R2',
      'R3',
      'cold',
      'Account locked',
      'Account locked',
      'Foreign body',
    ])
  })

  test('goes into the hand-over by the ids that the ledger knows', () => {
    expect([idsOf(things, 'run'), idsOf(things, 'alarm'), idsOf(things, 'room')]).toEqual([['R2', 'R3'], ['A1'], []])
  })

  test('has to be ticked, and what comes meanwhile too', () => {
    const draft = { ...EMPTY, ticked: things.map(({ key }) => key) }
    expect(unticked(things, draft)).toBe(0)
    expect(unticked([...things, { ...things[0]!, key: 'run R9' }], draft)).toBe(1)
    expect(toggled(toggled(['a'], 'b'), 'a')).toEqual(['b'])
  })

  test('notes are the phrases and what was typed, and spaces are none', () => {
    expect(notesOf({ ...EMPTY, phrases: ['p'], text: ' oven 2 is slow ' }, () => 'Machine')).toBe(
      'Machine\noven 2 is slow',
    )
    expect(notesOf({ ...EMPTY, text: '  ' }, () => '')).toBe('')
  })
})

describe('a hand-over on a tablet', () => {
  const told = {
    handover_id: 'h1',
    state: 'HANDED_OVER',
    from_person_id: 'olga',
    to_person_id: null,
    notes: 'Nothing special',
    open_runs: ['r'],
    open_holds: [],
    open_alarms: [],
    occurred_at: '2026-11-26T06:00:00.000Z',
    accepted_at: null,
    accepted_by: null,
  } as unknown as ShiftHandover
  const entry = (more: Partial<ShownEntry>) =>
    ({
      key: 'k1',
      command: 'hand-over-shift',
      params: {},
      body: { notes: 'Machine', open_runs: ['r'], open_holds: [] },
      state: 'queued',
      person_id: 'marek',
      occurred_at: '2026-11-26T06:01:00.000Z',
      answer: null,
      ...more,
    }) as ShownEntry

  test('that the appliance does not have yet is seen and cannot be accepted', () => {
    expect(shownHandovers([told], [entry({})]).map(({ handover_id }) => handover_id)).toEqual([null, 'h1'])
  })

  test('that was delivered is there once', () => {
    const answer = { ...told, handover_id: 'h2' }
    expect(shownHandovers([told], [entry({ state: 'acked', answer })])).toHaveLength(2)
    expect(shownHandovers([told, answer], [entry({ state: 'acked', answer })])).toHaveLength(2)
  })

  test('that was accepted here is accepted at once, and one that was refused is not', () => {
    const accept = { command: 'accept-handover', params: { handover_id: 'h1' } } as const
    expect(shownHandovers([told], [entry(accept)])[0]).toMatchObject({ accepted_by: 'marek' })
    expect(shownHandovers([told], [entry({ ...accept, state: 'rejected' })])[0]).toMatchObject({ accepted_by: null })
  })
})
