import type { NoticeLot, RecallNotice } from '@flowviz/contract/recall-notice'
import { signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import type { ShownEntry } from '../outbox/entry.ts'
import type { Kept } from '../shelf/book.ts'
import { ASIDE_MS, createRecallState } from './recall-state.ts'

const AS_OF = Date.parse('2026-11-26T05:30:00.000Z')
const lot = (n: number, found: 'FOUND' | 'MISSING' | null = null) =>
  ({
    lot_id: `00000000-0000-7000-8000-00000000000${n}`,
    lot_code: `NOR-${n}`,
    places: [],
    finding: found === null ? null : { state: found },
  }) as unknown as NoticeLot
const notice = (recall_id: string, more: Partial<RecallNotice> = {}) =>
  ({
    recall_id,
    mode: 'real',
    scenario: 'Listeria',
    lot_count: 3,
    to_find_count: 2,
    found_count: 1,
    missing_count: 0,
    lots: [lot(1, 'FOUND'), lot(2), lot(3)],
    more: 0,
    ...more,
  }) as RecallNotice
const said = (recall_id: string, lot_id: string, more: Partial<ShownEntry> & { missing?: boolean } = {}) =>
  ({
    command: 'find-recalled-lot',
    params: { recall_id },
    body: { lot_id, ...(more.missing === true ? { missing: true } : {}) },
    state: 'queued',
    closed_at: null,
    ...more,
  }) as unknown as ShownEntry

function floor(notices: RecallNotice[], stored: Record<string, string> = {}) {
  const kept = signal<Kept<{ as_of: string; notices: RecallNotice[] }> | null>({
    value: { as_of: '', notices },
    as_of: AS_OF,
  })
  const entries = signal<readonly ShownEntry[] | null>(null)
  const now = signal(AS_OF + 1_000)
  const storage = {
    getItem: (key: string) => stored[key] ?? null,
    setItem: (key: string, value: string) => {
      stored[key] = value
    },
  }
  return { ...createRecallState({ kept, entries, now, storage }), kept, entries, now, stored }
}

describe('a recall on a tablet', () => {
  test('takes the screen over while lots are to be found, and lets go when nothing is left', () => {
    const recall = floor([notice('r1')])
    expect(recall.covering.value?.recall_id).toBe('r1')
    recall.entries.value = [said('r1', 'NOR-2'), said('r1', 'NOR-3', { missing: true })]
    expect(recall.covering.value).toBeNull()
    expect(recall.notices.value[0]).toMatchObject({ to_find_count: 0, found_count: 2, missing_count: 1 })
  })

  test('counts down by what was said here, before the appliance has it', () => {
    const recall = floor([notice('r1')])
    recall.entries.value = [said('r1', 'NOR-2')]
    const [shown] = recall.open.value
    expect(shown).toMatchObject({ to_find_count: 1, found_count: 2 })
    expect(shown?.lots.map(({ lot_code, said, pending }) => [lot_code, said, pending])).toEqual([
      ['NOR-3', null, false],
      ['NOR-1', 'FOUND', false],
      ['NOR-2', 'FOUND', true],
    ])
  })

  test('does not jump back between the word of the appliance and its next list', () => {
    const recall = floor([notice('r1')])
    const acked = { state: 'acked', closed_at: '2026-11-26T05:30:02.000Z' } as const
    recall.entries.value = [said('r1', 'NOR-2', acked)]
    expect(recall.open.value[0]).toMatchObject({ to_find_count: 1 })
    const told = notice('r1', { lots: [lot(1, 'FOUND'), lot(2, 'FOUND'), lot(3)], to_find_count: 1, found_count: 2 })
    recall.kept.value = { value: { as_of: '', notices: [told] }, as_of: AS_OF + 5_000 }
    expect(recall.open.value[0]).toMatchObject({ to_find_count: 1, found_count: 2 })
  })

  test('what was refused was not said', () => {
    const recall = floor([notice('r1')])
    recall.entries.value = [said('r1', 'NOR-2', { state: 'rejected' })]
    expect(recall.open.value[0]).toMatchObject({ to_find_count: 2 })
  })

  test('what was missing turns up', () => {
    const recall = floor([
      notice('r1', { lots: [lot(1, 'FOUND'), lot(2, 'MISSING'), lot(3)], to_find_count: 1, missing_count: 1 }),
    ])
    recall.entries.value = [said('r1', 'NOR-2')]
    expect(recall.open.value[0]).toMatchObject({ to_find_count: 1, found_count: 2, missing_count: 0 })
  })

  test('stays aside for ten minutes, over a reload too, and then comes back', () => {
    const recall = floor([notice('r1')])
    recall.putAside()
    expect(recall.covering.value).toBeNull()
    expect(recall.open.value).toHaveLength(1)
    expect(floor([notice('r1')], recall.stored).covering.value).toBeNull()
    recall.now.value += ASIDE_MS
    expect(recall.covering.value?.recall_id).toBe('r1')
  })

  test('another recall is nothing that was put aside, and a clock that is put back does not keep one away', () => {
    const recall = floor([notice('r1')])
    recall.putAside()
    recall.kept.value = { value: { as_of: '', notices: [notice('r2'), notice('r1')] }, as_of: AS_OF }
    expect(recall.covering.value?.recall_id).toBe('r2')
    recall.resume()
    recall.putAside()
    recall.now.value -= 86_400_000
    expect(recall.covering.value).not.toBeNull()
  })

  test('a real recall stands before a drill', () => {
    expect(floor([notice('drill', { mode: 'mock' }), notice('real')]).covering.value?.recall_id).toBe('real')
  })
})
