import type { LiveMessage } from '@flowviz/contract/live'
import { expect, onTestFinished, test, vi } from 'vitest'
import { recallTeller } from './recall-teller.ts'

/** A plant whose newest word on recalls a test says, and whose time a test moves. */
function watched() {
  vi.useFakeTimers()
  const at = { seq: 7 }
  const said: LiveMessage[] = []
  const teller = recallTeller({
    reader: { recalls: { newest: () => at.seq } },
    hub: { publish: message => void said.push(message) },
  })
  onTestFinished(() => {
    teller.stop()
    vi.useRealTimers()
  })
  return { at, said, teller, wait: () => void vi.advanceTimersByTime(1_000) }
}

test('a recall that came back from elsewhere is told to the screens once', () => {
  const { at, said, teller, wait } = watched()
  at.seq = 9
  teller.look()
  teller.look()
  wait()
  expect(said).toEqual([{ type: 'changed', command: 'hold-recall' }])
  at.seq = 12
  teller.look()
  wait()
  expect(said).toHaveLength(2)
})

test('what changes no recall is not told as one, and nothing is told once the plant stops', () => {
  const { at, said, teller, wait } = watched()
  teller.look()
  wait()
  at.seq = 9
  teller.stop()
  teller.look()
  wait()
  expect(said).toEqual([])
})
