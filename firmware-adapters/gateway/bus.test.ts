import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ownFolder } from '../testing/folder.ts'
import { startPlant, type TestPlant, unitConfig } from '../testing/plant.ts'
import { LinkOpener } from './link.ts'

const POLL_MS = 500
const COLD = ['1.1', '2.2', '3.3', '4.4', '5.5']
const idOf = (at: number) => `cold-${at + 1}`

/** Five transmitters on one RS-485 line, each in a room of its own temperature. */
async function fiveUnits(more: (at: number) => object): Promise<TestPlant> {
  const link = join(await ownFolder(), 'bus')
  const units = COLD.map((temperature_c, at) => ({
    id: idOf(at),
    unit_id: at + 1,
    temperature_c,
    swing_c: '0',
    ...more(at),
  }))
  const devices = COLD.map((_, at) => ({ ...unitConfig(idOf(at), link, at + 1), poll_ms: POLL_MS, timeout_ms: 150 }))
  return startPlant({ pretended: [{ kind: 'xy-md02-rtu', id: 'bus', link, units }], devices })
}

const temperaturesOf = (plant: TestPlant, id: string) =>
  plant
    .of(id)
    .flatMap(({ measurement: { channel, value } }) => (channel === 'temperature' && value !== null ? [value] : []))

test('of five units on one line one is silent: the other four keep their interval within a fifth', async () => {
  const plant = await fiveUnits(at => ({ silent: at === 2 }))
  const alive = [0, 1, 3, 4].map(idOf)
  const samples = (id: string) => plant.health(id)?.counters.samples ?? 0
  await plant.until('a full window of intervals', () => alive.every(id => samples(id) >= 18), 14_000)
  for (const id of alive) {
    const interval = plant.health(id)!.achieved_interval_ms!
    expect(interval).toBeGreaterThan(POLL_MS * 0.8)
    expect(interval).toBeLessThan(POLL_MS * 1.2)
    expect(plant.health(id)).toMatchObject({ state: 'ok' })
  }
  const [busy_ms = 0] = plant.gateway.busyBuses().values()
  expect(busy_ms).toBeGreaterThan(1_000)
  expect(plant.health('cold-3')).toMatchObject({ state: 'faulted', reason: 'comm_timeout' })
  expect(temperaturesOf(plant, 'cold-3')).toEqual([])
}, 20_000)

test('units that answer now in time and now too late never have the temperature of another room', async () => {
  const plant = await fiveUnits(() => ({}))
  const all = COLD.map((_, at) => idOf(at))
  await plant.until('all are read', () => all.every(id => temperaturesOf(plant, id).length > 0))
  for (const [round, delay_ms] of [160, 220, 320, 155].entries()) {
    const slow = idOf(round)
    const timeouts = plant.health(slow)!.counters.timeouts
    await plant.control(slow, { delay_ms })
    await plant.until(`${slow} is too slow`, () => plant.health(slow)!.counters.timeouts > timeouts)
    await plant.control(slow, { delay_ms: 0 })
    const seen = temperaturesOf(plant, slow).length
    await plant.until(`${slow} is back`, () => temperaturesOf(plant, slow).length > seen + 1)
  }
  for (const [at, id] of all.entries()) expect(new Set(temperaturesOf(plant, id))).toEqual(new Set([COLD[at]]))
}, 40_000)

test('units that share a bus are polled at different times of their interval, however many they are', () => {
  const opener = new LinkOpener(
    'gateway-1',
    () => 0,
    () => 0,
  )
  const at = (unit_id: number) => ({ kind: 'modbus-tcp', host: '127.0.0.1', port: 502, unit_id }) as const
  const phases = Array.from(
    { length: 10 },
    (_, unit) => opener.registers(at(unit + 1), { timeout_ms: 1, gap_ms: 0 }).phase!,
  )
  const sorted = phases.toSorted((a, b) => a - b)
  const gaps = sorted.map((phase, index) => (index === 0 ? 1 + phase - sorted.at(-1)! : phase - sorted[index - 1]!))
  expect(Math.min(...gaps)).toBeGreaterThan(0.5 / 10)
})
