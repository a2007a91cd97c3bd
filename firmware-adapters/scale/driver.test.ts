import { codeOf } from '@flowviz/contract/error'
import type { Measurement } from '@flowviz/contract/measurement'
import { expect, test } from 'vitest'
import type { Notice } from '../driver.ts'
import { createPace } from '../gateway/pace.ts'
import { ALL_COMMANDS, plainProtocol, plainScale, plainTask } from '../testing/plain-scale.ts'
import { replayLine } from '../testing/replay-line.ts'
import { hexOfBytes } from '../testing/vector.ts'
import { scaleDriver } from './driver.ts'
import type { ScaleSettings } from './settings.ts'

const driver = scaleDriver(plainProtocol(ALL_COMMANDS, false))
const answering = scaleDriver(plainProtocol(ALL_COMMANDS, true))
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

type Scale = Awaited<ReturnType<typeof plainScale>>

/** Measures in the background; `end` stops it and gives why it ended, null when it was only stopped. */
function measuring({ line }: Scale, settings: Partial<ScaleSettings> = {}) {
  const { task, notices } = plainTask(settings)
  const over = new AbortController()
  const seen: Measurement[] = []
  const failed = (async () => {
    try {
      for await (const batch of driver.measure(line, task, over.signal)) seen.push(...batch)
      return null
    } catch (error) {
      return codeOf(error)
    }
  })()
  const end = () => {
    over.abort()
    return failed
  }
  const until = async (holds: () => boolean) => {
    for (let round = 0; !holds() && round < 400; round++) await pause(10)
    expect(holds()).toBe(true)
  }
  return { task, notices, seen, failed, end, until, values: () => seen.map(({ value }) => value) }
}

const count = (notices: Notice[], kind: Notice['kind']) =>
  notices
    .filter(notice => notice.kind === kind)
    .reduce((sum, notice) => sum + ('count' in notice ? notice.count : 1), 0)

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

for (const delays of [[110], [180], [290], [450], [650], [900], [290, 170], [450, 250], [110, 110, 110], [180, 290]])
  test(`a weight that comes ${delays.join(', ')} ms after it was asked for is never the answer to a later question`, async () => {
    const plain = await plainScale({ answers: false })
    const first = measuring(plain)
    await first.until(() => first.seen.length >= 2)
    plain.scale.delays = [...delays]
    // The slow answers have the old load in them.
    await first.until(() => plain.scale.delays.length === 0)
    const before = first.seen.length
    plain.scale.load = 2_000
    let last = first
    const fresh = () => last.values().filter(value => value === '2.000').length
    while (fresh() < 5) {
      await Promise.race([last.failed, pause(50)])
      if ((await Promise.race([last.failed, null])) === null) continue
      // Given up: opened anew, as the gateway does it.
      await plain.line.close()
      last = measuring({ ...plain, line: await plain.open() })
    }
    const after = [...first.values().slice(before), ...(last === first ? [] : last.values())]
    expect([...new Set(after)]).toEqual(['2.000'])
    await last.end()
  })

test('a scale that was asked before the line was opened answers nobody', async () => {
  const plain = await plainScale({ answers: false })
  plain.scale.delays = [60]
  await plain.line.write(ALL_COMMANDS.weight!)
  await pause(20)
  plain.scale.load = 2_000
  const { seen, end, until, values } = measuring(plain)
  await until(() => seen.length >= 5)
  expect([...new Set(values())]).toEqual(['2.000'])
  await end()
})

test('an answer that never came is given up for lost, and the scale is measured again', async () => {
  const plain = await plainScale({ answers: false })
  const { seen, end, until, notices } = measuring(plain)
  await until(() => seen.length >= 2)
  plain.scale.mute = true
  await until(() => count(notices, 'timeout') === 1)
  plain.scale.mute = false
  const before = seen.length
  await until(() => seen.length >= before + 5)
  expect(count(notices, 'timeout')).toBe(1)
  // Once it is sure again, nothing more is asked than measured.
  const asked = plain.scale.asked.length
  const measured = seen.length
  await until(() => seen.length >= measured + 5)
  expect(plain.scale.asked.length - asked).toBeLessThanOrEqual(seen.length - measured + 1)
  await end()
})

test('an answer that comes byte by byte with 50 ms between is taken whole or not at all', async () => {
  const plain = await plainScale({ answers: false })
  const { seen, end, until, values } = measuring(plain)
  await until(() => seen.length >= 2)
  plain.scale.mute = true
  for (const byte of Buffer.from('S 7.000 kg G\r\n')) {
    plain.pty.write(Uint8Array.of(byte))
    await pause(50)
  }
  plain.scale.mute = false
  await end()
  expect([...new Set(values())]).toEqual(['1.000'])
})

test('a scale that does not answer three times is opened anew', async () => {
  const plain = await plainScale({ answers: false })
  plain.scale.mute = true
  const { failed, seen, notices } = measuring(plain)
  expect(await failed).toBe('comm_timeout')
  expect(seen).toEqual([])
  expect(count(notices, 'timeout')).toBe(3)
})

test('a scale that speaks by itself is not expected to be polled', () => {
  const { settings } = plainTask({}).task
  expect(driver.defaultsOf?.(settings).poll_ms).toBe(200)
  expect(driver.defaultsOf?.({ ...settings, mode: 'print' }).poll_ms).toBeNull()
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
  for await (const [measurement] of driver.measure(plain.line, task, over.signal)) {
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

for (const [how, able] of [
  ['answers commands', answering],
  ['is silent on commands', driver],
] as const)
  test(`a scale that ${how} is tared, cleared and zeroed, and what it shows then is the proof`, async () => {
    const plain = await plainScale({ answers: able === answering })
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
  const outcome = await answering.tare(plain.line, task, new AbortController().signal)
  expect(outcome).toMatchObject({ outcome: 'failed', reason: 'device_exception' })
  expect(plain.scale.asked.filter(command => command !== 'W')).toEqual(['T'])
})

test('a streaming scale that shows the old weight for a moment is tared all the same', async () => {
  const plain = await plainScale({ answers: false })
  const { task } = plainTask({ mode: 'stream' })
  const over = new AbortController()
  const frames = setInterval(() => plain.say(plain.shown()), 20)
  const measured = (async () => {
    for await (const _ of driver.measure(plain.line, task, over.signal));
  })()
  await pause(100)
  plain.scale.delays = [150]
  const outcome = await driver.tare(plain.line, task, over.signal)
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
  expect(await driver.tare(plain.line, task, new AbortController().signal)).toMatchObject({ outcome: 'done' })
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
