import { join } from 'node:path'
import type { Measurement } from '@flowviz/contract/measurement'
import Type from 'typebox'
import { expect, test } from 'vitest'
import type { AnyDriver, Driver } from '../driver.ts'
import { DRIVERS } from '../registry.ts'
import { startBroker } from '../testing/broker.ts'
import { ownFolder } from '../testing/folder.ts'
import { scaleConfig, startPlant, unitConfig } from '../testing/plant.ts'

const scale = (id: string, link: string) => ({ kind: 'mt-sics', id, link, cycle: false })

test('readings taken while the broker is away arrive after it is back, each once and in their order', async () => {
  const link = join(await ownFolder(), 'scale-1')
  const report = { strategy: 'on_read' as const }
  const plant = await startPlant({
    pretended: [scale('scale-1', link)],
    devices: [scaleConfig('scale-1', link, { channels: [{ name: 'weight', unit: 'kg', report }] })],
  })
  await plant.until('it weighs', () => plant.of('scale-1').length > 3)
  const { port } = plant.broker
  await plant.broker.stop()
  const before = plant.of('scale-1').at(-1)!.seq
  await new Promise(resolve => setTimeout(resolve, 3_000))
  const back = performance.now()
  const arrived: number[] = []
  const { promise: caughtUp, resolve } = Promise.withResolvers<void>()
  await startBroker(
    {
      authorizePublish: (_, packet, done) => {
        if (packet.topic.endsWith('/measurement'))
          arrived.push((JSON.parse(String(packet.payload)) as { seq: number }).seq)
        done(null)
        if (arrived.length > 40) resolve()
      },
    },
    port,
  )
  await caughtUp
  expect(performance.now() - back).toBeLessThan(5_000)
  expect(arrived[0]!).toBeLessThanOrEqual(before + 1)
  expect(arrived).toEqual(Array.from(arrived, (_, at) => arrived[0]! + at))
})

test('one silent unit among five leaves the other four their interval', async () => {
  const link = join(await ownFolder(), 'bus')
  const ids = [1, 2, 3, 4, 5]
  const units = ids.map(unit_id => ({ id: `cold-${unit_id}`, unit_id, silent: unit_id === 3, swing_c: '0.0' }))
  const plant = await startPlant({
    pretended: [{ kind: 'xy-md02-rtu', id: 'bus', link, units }],
    devices: ids.map(unit_id => ({ ...unitConfig(`cold-${unit_id}`, link, unit_id), poll_ms: 400 })),
  })
  const well = ids.filter(id => id !== 3).map(id => `cold-${id}`)
  const samples = (id: string) => plant.health(id)?.counters.samples ?? 0
  await plant.until('16 intervals of each', () => well.every(id => samples(id) >= 17), 12_000)
  for (const id of well) {
    const interval = plant.health(id)!.achieved_interval_ms!
    expect(interval, id).toBeGreaterThan(400 * 0.8)
    expect(interval, id).toBeLessThan(400 * 1.2)
    expect(plant.health(id)!.counters, id).toMatchObject({ timeouts: 0, reconnects: 0, late_replies: 0 })
  }
  expect(plant.health('cold-3')).toMatchObject({ state: 'faulted', reason: 'comm_timeout' })
}, 20_000)

test('a scale that fell silent is told of within a second, and weighs within five after it is back', async () => {
  const link = join(await ownFolder(), 'scale-1')
  const plant = await startPlant({
    pretended: [scale('scale-1', link)],
    devices: [scaleConfig('scale-1', link, { poll_ms: 300, timeout_ms: 1_000 })],
  })
  await plant.until('it is well', () => plant.health('scale-1')?.state === 'ok')
  await plant.control('scale-1', { silent: true })
  await plant.until('it is late', () => plant.health('scale-1')?.state === 'late', 1_150)
  await plant.until('it is faulted', () => plant.health('scale-1')?.state === 'faulted', 6_000)
  // Long enough for the waits between two tries to have grown as far as they grow.
  await plant.until('it was tried often', () => plant.health('scale-1')!.counters.reconnects >= 4, 15_000)
  await plant.control('scale-1', { silent: false })
  await plant.until('it weighs', () => plant.health('scale-1')?.state === 'ok', 5_000)
}, 40_000)

type Crash = 'at once' | 'later' | 'after a measurement'

/** A driver that fails in one of the ways a driver can. */
function failing(how: Crash): Driver<'bytes', unknown> {
  const measurement: Measurement = { channel: 'weight', value: '1', unit: 'kg', quality: 'good', reason: 'ok' }
  return {
    id: how.replaceAll(' ', '-'),
    link: 'bytes',
    settings: Type.Object({}),
    defaults: { poll_ms: 50, timeout_ms: 100 },
    check: () => [],
    measure: (_line, task) => {
      if (how === 'at once') throw new TypeError('at once')
      return (async function* () {
        if (how === 'after a measurement') yield [measurement]
        await task.pace.wait(20)
        throw new TypeError(how)
      })()
    },
  }
}

test('a driver that fails at once, later or after a measurement is named, and started again', async () => {
  const folder = await ownFolder()
  const ways = (['at once', 'later', 'after a measurement'] as const).map(failing)
  const ids = ways.map(({ id }) => id)
  const plant = await startPlant({
    pretended: ids.map(id => scale(id, join(folder, id))),
    devices: ids.map(id => scaleConfig(id, join(folder, id), { driver: id })),
    drivers: new Map<string, AnyDriver>([...DRIVERS, ...ways.map(driver => [driver.id, driver as AnyDriver] as const)]),
  })
  const crashes = (id: string) => plant.health(id)?.counters.driver_crashes ?? 0
  await plant.until('each crashed twice', () => ids.every(id => crashes(id) >= 2))
  for (const id of ids) expect(plant.health(id), id).toMatchObject({ state: 'faulted', reason: 'driver_crashed' })
})

test('a line that appears late is opened as soon as it is there', async () => {
  const link = join(await ownFolder(), 'scale-1')
  const plant = await startPlant({ pretended: [scale('scale-1', link)], devices: [] })
  await plant.control('scale-1', { unplug: true })
  await plant.gateway.apply({ v: 1, site: 'plant-1', devices: [scaleConfig('scale-1', link)] })
  await plant.until('it is missing', () => plant.health('scale-1')?.reason === 'port_missing')
  await plant.control('scale-1', { plug: true })
  await plant.until('it weighs', () => plant.health('scale-1')?.state === 'ok', 2_500)
})

test('a device whose settings change is opened anew with them, and its numbers go on', async () => {
  const folder = await ownFolder()
  const [one, two] = [join(folder, 'scale-1'), join(folder, 'scale-2')]
  const plant = await startPlant({
    pretended: [scale('scale-1', one), scale('scale-2', two)],
    devices: [scaleConfig('scale-1', one)],
  })
  await plant.control('scale-2', { load_kg: '9.000' })
  await plant.until('it weighs', () => plant.of('scale-1').length > 3)
  await plant.gateway.apply({ v: 1, site: 'plant-1', devices: [scaleConfig('scale-1', two)] })
  await plant.until('it weighs the other load', () => plant.of('scale-1').at(-1)!.measurement.value === '9.000')
  const seqs = plant.of('scale-1').map(({ seq }) => seq)
  expect(seqs).toEqual(seqs.map((_, at) => at + 1))
})
