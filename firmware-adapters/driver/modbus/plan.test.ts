import type { Channel } from '@flowviz/contract/device'
import { expect, test } from 'vitest'
import { checkProfile } from '../../profile/check.ts'
import { type Answer, run } from '../../testing/scripted-unit.ts'
import { modbusDriver } from './driver.ts'
import type { ModbusSettings } from './settings.ts'

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
