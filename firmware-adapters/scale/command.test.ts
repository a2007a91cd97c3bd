import { expect, test } from 'vitest'
import {
  ALL_COMMANDS,
  answeringDriver,
  measuring,
  pause,
  plainDriver,
  plainProtocol,
  plainScale,
  plainTask,
} from '../testing/plain-scale.ts'
import { replayLine } from '../testing/replay-line.ts'
import { scaleDriver } from './driver.ts'

for (const [how, able] of [
  ['answers commands', answeringDriver],
  ['is silent on commands', plainDriver],
] as const)
  test(`a scale that ${how} is tared, cleared and zeroed, and what it shows then is the proof`, async () => {
    const plain = await plainScale({ answers: able === answeringDriver })
    const { task } = plainTask({})
    const { signal } = new AbortController()
    expect(await able.tare(plain.line, task, signal)).toMatchObject({
      outcome: 'done',
      measurements: [{ value: '0.000', weight: { basis: 'net' } }],
    })
    expect(await able.clearTare(plain.line, task, signal)).toMatchObject({
      outcome: 'done',
      measurements: [{ value: '1.000', weight: { basis: 'gross' } }],
    })
    expect(await able.zero(plain.line, task, signal)).toMatchObject({ outcome: 'done', reason: 'ok_stable' })
    plain.scale.load = 1_000
    plain.scale.stubborn = true
    expect(await able.tare(plain.line, task, signal)).toMatchObject({ outcome: 'failed', reason: 'not_done' })
    expect(await able.zero(plain.line, task, signal)).toMatchObject({ outcome: 'failed', reason: 'not_done' })
    plain.scale.stable = false
    expect(await able.zero(plain.line, task, signal)).toMatchObject({ outcome: 'failed', reason: 'busy' })
    expect(await able.stableWeight(plain.line, task, signal)).toMatchObject({ outcome: 'failed', reason: 'busy' })
    plain.scale.mute = true
    expect(await able.tare(plain.line, task, signal)).toMatchObject({ outcome: 'failed', reason: 'comm_timeout' })
  })

test('a scale that refuses has not done it, and nothing more is asked', async () => {
  const plain = await plainScale({ answers: true })
  plain.scale.refuses = true
  const { task } = plainTask({})
  const outcome = await answeringDriver.tare(plain.line, task, new AbortController().signal)
  expect(outcome).toMatchObject({ outcome: 'failed', reason: 'device_exception' })
  expect(plain.scale.asked.filter(command => command !== 'W')).toEqual(['T'])
})

test('a streaming scale that shows the old weight for a moment is tared all the same', async () => {
  const plain = await plainScale({ answers: false })
  const { task } = plainTask({ mode: 'stream' })
  const over = new AbortController()
  const frames = setInterval(() => plain.say(plain.shown()), 20)
  const measured = (async () => {
    for await (const _ of plainDriver.measure(plain.line, task, over.signal));
  })()
  await pause(100)
  plain.scale.delays = [150]
  const outcome = await plainDriver.tare(plain.line, task, over.signal)
  expect(outcome).toMatchObject({ outcome: 'done', measurements: [{ value: '0.000' }] })
  expect(plain.scale.asked).toEqual(['T'])
  over.abort()
  clearInterval(frames)
  await measured
})

test('reading back what a printing scale shows is no print', async () => {
  const plain = await plainScale({ answers: false })
  const { end, seen, task } = measuring(plain, { mode: 'print' })
  await pause(30)
  expect(await plainDriver.tare(plain.line, task, new AbortController().signal)).toMatchObject({ outcome: 'done' })
  await pause(50)
  expect(seen).toEqual([])
  await end()
})

test('a command that the protocol has not is refused, and nothing is sent', async () => {
  const poor = scaleDriver(plainProtocol({ weight: ALL_COMMANDS.weight! }, true))
  const line = replayLine([], () => [])
  const { task } = plainTask({})
  const { signal } = new AbortController()
  for (const act of [poor.tare, poor.clearTare, poor.zero])
    expect(await act(line, task, signal)).toMatchObject({ outcome: 'refused', reason: 'not_supported' })
  expect(line.asked).toBe(0)
  await line.close()
})
