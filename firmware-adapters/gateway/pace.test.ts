import { expect, test } from 'vitest'
import { createPace } from './pace.ts'

test('ticks keep their average interval when the reader is slow now and then', async () => {
  const pace = createPace(() => performance.now())
  const over = new AbortController()
  const begun = performance.now()
  let ticks = 0
  for await (const _ of pace.ticks(20, over.signal)) {
    if (++ticks % 4 === 0) await pace.wait(30)
    if (ticks === 21) over.abort()
  }
  expect(ticks).toBe(21)
  const average = (performance.now() - begun) / 20
  expect(average).toBeGreaterThan(19)
  expect(average).toBeLessThan(26)
})

test('ticks that were slept through are not made up for', async () => {
  let now = 0
  const pace = createPace(() => now)
  const over = new AbortController()
  const ticks = pace.ticks(10, over.signal)[Symbol.asyncIterator]()
  await ticks.next()
  now = 1_005
  await ticks.next()
  now = 1_010
  await ticks.next()
  const late = ticks.next()
  expect(await Promise.race([late, pace.wait(2).then(() => 'waits')])).toBe('waits')
  over.abort()
  expect((await late).done).toBe(true)
})

test('work that takes too long gives what was agreed for it', async () => {
  const pace = createPace(() => performance.now())
  expect(await pace.within(5, new Promise<string>(() => undefined), 'late')).toBe('late')
  expect(await pace.within(1_000, Promise.resolve('done'), 'late')).toBe('done')
})

test('a wait ends when its signal aborts', async () => {
  const pace = createPace(() => performance.now())
  const over = new AbortController()
  const waiting = pace.wait(60_000, over.signal)
  over.abort()
  await waiting
  await pace.wait(60_000, over.signal)
})

test('the second tick comes in its phase, and all others a whole interval after it', async () => {
  const pace = createPace(() => performance.now())
  const over = new AbortController()
  const began = performance.now()
  const at: number[] = []
  for await (const _ of pace.ticks(100, over.signal, 0.4)) {
    at.push(Math.round((performance.now() - began) / 20))
    if (at.length === 4) over.abort()
  }
  expect(at).toEqual([0, 2, 7, 12])
})
