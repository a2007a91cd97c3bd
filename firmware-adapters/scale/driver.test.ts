import { expect, test } from 'vitest'
import { createPace } from '../gateway/pace.ts'
import { count, measuring, pause, plainDriver, plainProtocol, plainScale, plainTask } from '../testing/plain-scale.ts'
import { replayLine } from '../testing/replay-line.ts'
import { hexOfBytes } from '../testing/vector.ts'
import { scaleDriver } from './driver.ts'

test('a scale that is asked is measured as it is asked, and its states are reasons', async () => {
  const plain = await plainScale({ answers: false })
  const { seen, end, until } = measuring(plain)
  await until(() => seen.length >= 2)
  plain.scale.stable = false
  await until(() => seen.at(-1)!.reason === 'unstable')
  plain.scale.overloaded = true
  await until(() => seen.at(-1)!.reason === 'overload')
  expect(seen.at(-1)).toMatchObject({ value: null, quality: 'bad' })
  expect(await end()).toBeNull()
})

test('a scale that speaks by itself is not expected to be polled', () => {
  const { settings } = plainTask({}).task
  expect(plainDriver.defaultsOf?.(settings).poll_ms).toBe(200)
  expect(plainDriver.defaultsOf?.({ ...settings, mode: 'print' }).poll_ms).toBeNull()
  expect(scaleDriver(plainProtocol({}, false)).defaultsOf?.(settings).poll_ms).toBeNull()
})

test('of a stream the newest frame is taken, and the others are counted as skipped', async () => {
  const plain = await plainScale({ answers: false })
  const { task, notices } = plainTask({ mode: 'stream' })
  const seen: string[] = []
  const frames = 40
  const over = new AbortController()
  const streaming = (async () => {
    await pause(50)
    for (let gram = 0; gram <= frames; gram++) {
      plain.scale.load = gram
      plain.say(plain.shown())
      await pause(5)
    }
  })()
  for await (const [measurement] of plainDriver.measure(plain.line, task, over.signal)) {
    seen.push(measurement!.value!)
    await pause(50)
    if (measurement!.value === '0.040') over.abort()
  }
  await streaming
  expect(seen.at(-1)).toBe('0.040')
  expect(seen).toEqual([...seen].sort())
  expect(seen.length).toBeLessThan(20)
  // The first one is dropped: it may have been half over when the line was opened.
  expect(seen.length + count(notices, 'skipped')).toBe(frames)
})

test('a stream that falls silent is a fault after three time-outs', async () => {
  const plain = await plainScale({ answers: false })
  const { failed, seen, notices, until } = measuring(plain, { mode: 'stream' })
  await pause(20)
  for (let round = 0; round < 3; round++) {
    plain.say(plain.shown())
    await pause(30)
  }
  await until(() => seen.length > 0)
  expect(await failed).toBe('comm_timeout')
  expect(count(notices, 'timeout')).toBe(3)
  expect(plain.scale.asked).toEqual([])
})

test('a scale that prints may be silent for ever, and each print is measured', async () => {
  const plain = await plainScale({ answers: false })
  const { end, seen, notices, until, values } = measuring(plain, { mode: 'print' })
  await pause(450)
  expect(seen).toEqual([])
  for (const load of [1_000, 2_000, 2_000, 3_000]) {
    plain.scale.load = load
    plain.say(plain.shown())
  }
  await until(() => seen.length === 4)
  expect(values()).toEqual(['1.000', '2.000', '2.000', '3.000'])
  await pause(450)
  expect(await end()).toBeNull()
  expect(count(notices, 'timeout') + count(notices, 'skipped')).toBe(0)
})

test('what was printed before the line was settled is forgotten, and half a print too', async () => {
  const plain = await plainScale({ answers: false })
  const { end, seen, until, values } = measuring(plain, { mode: 'print', settle_ms: 100 })
  await pause(20)
  plain.say('S 9.000 kg G')
  plain.pty.write(Buffer.from('S 1'))
  await pause(200)
  plain.say('S 2.000 kg G')
  plain.say('S 3.000 kg G')
  await until(() => seen.length > 0)
  expect(values()).toEqual(['3.000'])
  await end()
})

test('a line that is closed ends a scale that prints with comm_lost', async () => {
  const plain = await plainScale({ answers: false })
  const { failed } = measuring(plain, { mode: 'print' })
  await pause(50)
  await plain.pty.destroy()
  expect(await failed).toBe('comm_lost')
})

test('a scale that cannot be asked is listened to, whatever is set', async () => {
  const mute = scaleDriver(plainProtocol({}, false))
  const frame = hexOfBytes(new TextEncoder().encode('S 1.000 kg G\r\n'))
  const line = replayLine([{ tx: '', rx: frame.repeat(3) }], rx => [rx])
  const over = new AbortController()
  const { task } = plainTask({ mode: 'poll' })
  setTimeout(() => void line.write(new Uint8Array()), 20)
  for await (const [measurement] of mute.measure(
    line,
    { ...task, pace: createPace(() => performance.now()) },
    over.signal,
  )) {
    expect(measurement).toMatchObject({ value: '1.000' })
    over.abort()
  }
  await line.close()
})
