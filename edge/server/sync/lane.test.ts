import { FlowError } from '@flowviz/contract/error'
import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { startLane } from './lane.ts'

const logger = pino({ level: 'silent' })

/** A lane whose steps the test plays one by one: each call of the step waits for the next answer. */
function played() {
  const calls: { answer: (value: 'more' | 'idle') => void; fail: (error: unknown) => void }[] = []
  let called = () => {}
  const step = () =>
    new Promise<'more' | 'idle'>((answer, fail) => {
      calls.push({ answer, fail })
      called()
    })
  const lane = startLane({ name: 'ledger', step, linger_ms: 1, random: () => 0, logger, onChange: () => {} })
  onTestFinished(async () => {
    for (const call of calls) call.answer('idle')
    await lane.stop()
  })
  const nth = async (count: number) => {
    while (calls.length < count) await new Promise<void>(resolve => (called = resolve))
    return calls[count - 1]!
  }
  return { lane, calls, nth }
}

test('a lane has one request in flight however often it is nudged', async () => {
  const { lane, calls, nth } = played()
  const first = await nth(1)
  for (let at = 0; at < 100; at += 1) lane.nudge()
  await new Promise(resolve => setImmediate(resolve))
  expect(calls.length).toBe(1)
  first.answer('idle')
  await nth(2)
  expect(calls.length).toBe(2)
})

test('a commit while a batch is on its way is sent after it, not forgotten', async () => {
  const { lane, nth } = played()
  const first = await nth(1)
  lane.nudge()
  first.answer('idle')
  await nth(2)
  expect(lane.result()).toBe('ok')
})

test('a failure of the link is tried again without a nudge, and forgotten when it works', async () => {
  const { lane, nth } = played()
  ;(await nth(1)).fail(new FlowError('cloud_unreachable', 'no answer'))
  const second = await nth(2)
  expect([lane.result(), lane.problem()]).toEqual(['unreachable', 'no answer'])
  second.answer('more')
  await nth(3)
  expect([lane.result(), lane.problem()]).toEqual(['ok', null])
})

test('a refusal that needs a person is shown as one', async () => {
  const { lane, nth } = played()
  ;(await nth(1)).fail(new FlowError('box_revoked'))
  await new Promise(resolve => setImmediate(resolve))
  expect(lane.result()).toBe('refused')
})

test('a lane that is stopped while its last request is on its way ends with it', async () => {
  const { lane, nth } = played()
  const first = await nth(1)
  const stopped = lane.stop()
  first.answer('idle')
  await stopped
})

test('a lane stops in the middle of a long wait', async () => {
  const { lane, nth } = played()
  ;(await nth(1)).fail(new FlowError('ledger_fork'))
  await new Promise(resolve => setImmediate(resolve))
  const started = performance.now()
  await lane.stop()
  expect(performance.now() - started).toBeLessThan(1_000)
})
