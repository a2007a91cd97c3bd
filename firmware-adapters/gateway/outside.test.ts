import { join } from 'node:path'
import type { Channel, DeviceConfig } from '@flowviz/contract/device'
import { expect, onTestFinished, test } from 'vitest'
import { parsePlan } from '../simulator/plan.ts'
import { startSimulator } from '../simulator/simulator.ts'
import { ownFolder } from '../testing/folder.ts'
import { cable, freePort, mbpoll, mbpollWanted, pymodbusSlave, pymodbusWanted } from '../testing/outside.ts'
import { startPlant } from '../testing/plant.ts'

// The judges of this file are programs by others: a master that reads our devices, a device that our master reads.

const UNITS = [
  { id: 'meter', unit_id: 1, profile: 'sdm630@1' },
  { id: 'cold-room', unit_id: 2, profile: 'carel-ir33@1' },
]

/** Pretended devices that show known values. */
async function pretend(device: Record<string, unknown>): Promise<Record<string, string | number>> {
  const plan = parsePlan(JSON.stringify({ v: 1, devices: [{ id: 'bus', units: UNITS, ...device }] }))
  const simulator = await startSimulator(plan, () => Date.now())
  onTestFinished(() => simulator.stop())
  const control = (id: string, values: Record<string, string>) =>
    fetch(`http://127.0.0.1:${simulator.control_port}/${id}/control`, {
      method: 'POST',
      body: JSON.stringify({ values }),
    })
  await control('meter', { power: '1234.5', 'voltage-l1': '230.25' })
  await control('cold-room', { 'probe-1': '-18.0', 'high-alarm': '1', 'low-alarm': '0' })
  return simulator.devices.bus!
}

async function expectToBeRead(target: string[]): Promise<void> {
  const read = (unit: number, type: string, [address, count]: [number, number]) =>
    mbpoll('-a', `${unit}`, '-t', type, '-r', `${address}`, '-c', `${count}`, '-B', ...target)
  expect(await read(1, '3:float', [52, 1])).toEqual({ 52: '1234.5' })
  expect(await read(1, '3:float', [0, 2])).toMatchObject({ 0: '230.25' })
  expect((await read(2, '4', [4, 1]))[4]).toMatch(/^65356/)
  expect(await read(2, '0', [15, 2])).toEqual({ 15: '0', 16: '1' })
  await expect(read(2, '4', [9_000, 1])).rejects.toThrow(/Illegal data address/)
}

test.skipIf(!mbpollWanted)(
  'a master that others have written reads our pretended devices over Modbus TCP',
  async () => {
    const { port } = await pretend({ kind: 'modbus-tcp' })
    await expectToBeRead(['-m', 'tcp', '-p', `${port}`, '127.0.0.1'])
  },
)

test.skipIf(!mbpollWanted)(
  'a master that others have written reads our pretended devices on an RS-485 line',
  async () => {
    const link = join(await ownFolder(), 'bus')
    await pretend({ kind: 'modbus-rtu', link })
    await expectToBeRead(['-m', 'rtu', '-b', '9600', '-P', 'none', link])
  },
)

const points = {
  temperature: { read: { fc: 3, address: 100, type: 'int16' }, scale: '0.1', unit: 'Cel' },
  pressure: { read: { fc: 4, address: 200, type: 'float32', order: 'CDAB' }, unit: 'bar' },
  total: { read: { fc: 3, address: 300, type: 'uint32' }, unit: '1' },
  coil: { read: { fc: 1, address: 9, type: 'bool' }, unit: '1' },
  input: { read: { fc: 2, address: 10, type: 'bool' }, unit: '1' },
  plain: { read: { fc: 3, address: 1_234, type: 'uint16' }, unit: '1' },
}
// -18.5, 1234.5 with its words swapped, 4,000,000,000.
const WORDS = ['100=65351', '200=20480', '201=17562', '300=61035', '301=10240']
const MEANT = { temperature: '-18.5', pressure: '1234.5', total: '4000000000', coil: '1', input: '0', plain: '1234' }

async function expectToRead(transport: DeviceConfig['transport']): Promise<void> {
  const device: DeviceConfig = {
    id: 'outside',
    name: 'Outside',
    driver: 'modbus',
    location: 'hall',
    identity: 'gateway-1',
    transport,
    poll_ms: 250,
    timeout_ms: 500,
    settings: { profile: 'generic@1', overrides: { points } },
    channels: Object.entries(points).map(([name, { unit }]) => ({ name, unit }) as Channel),
  }
  const plant = await startPlant({ pretended: [], devices: [device] })
  for (const [channel, value] of Object.entries(MEANT))
    await plant.until(`${channel} is ${value}`, () =>
      plant.of('outside').some(({ measurement }) => measurement.channel === channel && measurement.value === value),
    )
  await plant.until('five rounds', () => (plant.health('outside')?.counters.samples ?? 0) >= 5)
  const others = plant.of('outside').filter(({ measurement }) => measurement.value !== null)
  for (const { measurement } of others) expect(measurement.value).toBe(MEANT[measurement.channel as keyof typeof MEANT])
}

test.skipIf(!pymodbusWanted)('our driver reads a device that others have written over Modbus TCP', async () => {
  const port = await freePort()
  await pymodbusSlave('tcp', port, WORDS)
  await expectToRead({ kind: 'modbus-tcp', host: '127.0.0.1', port, unit_id: 1 })
})

test.skipIf(!pymodbusWanted)('our driver reads a device that others have written on a serial line', async () => {
  const [ours, theirs] = await cable()
  await pymodbusSlave('rtu', theirs, WORDS)
  await expectToRead({ kind: 'modbus-rtu', path: ours, baud: 9600, format: '8N1', unit_id: 1 })
})
