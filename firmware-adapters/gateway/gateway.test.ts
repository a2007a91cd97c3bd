import { join } from 'node:path'
import type { DeviceConfig } from '@flowviz/contract/device'
import type { Measurement } from '@flowviz/contract/measurement'
import Type from 'typebox'
import { expect, test } from 'vitest'
import type { AnyDriver, Driver } from '../driver.ts'
import { DRIVERS } from '../registry.ts'
import { ownFolder } from '../testing/folder.ts'
import { scaleConfig, startPlant, unitConfig } from '../testing/plant.ts'

const scale = (id: string, link: string) => ({ kind: 'mt-sics', id, link, cycle: false })

test('a weight walks from the line of the scale to the broker, with the frame that says so', async () => {
  const link = join(await ownFolder(), 'scale-1')
  const plant = await startPlant({ pretended: [scale('scale-1', link)], devices: [scaleConfig('scale-1', link)] })
  await plant.control('scale-1', { load_kg: '12.340' })
  const told = () => plant.of('scale-1').find(({ measurement }) => measurement.value === '12.340')
  await plant.until('a stable 12.340 kg', () => told()?.measurement.reason === 'ok_stable')
  expect(told()!.measurement).toEqual({
    channel: 'weight',
    value: '12.340',
    unit: 'kg',
    quality: 'good',
    reason: 'ok_stable',
    weight: { stable: true, basis: 'unknown' },
    raw: Buffer.from('S S     12.340 kg\r\n').toString('hex'),
  })
  expect(plant.of('scale-1').some(({ measurement }) => measurement.reason === 'unstable')).toBe(true)
  await plant.until('a healthy scale', () => plant.health('scale-1')?.achieved_interval_ms !== null)
  expect(plant.health('scale-1')).toMatchObject({ state: 'ok', reason: 'ok' })
  expect(plant.health('scale-1')!.last_sample_age_ms!).toBeLessThan(400)
})

test('a scale that is pulled out is told once, and weighs again as soon as it is plugged in', async () => {
  const folder = await ownFolder()
  const [one, two] = [join(folder, 'scale-1'), join(folder, 'scale-2')]
  const plant = await startPlant({
    pretended: [scale('scale-1', one), scale('scale-2', two)],
    devices: [scaleConfig('scale-1', one), scaleConfig('scale-2', two)],
  })
  await plant.until('both weigh', () => plant.of('scale-1').length > 2 && plant.of('scale-2').length > 2)
  await plant.control('scale-1', { unplug: true })
  await plant.until('scale-1 is missing', () => plant.health('scale-1')?.reason === 'port_missing')
  const before = plant.of('scale-2').length
  await plant.until('scale-2 goes on', () => plant.of('scale-2').length > before + 15)
  const bad = plant.of('scale-1').filter(({ measurement }) => measurement.quality === 'bad')
  expect(bad.map(({ measurement }) => [measurement.value, measurement.reason])).toEqual([[null, 'comm_lost']])
  expect(plant.of('scale-1').at(-1)).toBe(bad[0])
  expect(plant.health('scale-2')).toMatchObject({ state: 'ok' })
  expect(plant.health('scale-2')!.achieved_interval_ms!).toBeLessThan(120)

  const unplugged = performance.now()
  await plant.control('scale-1', { plug: true })
  await plant.until('scale-1 weighs', () => plant.health('scale-1')?.state === 'ok', 2_000)
  expect(performance.now() - unplugged).toBeLessThan(1_500)
})

test('a line that sends garbage gives no value, disturbs nobody, and recovers by itself', async () => {
  const folder = await ownFolder()
  const [one, two] = [join(folder, 'scale-1'), join(folder, 'scale-2')]
  const plant = await startPlant({
    pretended: [{ ...scale('scale-1', one) }, scale('scale-2', two)],
    devices: [scaleConfig('scale-1', one), scaleConfig('scale-2', two)],
  })
  await plant.control('scale-1', { load_kg: '7.000' })
  await plant.until('a stable 7 kg', () =>
    plant.of('scale-1').some(({ measurement: { value, reason } }) => value === '7.000' && reason === 'ok_stable'),
  )
  await plant.control('scale-1', { garbage: true })
  const noisy = () => (plant.health('scale-1')?.counters.noise_bytes ?? 0) > 2_000
  await plant.until('the line is full of garbage', noisy)
  await plant.control('scale-1', { silent: true })
  await plant.until('scale-1 is faulted', () => plant.health('scale-1')?.state === 'faulted')
  expect(noisy()).toBe(true)
  expect(plant.health('scale-2')).toMatchObject({ state: 'ok' })
  expect(plant.health('scale-2')!.achieved_interval_ms!).toBeLessThan(120)
  await plant.control('scale-1', { garbage: false, silent: false })
  await plant.until('scale-1 weighs', () => plant.health('scale-1')?.state === 'ok')
  const stable = plant.of('scale-1').filter(({ measurement }) => measurement.reason === 'ok_stable')
  expect(stable.filter(({ measurement: { value } }) => value !== '0.000' && value !== '7.000')).toEqual([])
})

test('a unit that never answers leaves the one beside it its interval', async () => {
  const link = join(await ownFolder(), 'bus')
  const units = [
    { id: 'cold-1', unit_id: 1, temperature_c: '4.2', humidity: '80.0', swing_c: '0.0' },
    { id: 'cold-2', unit_id: 2, silent: true, temperature_c: '-18.0', swing_c: '0.0' },
  ]
  const plant = await startPlant({
    pretended: [{ kind: 'xy-md02-rtu', id: 'bus', link, units }],
    devices: [unitConfig('cold-1', link, 1), unitConfig('cold-2', link, 2)],
  })
  await plant.until('16 intervals', () => (plant.health('cold-1')?.counters.samples ?? 0) >= 17)
  expect(plant.health('cold-1')).toMatchObject({ state: 'ok' })
  const interval = plant.health('cold-1')!.achieved_interval_ms!
  expect(interval).toBeGreaterThan(250 * 0.8)
  expect(interval).toBeLessThan(250 * 1.2)
  expect(plant.health('cold-2')).toMatchObject({ state: 'faulted', reason: 'comm_timeout', last_sample_age_ms: null })
  expect(plant.of('cold-2').map(({ measurement }) => measurement.value)).toEqual([null, null])

  await plant.control('cold-2', { silent: false })
  await plant.until('cold-2 answers', () => plant.of('cold-2').some(({ measurement }) => measurement.value === '-18.0'))
})

/** A driver that crashes as often as it is told to, and then measures. */
function crashing(times: number): Driver<'bytes', unknown> {
  let crashes = 0
  return {
    id: 'crashing',
    link: 'bytes',
    settings: Type.Object({}),
    defaults: { poll_ms: 50, timeout_ms: 100 },
    check: () => [],
    async *measure(_line, task, signal) {
      if (crashes++ < times) throw new TypeError('cannot read properties of undefined')
      for await (const _ of task.pace.ticks(task.poll_ms, signal)) {
        const measurement: Measurement = { channel: 'weight', value: '1', unit: 'kg', quality: 'good', reason: 'ok' }
        yield [measurement]
      }
    },
  }
}

test('a driver that throws is started again, and no other device notices', async () => {
  const folder = await ownFolder()
  const [one, two] = [join(folder, 'scale-1'), join(folder, 'scale-2')]
  const plant = await startPlant({
    pretended: [scale('scale-1', one), scale('scale-2', two)],
    devices: [scaleConfig('scale-1', one, { driver: 'crashing' }), scaleConfig('scale-2', two)],
    drivers: new Map<string, AnyDriver>([...DRIVERS, ['crashing', crashing(2) as AnyDriver]]),
  })
  await plant.until('it measures at last', () => plant.health('scale-1')?.state === 'ok')
  expect(plant.health('scale-1')!.counters.driver_crashes).toBe(2)
  expect(plant.of('scale-1')[0]!.measurement).toMatchObject({ value: null, reason: 'comm_lost' })
  expect(plant.health('scale-2')).toMatchObject({ state: 'ok' })
  expect(plant.health('scale-2')!.counters).toMatchObject({ driver_crashes: 0, reconnects: 0, timeouts: 0 })
})

test('a measurement whose PUBACK was lost comes again as the same one', async () => {
  const link = join(await ownFolder(), 'scale-1')
  let cuts = 0
  const plant = await startPlant({
    pretended: [scale('scale-1', link)],
    devices: [scaleConfig('scale-1', link)],
    // The appliance has it, and the connection breaks before it can say so.
    acknowledge: ({ seq }) => seq !== 5 || cuts++ > 0,
  })
  await plant.until('it goes on', () => plant.of('scale-1').some(({ seq }) => seq > 20))
  const seqs = plant.of('scale-1').map(({ seq }) => seq)
  const fifth = plant.of('scale-1').filter(({ seq }) => seq === 5)
  expect(fifth.length).toBe(2)
  expect(fifth[1]).toEqual(fifth[0])
  expect(new Set(plant.of('scale-1').map(({ boot_id }) => boot_id)).size).toBe(1)
  const firsts = seqs.filter((seq, at) => seqs.indexOf(seq) === at)
  expect(firsts).toEqual(Array.from({ length: firsts.length }, (_, at) => at + 1))
})

test('a device that leaves the configuration is left alone, the others go on unbroken', async () => {
  const folder = await ownFolder()
  const [one, two] = [join(folder, 'scale-1'), join(folder, 'scale-2')]
  const devices: DeviceConfig[] = [scaleConfig('scale-1', one), scaleConfig('scale-2', two)]
  const plant = await startPlant({ pretended: [scale('scale-1', one), scale('scale-2', two)], devices })
  await plant.until('both weigh', () => plant.of('scale-1').length > 2 && plant.of('scale-2').length > 2)
  const runner = plant.gateway.supervisor.runner('scale-2')
  await plant.gateway.apply({ v: 1, site: 'plant-1', devices: devices.slice(1) })
  const count = plant.of('scale-1').length
  const before = plant.of('scale-2').length
  await plant.until('scale-2 goes on', () => plant.of('scale-2').length > before + 5)
  expect(plant.of('scale-1').length).toBeLessThanOrEqual(count + 1)
  expect(plant.gateway.supervisor.runner('scale-2')).toBe(runner)
  expect(plant.gateway.supervisor.ids).toEqual(['scale-2'])
})

test('a device of another gateway, and a sensor at the appliance itself, are not opened here', async () => {
  const link = join(await ownFolder(), 'scale-1')
  const plant = await startPlant({
    pretended: [],
    devices: [
      scaleConfig('scale-1', link, { identity: 'gateway-2' }),
      scaleConfig('sensor-1', link, { driver: 'mqtt-json', transport: { kind: 'mqtt-door', topic: 'room/1' } }),
    ],
  })
  expect(plant.gateway.supervisor.ids).toEqual([])
})
