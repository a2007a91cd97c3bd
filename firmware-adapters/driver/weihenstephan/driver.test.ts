import type { Measurement } from '@flowviz/contract/measurement'
import { expect, test } from 'vitest'
import type { Notice } from '../../driver.ts'
import { createPace } from '../../gateway/pace.ts'
import { tcpScale } from '../../testing/tcp-scale.ts'
import { weihenstephan } from './driver.ts'
import type { WeihenstephanSettings } from './settings.ts'

const settings: WeihenstephanSettings = {
  tags: {
    'good-products': { tag: 50257, type: 'uint32', places: 0 },
    speed: { tag: 100, type: 'float32', places: 0 },
    temperature: { tag: 101, type: 'int32', places: 1 },
  },
}
const channels = [
  { name: 'good-products', unit: '1' as const },
  { name: 'speed', unit: '1' as const },
  { name: 'temperature', unit: 'Cel' as const },
]
const reply = (word: number, tag: number, bits: number) => {
  const telegram = Buffer.alloc(8)
  telegram.writeUInt16LE(word, 0)
  telegram.writeUInt16LE(tag, 2)
  telegram.writeUInt32LE(bits >>> 0, 4)
  return telegram.toString('latin1')
}
const tagOf = (asked: string) => Buffer.from(asked, 'latin1').readUInt16LE(2)

function taskOf(notices: Notice[]) {
  const pace = createPace(() => performance.now())
  const notice = (told: Notice) => notices.push(told)
  return { settings, channels, poll_ms: 10, timeout_ms: 100, pace, notice }
}

/** The first round that a machine gives. */
async function firstRound(answer: (tag: number) => string | null): Promise<Measurement[]> {
  const { line } = await tcpScale(asked => answer(tagOf(asked)))
  for await (const round of weihenstephan.measure(line, taskOf([]), new AbortController().signal))
    return round as Measurement[]
  throw new Error('The machine gave nothing.')
}

test('a machine is read tag by tag over TCP, and only read', async () => {
  const bits = new Map([
    [50257, 10_000],
    [100, 0x4094_cccd],
    [101, -35],
  ])
  const { line, asked } = await tcpScale(sent => reply(0, tagOf(sent), bits.get(tagOf(sent))!))
  for await (const round of weihenstephan.measure(line, taskOf([]), new AbortController().signal)) {
    expect(round.map(({ value }) => value)).toEqual(['10000', '4.65', '-3.5'])
    break
  }
  expect(new Set(asked.map(sent => Buffer.from(sent, 'latin1').readUInt16LE(0)))).toEqual(new Set([2]))
})

test('a tag that the machine does not give, and a float that is no number, are bad with their reason', async () => {
  const round = await firstRound(tag =>
    tag === 100 ? reply(2, tag, 0x7fc0_0000) : reply(tag === 101 ? 0xcccc : 0xdddd, tag, 0),
  )
  expect(round).toMatchObject([
    { value: null, quality: 'bad', reason: 'config_error' },
    { value: null, reason: 'sensor_fault' },
    { value: null, reason: 'busy' },
  ])
  // Smaller than nine places can tell, and larger than a plant can count.
  expect((await firstRound(tag => reply(0, tag, 1)))[1]).toMatchObject({ value: '0.000000000', quality: 'good' })
  const [, huge] = await firstRound(tag => reply(0, tag, 0x7f7f_ffff))
  expect(huge).toMatchObject({ value: null, reason: 'out_of_physical_range' })
})

test('an answer to another question, and none at all, end the connection, so that nothing late is taken', async () => {
  await expect(firstRound(() => reply(0, 7, 1))).rejects.toMatchObject({ code: 'comm_lost' })
  await expect(firstRound(() => null)).rejects.toMatchObject({ code: 'comm_timeout' })
  await expect(firstRound(tag => reply(0, tag, 1).slice(0, 7))).rejects.toMatchObject({ code: 'comm_timeout' })
})

test('each channel has a tag, and each tag a channel', () => {
  expect(weihenstephan.fit!(settings, channels).problems).toEqual([])
  const { problems } = weihenstephan.fit!(settings, [...channels.slice(1), { name: 'torque', unit: '1' }])
  expect(problems.map(({ path }) => path)).toEqual(['/settings/tags', '/settings/tags/good-products'])
})
