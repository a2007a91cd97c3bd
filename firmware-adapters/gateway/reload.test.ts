import { join } from 'node:path'
import { codeOf } from '@flowviz/contract/error'
import Type from 'typebox'
import { expect, test } from 'vitest'
import type { AnyDriver, Driver } from '../driver.ts'
import { DRIVERS } from '../registry.ts'
import { ownFolder } from '../testing/folder.ts'
import { scaleConfig, startPlant, unitConfig } from '../testing/plant.ts'

const scale = (id: string, link: string) => ({ kind: 'mt-sics', id, link, cycle: false })
const plantOf = (...devices: ReturnType<typeof scaleConfig>[]) => ({ v: 1 as const, site: 'plant-1', devices })
const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

test('a device that is switched off is asked no more within one interval, and the others go on', async () => {
  const link = join(await ownFolder(), 'bus')
  const unit = (id: number) => ({ ...unitConfig(`cold-${id}`, link, id), poll_ms: 300 })
  const units = [1, 2].map(unit_id => ({ id: `cold-${unit_id}`, unit_id, swing_c: '0.0' }))
  const plant = await startPlant({
    pretended: [{ kind: 'xy-md02-rtu', id: 'bus', link, units }],
    devices: [unit(1), unit(2)],
  })
  const requests = (id: string) => plant.health(id)?.counters.requests ?? 0
  await plant.until('both are read', () => ['cold-1', 'cold-2'].every(id => plant.health(id)?.state === 'ok'))
  const changes = await plant.gateway.apply(plantOf(unit(1), { ...unit(2), enabled: false }))
  expect(changes).toEqual({ added: [], changed: ['cold-2'], removed: [] })
  await wait(300)
  const [one, two] = [requests('cold-1'), requests('cold-2')]
  const said = plant.of('cold-2').length
  await wait(1_500)
  expect([requests('cold-2'), plant.of('cold-2').length]).toEqual([two, said])
  expect(plant.health('cold-2')).toMatchObject({ state: 'stopped' })
  expect(requests('cold-1')).toBeGreaterThan(one + 2)
  expect(plant.health('cold-1')).toMatchObject({ state: 'ok', counters: { reconnects: 0 } })
})

test('a configuration that cannot be applied changes nothing, and one that names a line to come is applied', async () => {
  const folder = await ownFolder()
  const link = join(folder, 'scale-1')
  const picky: Driver<'bytes', unknown> = {
    id: 'picky',
    link: 'bytes',
    settings: Type.Object({}),
    defaults: { poll_ms: 50, timeout_ms: 100 },
    defaultsOf: () => {
      throw new TypeError('not these settings')
    },
    check: () => [],
    measure: () => (async function* () {})(),
  }
  const plant = await startPlant({
    pretended: [scale('scale-1', link)],
    devices: [scaleConfig('scale-1', link)],
    drivers: new Map<string, AnyDriver>([...DRIVERS, ['picky', picky as AnyDriver]]),
  })
  await plant.until('it weighs', () => plant.health('scale-1')?.state === 'ok')
  const before = plant.health('scale-1')!.counters
  for (const driver of ['picky', 'none'])
    expect(
      await plant.gateway
        .apply(plantOf(scaleConfig('scale-2', join(folder, 'x'), { driver })))
        .then(() => 'ok', codeOf),
    ).toBe(driver === 'picky' ? 'internal' : 'config_invalid')
  await plant.until('it goes on', () => plant.health('scale-1')!.counters.samples > before.samples + 5)
  expect(plant.gateway.supervisor.ids).toEqual(['scale-1'])
  expect(plant.health('scale-1')).toMatchObject({ state: 'ok', counters: { reconnects: 0 } })

  const next = plantOf(scaleConfig('scale-1', link), scaleConfig('scale-2', join(folder, 'later')))
  expect(await plant.gateway.apply(next)).toEqual({ added: ['scale-2'], changed: [], removed: [] })
  await plant.until('it is missed', () => plant.health('scale-2')?.reason === 'port_missing')
  expect(plant.health('scale-1')).toMatchObject({ state: 'ok', counters: { reconnects: 0 } })
  expect(await plant.gateway.apply(plantOf())).toEqual({ added: [], changed: [], removed: ['scale-1', 'scale-2'] })
})
