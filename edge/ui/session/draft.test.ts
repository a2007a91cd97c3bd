import { expect, test } from 'vitest'
import { draftSignal } from './draft.ts'

function storageOf(entries: Record<string, string> = {}) {
  const values = new Map(Object.entries(entries))
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  }
}

const EMPTY = { reason: null as string | null, note: '' }

test('a draft is there again after a reload, with what it holds of before', () => {
  const storage = storageOf()
  const draft = draftSignal(storage, 'hold', EMPTY)
  draft.value = { ...draft.value, note: 'smells odd' }
  expect(draftSignal(storage, 'hold', EMPTY).value).toEqual({ reason: null, note: 'smells odd' })
  expect(draftSignal(storage, 'gate', EMPTY).value).toEqual(EMPTY)
})

test('a draft of an older screen gets what it lacks, and one that cannot be read is empty', () => {
  expect(draftSignal(storageOf({ 'flowviz.draft.hold': '{"note":"x"}' }), 'hold', EMPTY).value).toEqual({
    reason: null,
    note: 'x',
  })
  for (const text of ['{"note":', '7', 'null', '[1]'])
    expect(draftSignal(storageOf({ 'flowviz.draft.hold': text }), 'hold', EMPTY).value).toEqual(EMPTY)
})
