import type { Problem } from '@flowviz/contract/error'
import type { Hold } from '@flowviz/contract/hold'
import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { createConflictState } from './conflict-state.ts'
import type { ShownEntry } from './entry.ts'
import { sentenceOf } from './sentence.ts'

const release = (more: Partial<ShownEntry> = {}) =>
  ({
    key: 'k1',
    command: 'decide-gate',
    params: {},
    body: { lot_id: 'A-1', decision: 'PASS' },
    about: null,
    state: 'acked',
    answer: { decided_at: '2026-11-26T10:02:00.000Z' },
    closed_at: '2026-11-26T10:02:01.000Z',
    ...more,
  }) as ShownEntry
const hold = (more: Partial<Hold> = {}) =>
  ({
    hold_id: 'h1',
    state: 'OPEN',
    cause: 'manual',
    said: null,
    placed_at: '2026-11-26T10:03:00.000Z',
    placed_by: 'ana',
    reason: 'glass',
    lots: [{ lot_id: 'id-1', lot_code: 'A-1', open: true }],
    ...more,
  }) as Hold

function start(entry: ShownEntry, open: Hold[] = []) {
  const kept = new Map<string, string>()
  const holds = signal<Hold[] | null>(open)
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  }
  const begin = () => createConflictState({ entries: signal([entry]), holds, storage })
  return { conflicts: begin(), holds, begin }
}

test('a release of this tablet and a hold that comes after it are shown side by side, until somebody has seen it', () => {
  const { conflicts, holds, begin } = start(release())
  expect(conflicts.conflicts.value).toEqual([])
  holds.value = [hold()]
  expect(conflicts.conflicts.value).toMatchObject([
    { kind: 'overtaken', entry: { key: 'k1' }, hold: { hold_id: 'h1' } },
  ])
  conflicts.dismiss('k1')
  expect(conflicts.conflicts.value).toEqual([])
  expect(begin().conflicts.value).toEqual([])
})

test('a release that was refused names the hold that stands against it', () => {
  const { conflicts } = start(
    release({
      state: 'rejected',
      problem: { code: 'lot_held' } as Problem,
      body: { lot_id: 'id-1', decision: 'PASS' },
    }),
    [hold()],
  )
  expect(conflicts.conflicts.value).toMatchObject([{ kind: 'refused', hold: { placed_by: 'ana', reason: 'glass' } }])
})

test('a hold on another lot, a closed one, one of the next day or one of this tablet is no conflict', () => {
  const none = (entry: ShownEntry, held: Hold) => expect(start(entry, [held]).conflicts.conflicts.value).toEqual([])
  none(release(), hold({ lots: [{ lot_id: 'id-2', lot_code: 'A-2', open: true }] as Hold['lots'] }))
  none(release(), hold({ lots: [{ lot_id: 'id-1', lot_code: 'A-1', open: false }] as Hold['lots'] }))
  none(release(), hold({ placed_at: '2026-11-27T10:03:00.000Z' }))
  none(release({ body: { lot_id: 'A-1', decision: 'HOLD' } }), hold())
  none(release({ answer: { decided_at: '2026-11-26T10:02:00.000Z', hold_id: 'h1' } }), hold())
})

test('who holds a lot at a later gate knows of its release at an earlier one; at the same gate they do not', () => {
  const entry = release({ answer: { decided_at: '2026-11-26T10:02:00.000Z', gate_no: 2 } })
  const at = (gate_no: number) => hold({ cause: 'gate', said: { code: 'gate_decided', params: { gate_no } } })
  expect(start(entry, [at(3)]).conflicts.conflicts.value).toEqual([])
  expect(start(entry, [at(2)]).conflicts.conflicts.value).toMatchObject([{ kind: 'overtaken' }])
})

test('a room that grew warm decides against nobody', () => {
  expect(start(release(), [hold({ cause: 'excursion' })]).conflicts.conflicts.value).toEqual([])
})

test('a refusal for another reason than the hold says its own reason', () => {
  const entry = release({ state: 'rejected', problem: { code: 'record_not_found' } as Problem })
  expect(start(entry, [hold()]).conflicts.conflicts.value).toMatchObject([{ kind: 'refused', hold: null }])
})

test('an entry is said in plain words, without the ids of machines', () => {
  expect(sentenceOf(release())).toBe('Release A-1')
  const id = '019ab0a2-5c00-7000-8000-000000000001'
  expect(sentenceOf(release({ command: 'move-stock', params: { lot_id: id }, body: {} }))).toBe('Move')
  expect(sentenceOf(release({ command: 'abort-run', params: {}, body: {}, about: 'R-7' }))).toBe('Entry R-7')
})
