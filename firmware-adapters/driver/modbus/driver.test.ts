import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Channel } from '@flowviz/contract/device'
import type { Measurement } from '@flowviz/contract/measurement'
import { expect, test } from 'vitest'
import { profileShelf } from '../../profile/shelf.ts'
import { withCrc } from '../../protocol/modbus-frame.ts'
import { driverSuite } from '../../testing/driver-suite.ts'
import { ownFolder } from '../../testing/folder.ts'
import { type Answer, run } from '../../testing/scripted-unit.ts'
import { bytesOfHex, hexOfBytes } from '../../testing/vector.ts'
import { ModbusBus } from '../../transport/open/modbus.ts'
import { modbusDriver } from './driver.ts'
import type { ModbusSettings } from './settings.ts'

const modbus = modbusDriver(profileShelf())
const frame = (hex: string) => hexOfBytes(withCrc(bytesOfHex(hex)))
const good = (channel: string, value: string, raw: string): Measurement => ({
  channel,
  value,
  unit: channel.startsWith('probe') ? 'Cel' : '1',
  quality: 'good',
  reason: 'ok',
  raw,
})

const PROBES = frame('010306ff4cff380000')
const COILS = frame('01010102')
driverSuite({
  driver: modbus,
  connect: line => new ModbusBus({ open: async () => line, framing: 'rtu', gap_ms: 0 }).unit(1, 25),
  task: {
    settings: { profile: 'carel-ir33@1' },
    channels: [
      { name: 'probe-1', unit: 'Cel' },
      { name: 'probe-2', unit: 'Cel' },
      { name: 'probe-3', unit: 'Cel' },
      { name: 'low-alarm', unit: '1' },
      { name: 'high-alarm', unit: '1' },
    ],
  },
  // Bits and registers stand in tables of their own, and neighbours are read in one request.
  transcript: [
    { tx: frame('0101000f0002'), rx: COILS },
    { tx: frame('010300040003'), rx: PROBES },
  ],
  expected: [
    good('probe-1', '-18.0', PROBES),
    good('probe-2', '-20.0', PROBES),
    good('probe-3', '0.0', PROBES),
    good('low-alarm', '0', COILS),
    good('high-alarm', '1', COILS),
  ],
  text: false,
})

test('a device that busy is, or fails, is bad with the reason, and never 0', async () => {
  const codes: [number, string][] = [
    [1, 'config_error'],
    [4, 'device_exception'],
    [6, 'busy'],
    [8, 'device_exception'],
  ]
  for (const [exception, reason] of codes) {
    const settings: ModbusSettings = { profile: 'xy-md02@1' }
    const channels: Channel[] = [{ name: 'temperature', unit: 'Cel' }]
    const { said } = await run({ answer: () => exception, channels, settings, polls: 1 })
    expect(said).toEqual([[`temperature ${reason}`]])
  }
})

const PH: Channel[] = [{ name: 'ph', unit: '[pH]' }]
const ph =
  (text: number[], unit: number): Answer =>
  (_fc, address) => {
    return address === 2_079 ? text : [unit, 0, 0x70a4, 0x40dd]
  }
const SAYS_PH = [0x7048, 0x2020, 0, 0, 0, 0, 0, 0]

test('a device says who it is before any of its values is believed', async () => {
  const settings: ModbusSettings = { profile: 'hamilton-ph@1' }
  const right = await run({ answer: ph(SAYS_PH, 0x1000), channels: PH, settings, polls: 2 })
  expect([right.said, right.asked]).toEqual([
    [['ph 6.92'], ['ph 6.92']],
    ['3:2079+8', '3:2089+4', '3:2089+4'],
  ])
  const other = await run({
    answer: ph([0x4f32, 0, 0, 0, 0, 0, 0, 0], 0x1000),
    channels: PH,
    settings: { ...settings },
    polls: 1,
  })
  expect([other.said, other.failure]).toMatchObject([[], { code: 'config_invalid' }])
  const refused = await run({
    answer: (fc, at, n) => (at === 2_079 ? 2 : ph(SAYS_PH, 0x1000)(fc, at, n)),
    channels: PH,
    settings: { ...settings },
    polls: 1,
  })
  expect(refused.said).toEqual([['ph 6.92']])
})

test('after a silence the device says again who it is', async () => {
  const settings: ModbusSettings = { profile: 'hamilton-ph@1' }
  let polls = 0
  const answer: Answer = (fc, address, count) => {
    if (address !== 2_079 && ++polls === 2) return 'silence'
    return ph(SAYS_PH, 0x1000)(fc, address, count)
  }
  const { asked } = await run({ answer, channels: PH, settings, polls: 3 })
  expect(asked).toEqual(['3:2079+8', '3:2089+4', '3:2089+4', '3:2079+8', '3:2089+4', '3:2089+4'])
})

test('a value in another unit than the one that is configured is none', async () => {
  const settings: ModbusSettings = { profile: 'hamilton-ph@1' }
  const { said } = await run({ answer: ph(SAYS_PH, 0x0400), channels: PH, settings, polls: 1 })
  expect(said).toEqual([['ph unit_mismatch']])
})

const FLOW = `
profile: our-flow
version: 3
title: Flow meter
trust: simulated
products: [{ brand: B, model: M }]
transport: { kinds: [modbus-rtu], address_base: 1, notation: decimal, timeout_ms: 700, inter_request_delay_ms: 90, poll_ms: 3000 }
points:
  - { key: flow, read: { fc: 4, address: 8, type: uint32, order: CDAB }, scale: '0.25', offset: '-1.5', unit: L/h, range: { hard: ['-5', '100'], warn: ['0', '50'] } }
  - { key: empty, read: { fc: 4, address: 10, type: uint16, bit: 3 }, unit: '1' }
caveats: []
tests: []
`

test('a profile of the plant is read with the configuration, and an edit of it is another configuration', async () => {
  const path = join(await ownFolder(), 'our-flow.yaml')
  await writeFile(path, FLOW)
  const settings: ModbusSettings = { profile: path }
  const channels: Channel[] = [
    { name: 'flow', unit: 'L/h' },
    { name: 'empty', unit: '1' },
  ]
  expect(modbus.defaultsOf!(settings)).toEqual({ poll_ms: 3_000, timeout_ms: 700, gap_ms: 90 })
  const before = modbus.fit!(settings, channels)
  expect(before.problems).toEqual([])
  const words =
    (low: number): Answer =>
    () => [low, 0, 0b1000]
  const said = async (low: number) =>
    (await run({ answer: words(low), channels, settings: before.settings as ModbusSettings, polls: 1 })).said[0]
  expect(await said(20)).toEqual(['flow 3.50', 'empty 1'])
  expect(await said(0)).toEqual(['flow -1.50', 'empty 1'])
  expect(await said(500)).toEqual(['flow out_of_physical_range', 'empty 1'])

  await writeFile(path, FLOW.replace("'0.25'", "'0.5'"))
  expect(await said(20)).toEqual(['flow 3.50', 'empty 1'])
  expect(modbus.fit!(settings, channels).settings).not.toEqual(before.settings)
  await writeFile(path, FLOW.replace('scale:', 'skale:'))
  expect(modbus.fit!(settings, channels).problems[0]!.path).toBe('/settings/profile/points/0/skale')
})

test('what a device file asks of a profile in vain is named by its place', () => {
  const fit = (settings: ModbusSettings, ...channels: Channel[]) => modbus.fit!(settings, channels)
  expect(fit({ profile: 'nobody@1' }, ...PH).problems.map(({ path }) => path)).toEqual(['/settings/profile'])
  expect(fit({ profile: 'pavone@1' }, { name: 'gross', unit: 'kg' }).problems.map(({ path }) => path)).toEqual([
    '/settings/overrides/points/gross/scale',
    '/settings/overrides/points/net/scale',
  ])
  expect(
    fit({ profile: 'xy-md02@1' }, { name: 'temperature', unit: '[degF]' }, { name: 'ph', unit: '[pH]' }).problems.map(
      ({ path }) => path,
    ),
  ).toEqual(['/channels/0/unit', '/channels/1/name'])
  const { channels, problems } = fit({ profile: 'laumas-tlb@1' }, { name: 'gross', unit: 'g' })
  expect([channels, problems]).toEqual([
    [{ name: 'gross', unit: 'g', report: { strategy: 'on_change_or_period', period_s: 5 } }],
    [],
  ])
})
