import type { Channel } from '@flowviz/contract/device'
import { Measurement } from '@flowviz/contract/measurement'
import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { withCrc } from '../../protocol/modbus-frame.ts'
import { type DriverCase, driverSuite, play } from '../../testing/driver-suite.ts'
import { byteByByte, whole } from '../../testing/mutation.ts'
import { bytesOfHex, hexOfBytes } from '../../testing/vector.ts'
import { ModbusBus } from '../../transport/open/modbus.ts'
import { decode } from './decode.ts'
import { xyMd02 } from './driver.ts'
import type { XyMd02Settings } from './settings.ts'

const AIR: Channel[] = [
  { name: 'temperature', unit: 'Cel' },
  { name: 'humidity', unit: '%' },
]
const READ = '010400010002200b'
const reply = (...body: number[]) => hexOfBytes(withCrc(Uint8Array.of(1, ...body)))

const good = (temperature: string, humidity: string, raw: string): Measurement[] => [
  { channel: 'temperature', value: temperature, unit: 'Cel', quality: 'good', reason: 'ok', raw },
  { channel: 'humidity', value: humidity, unit: '%', quality: 'good', reason: 'ok', raw },
]

/** A unit on a replayed RS-485 line, behind the very bus that the gateway uses. */
const unit = (
  transcript: DriverCase<'registers', XyMd02Settings>['transcript'],
  expected: Measurement[],
  settings: XyMd02Settings = { address: 1, places: 1, table: 'input' },
): DriverCase<'registers', XyMd02Settings> => ({
  driver: xyMd02,
  connect: line => new ModbusBus({ open: async () => line, framing: 'rtu', gap_ms: 0 }).unit(1, 25),
  task: { settings, channels: AIR },
  transcript,
  expected,
  text: false,
})

// The first reply is the example of the maker's manual: 30.5 °C, 54.6 %.
const MANUAL = '010404013102222ace'
const COLD = reply(4, 4, 0xff, 0x33, 0x03, 0xe8)
driverSuite(
  unit(
    [
      { tx: READ, rx: MANUAL },
      { tx: READ, rx: COLD },
    ],
    [...good('30.5', '54.6', MANUAL), ...good('-20.5', '100.0', COLD)],
  ),
)

test('xy-md02: a broken probe is a fault, and neither 3276.7 nor -3276.8 degrees', async () => {
  for (const [high, low] of [
    [0x7f, 0xff],
    [0x80, 0x00],
  ] as const) {
    const rx = reply(4, 4, high, low, 0x02, 0x22)
    const expected: Measurement[] = [
      { channel: 'temperature', value: null, unit: 'Cel', quality: 'bad', reason: 'sensor_fault', raw: rx },
      { channel: 'humidity', value: '54.6', unit: '%', quality: 'good', reason: 'ok', raw: rx },
    ]
    expect((await play(unit([{ tx: READ, rx }], expected), frame => [frame])).measured).toEqual(expected)
  }
})

test('xy-md02: what its sensor cannot give is no value, and frost is one', () => {
  const read = (...registers: number[]) => decode(registers, AIR, 1).map(({ value, reason }) => value ?? reason)
  expect(read(0xffff, 0xffff)).toEqual(['-0.1', 'out_of_physical_range'])
  expect(read(0xfe70, 0)).toEqual(['-40.0', '0.0'])
  expect(read(0xfd00, 1_300)).toEqual(['out_of_physical_range', 'out_of_physical_range'])
  expect(read(5_000, 1_004)).toEqual(['out_of_physical_range', '100.4'])
})

const EXCEPTIONS = [
  [1, 'config_error'],
  [2, 'config_error'],
  [3, 'config_error'],
  [4, 'device_exception'],
  [6, 'busy'],
] as const
for (const [exception, reason] of EXCEPTIONS)
  test(`xy-md02: exception ${exception} is bad with ${reason} for every channel, never 0, and the unit goes on being read`, async () => {
    const bad = (channel: string, unit: 'Cel' | '%'): Measurement => ({
      channel,
      value: null,
      unit,
      quality: 'bad',
      reason,
    })
    const expected = [bad('temperature', 'Cel'), bad('humidity', '%'), ...good('30.5', '54.6', MANUAL)]
    const transcript = [
      { tx: READ, rx: reply(0x84, exception) },
      { tx: READ, rx: MANUAL },
    ]
    expect((await play(unit(transcript, expected), frame => [frame])).measured).toEqual(expected)
  })

test('xy-md02: a clone with holding registers from 0 and hundredths is read by its settings', async () => {
  const rx = reply(3, 4, 0x0b, 0xea, 0x15, 0x54)
  const tx = hexOfBytes(withCrc(bytesOfHex('010300000002')))
  const expected = good('30.50', '54.60', rx)
  const subject = unit([{ tx, rx }], expected, { address: 0, places: 2, table: 'holding' })
  const { measured, unexpected } = await play(subject, frame => [frame])
  expect({ measured, unexpected }).toEqual({ measured: expected, unexpected: [] })
})

const AROUND = {
  'the echo of the request, as cheap adapters give it': READ + MANUAL,
  'the reply of another unit before it': hexOfBytes(withCrc(Uint8Array.of(2, 4, 4, 1, 2, 3, 4))) + MANUAL,
  'a reply to another master, of another length, before it': reply(4, 2, 1, 2) + MANUAL,
  'a request of another master before it': hexOfBytes(withCrc(bytesOfHex('050400010002'))) + MANUAL,
}
for (const [what, rx] of Object.entries(AROUND))
  test(`xy-md02: ${what} changes no value`, async () => {
    const expected = good('30.5', '54.6', MANUAL)
    for (const deliver of [whole, byteByByte]) {
      const { measured } = await play(unit([{ tx: READ, rx }], expected), deliver.chunks)
      expect(measured).toEqual(expected)
    }
  })

test('xy-md02: no reply with one bit flipped, and none that is cut short, is a value', async () => {
  const frame = bytesOfHex(MANUAL)
  for (let bit = 0; bit < frame.length * 8; bit += 5) {
    const flipped = Uint8Array.from(frame)
    flipped[bit >> 3]! ^= 1 << (bit & 7)
    expect((await play(unit([{ tx: READ, rx: hexOfBytes(flipped) }], []), whole.chunks)).measured).toEqual([])
  }
  for (let length = 0; length < frame.length; length++)
    expect(
      (await play(unit([{ tx: READ, rx: hexOfBytes(frame.slice(0, length)) }], []), whole.chunks)).measured,
    ).toEqual([])
})

test('xy-md02: a reply with a wrong checksum is no value', async () => {
  const { measured, notices } = await play(unit([{ tx: READ, rx: '010404013102222acf' }], []), frame => [frame])
  expect(measured).toEqual([])
  expect(notices).toContainEqual({ kind: 'checksum', count: 1 })
})

test('xy-md02: whatever the registers hold, the measurements are valid', () => {
  const validator = Compile(Measurement)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 4 }), registers => {
      for (const measurement of decode(registers, AIR, 1)) expect(validator.Check(measurement)).toBe(true)
    }),
  )
})

test('xy-md02: channels that it does not have, or in another unit, are named', () => {
  expect(xyMd02.check(AIR)).toEqual([])
  expect(xyMd02.check([{ name: 'pressure', unit: '1' }])).toHaveLength(1)
  expect(xyMd02.check([{ name: 'temperature', unit: '[degF]' }])).toHaveLength(1)
})
