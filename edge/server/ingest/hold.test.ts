import { FlowError } from '@flowviz/contract/error'
import { expect, onTestFinished, test, vi } from 'vitest'
import { hold } from './hold.ts'

/** A disk that is full until it is told otherwise, and notes what it committed. */
function disk() {
  const state = { full: true, committed: [] as number[], asked: 0 }
  const commit = (number: number) => async () => {
    state.asked += 1
    if (state.full) throw new FlowError('storage_full')
    state.committed.push(number)
  }
  return { state, commit }
}

test('while the disk is full one attempt at a time asks it, and afterwards everything is committed in its order', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const { state, commit } = disk()
  const patience = hold({ onTrouble: () => undefined })
  const done = [1, 2, 3].map(number => patience.run(commit(number)))
  await vi.advanceTimersByTimeAsync(10_000)
  const late = patience.run(commit(4))
  expect(patience.held()).toBe(4)
  expect(state.asked).toBeLessThan(15)
  state.full = false
  await vi.advanceTimersByTimeAsync(5_000)
  await Promise.all([...done, late])
  expect(state.committed).toEqual([1, 2, 3, 4])
  expect(patience.held()).toBe(0)
})

test('what will never commit is not tried again and holds up nothing behind it', async () => {
  const patience = hold({ onTrouble: () => undefined })
  const poison = patience.run(async () => {
    throw new FlowError('internal')
  })
  await expect(poison).rejects.toMatchObject({ code: 'internal' })
  await patience.run(async () => undefined)
})

test('poison that is met while the disk is full is refused when the disk is back, and the rest is committed', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const { state, commit } = disk()
  const patience = hold({ onTrouble: () => undefined })
  const first = patience.run(async () => {
    throw new FlowError(state.full ? 'storage_failed' : 'internal')
  })
  const refused = expect(first).rejects.toMatchObject({ code: 'internal' })
  const second = patience.run(commit(2))
  await vi.advanceTimersByTimeAsync(1_000)
  state.full = false
  await vi.advanceTimersByTimeAsync(5_000)
  await refused
  await second
  expect(state.committed).toEqual([2])
})
