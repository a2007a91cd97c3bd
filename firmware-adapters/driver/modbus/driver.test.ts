import type { Channel } from '@flowviz/contract/device'
import type { Measurement } from '@flowviz/contract/measurement'
import { expect, test } from 'vitest'
import type { Notice } from '../../driver.ts'
import { createPace } from '../../gateway/pace.ts'
import { checkProfile } from '../../profile/check.ts'
import { profileShelf } from '../../profile/shelf.ts'
import { withCrc } from '../../protocol/modbus-frame.ts'
import { driverSuite } from '../../testing/driver-suite.ts'
import { bytesOfHex, hexOfBytes } from '../../testing/vector.ts'
import { ModbusBus } from '../../transport/open/modbus.ts'
import type { RegisterReply, RegisterTransport } from '../../transport/register.ts'
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

type Answer = (fc: number, address: number, count: number) => number[] | number | 'silence'

/** A unit that answers as it is told to: with registers, an exception, or not at all. */
function unitOf(answer: Answer) {
  const asked: string[] = []
  const read =
    (fc: number) =>
    async (address: number, count: number): Promise<RegisterReply> => {
      asked.push(`${fc}:${address}+${count}`)
      const said = answer(fc, address, count)
      if (said === 'silence') return { ok: false, fault: 'comm_timeout', exception: null, detail: 'Silence.', late: 0 }
      if (typeof said === 'number')
        return { ok: false, fault: 'device_exception', exception: said, detail: `Exception ${said}.`, late: 0 }
      return { ok: true, registers: said, raw: '00', late: 0 }
    }
  const unit: RegisterTransport = {
    readCoils: read(1),
    readDiscrete: read(2),
    readHolding: read(3),
    readInput: read(4),
  }
  return { unit, asked }
}

interface Run {
  answer: Answer
  channels: readonly Channel[]
  settings: ModbusSettings
  polls: number
  driver?: typeof modbus
}

/** What some polls of such a unit measure, as text, and what was asked. */
async function run({ answer, channels, settings, polls, driver = modbus }: Run) {
  const { unit, asked } = unitOf(answer)
  const over = new AbortController()
  const notices: Notice[] = []
  const said: string[][] = []
  const pace = createPace(() => performance.now())
  const task = { settings, channels, poll_ms: 1, timeout_ms: 10, pace, notice: (at: Notice) => notices.push(at) }
  let failure: unknown = null
  try {
    for await (const measured of driver.measure(unit, task as never, over.signal)) {
      said.push(measured.map(({ channel, value, reason }) => `${channel} ${value ?? reason}`))
      if (said.length >= polls) over.abort()
    }
  } catch (error) {
    failure = error
  }
  return { said, asked, notices, failure }
}

const floats = (count: number) => Array.from({ length: count / 2 }, () => [0x449a, 0x5000]).flat()
const METER: Channel[] = [
  { name: 'voltage-l1', unit: 'V' },
  { name: 'voltage-l3', unit: 'V' },
  { name: 'current-l3', unit: 'A' },
  { name: 'energy', unit: 'kW.h' },
]

test('neighbours are read together with the little that lies between them, far registers by themselves', async () => {
  const { asked } = await run({
    answer: (_fc, _address, count) => floats(count),
    channels: METER,
    settings: { profile: 'sdm630@1' },
    polls: 1,
  })
  expect(asked).toEqual(['4:0+12', '4:342+2'])
})

test('a block that the device refuses is halved until it is read, and the split is remembered', async () => {
  // Registers 2 and 3 do not exist on this one; 0-1, 4-5 and 10-11 do.
  const hole = (address: number, count: number) => address <= 3 && address + count > 2
  const settings: ModbusSettings = { profile: 'sdm630@1' }
  const answer: Answer = (_fc, address, count) => (hole(address, count) ? 2 : floats(count))
  const first = await run({ answer, channels: METER, settings, polls: 3 })
  expect(first.asked.slice(0, 6)).toEqual(['4:0+12', '4:0+6', '4:0+2', '4:4+2', '4:10+2', '4:342+2'])
  expect(first.asked.slice(6, 10)).toEqual(['4:0+2', '4:4+2', '4:10+2', '4:342+2'])
  expect(first.said[0]).toEqual([
    'voltage-l1 out_of_physical_range',
    'voltage-l3 out_of_physical_range',
    'current-l3 1234.5',
    'energy 1234.5',
  ])
  // An outage does not make it forget.
  expect((await run({ answer, channels: METER, settings, polls: 1 })).asked).not.toContain('4:0+12')
})

test('a register that the device does not have is a mistake in the configuration, and disturbs no other', async () => {
  const { said, notices } = await run({
    answer: (_fc, address, count) => (address + count > 342 ? 2 : floats(count)),
    channels: METER.slice(2),
    settings: { profile: 'sdm630@1' },
    polls: 2,
  })
  expect(said).toEqual([
    ['current-l3 1234.5', 'energy config_error'],
    ['current-l3 1234.5', 'energy config_error'],
  ])
  expect(notices).toContainEqual({ kind: 'exception', count: 1 })
})

test('registers that are answered by silence do not take the rest of the device away', async () => {
  const { said, asked } = await run({
    answer: (_fc, address, count) => (address === 342 ? 'silence' : floats(count)),
    channels: METER.slice(2),
    settings: { profile: 'sdm630@1' },
    polls: 8,
  })
  expect(said.every(([first]) => first === 'current-l3 1234.5')).toBe(true)
  expect(said.flat().filter(text => text.startsWith('energy'))).toEqual(['energy comm_timeout'])
  expect(asked.filter(text => text === '4:342+2')).toHaveLength(3)
})

test('a unit whose first registers are silent is found by its others', async () => {
  const settings: ModbusSettings = { profile: 'sdm630@1' }
  const answer: Answer = (_fc, address, count) => (address < 12 ? 'silence' : floats(count))
  const lost = await run({ answer, channels: METER, settings, polls: 1 })
  expect(lost.failure).toMatchObject({ code: 'comm_timeout' })
  const found = await run({ answer, channels: METER, settings, polls: 2 })
  expect(found.said).toEqual([['energy 1234.5'], ['energy 1234.5']])
})

test('a unit that was dead for long is not taken to pieces for it', async () => {
  const settings: ModbusSettings = { profile: 'sdm630@1' }
  for (let at = 0; at < 8; at++) await run({ answer: () => 'silence', channels: METER, settings, polls: 1 })
  const { asked } = await run({ answer: (_fc, _at, count) => floats(count), channels: METER, settings, polls: 1 })
  expect(asked.toSorted()).toEqual(['4:0+12', '4:342+2'])
})

test('a unit that has answered nothing is not asked for the rest', async () => {
  const { said, asked, failure } = await run({
    answer: () => 'silence',
    channels: METER,
    settings: { profile: 'sdm630@1' },
    polls: 1,
  })
  expect([said, asked]).toEqual([[], ['4:0+12']])
  expect(failure).toMatchObject({ code: 'comm_timeout' })
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

test('registers that are forbidden are not read along, and half of a number never', async () => {
  const read = (address: number, type: string) => ({ fc: 3, address, type })
  const point = (key: string, address: number, type = 'int32') => ({ key, read: read(address, type), unit: 'kg' })
  const { profile } = checkProfile({
    profile: 'odd',
    version: 1,
    title: 'Odd',
    trust: 'simulated',
    products: [{ brand: 'B', model: 'M' }],
    transport: {
      kinds: ['modbus-rtu'],
      address_base: 0,
      notation: 'decimal',
      registers_per_request_max: 5,
      gap_max: 3,
      forbidden: [{ fc: 3, from: 13, to: 13 }],
    },
    points: [point('a', 0), point('b', 2), point('c', 4), point('d', 10), point('e', 14), point('f', 18, 'int16')],
    caveats: [],
    tests: [],
  })
  const driver = modbusDriver({ find: () => ({ profile, problems: [] }) })
  const channels = [...'abcdef'].map((name): Channel => ({ name, unit: 'kg' }))
  const { asked } = await run({
    answer: (_fc, _at, count) => Array(count).fill(0),
    channels,
    settings: { profile: 'odd@1' },
    polls: 1,
    driver,
  })
  expect(asked).toEqual(['3:0+4', '3:4+2', '3:10+2', '3:14+5'])
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
