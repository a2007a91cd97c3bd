import type { AlarmPage } from '@flowviz/contract/alarm'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { PLANT_PEOPLE } from '../provisioning/demo/people.ts'
import { enrolPlant } from '../provisioning/demo/plant.ts'
import { openBrowser } from './harness/browser.ts'
import { fingersOf } from './harness/drive.ts'
import { startFaults } from './harness/fault.ts'
import { chipOf, enter, readyForOffline, setUp } from './harness/floor.ts'
import { adminOf, ownFolder, ownHeadquarters, signIn } from './harness/house.ts'
import { releasedPlant } from './harness/release.ts'
import { until } from './harness/until.ts'

const OPERATOR = PLANT_PEOPLE.find(({ role }) => role === 'OPERATOR')!
const MANAGER = PLANT_PEOPLE.find(({ role }) => role === 'MANAGER')!
const TOLD_WITHIN_MS = 60_000
/** Everything but the cookies. */
const ALL_STORAGE = 'indexeddb,local_storage,cache_storage,service_workers,file_systems'

async function raise(t: Test) {
  const { hq } = await ownHeadquarters(t, ownFolder(t))
  const plant = await releasedPlant(t)
  await plant.release('1.0.0')
  await enrolPlant(plant, hq)
  await plant.edge.start()
  const wifi = await startFaults(Number(new URL(plant.url).port), () => 1)
  t.teardown(() => wifi.stop())
  const { page, context, errors } = await (await openBrowser(t))(1280, 800)
  const fingers = await fingersOf(context)
  await setUp(page, plant, wifi.url)
  await readyForOffline(page)
  await enter(page, OPERATOR)
  const admin = await adminOf(hq)
  const manager = await signIn(plant.url, '/api/v1/login', MANAGER)
  const lossesIn = ({ alarms }: AlarmPage) =>
    alarms.filter(({ kind, text }) => kind === 'tablet' && /lost its storage/.test(text)).length
  const losses = async () => ({
    plant: lossesIn(await manager.get<AlarmPage>('/api/v1/alarms')),
    hq: lossesIn(await admin.get<AlarmPage>('/v1/sites/plant-north/alarms')),
  })
  return { wifi, page, errors, fingers, manager, losses }
}

/** Clears what a page has stored, as a browser does that is short of room. */
async function clearStorage(page: Page, storageTypes: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes })
  await devtools.detach()
}

t.setTimeout(300_000)

t.test('a tablet that loses its storage', async t => {
  const { wifi, page, errors, fingers, manager, losses } = await raise(t)
  const { people } = await manager.get<{ people: { id: string; name: string }[] }>('/api/v1/people')
  const person_id = people.find(({ name }) => name === OPERATOR.name)!.id
  const register = (lot_code: string) => {
    const body = { lot_type: 'RAW', lot_code, weight_kg: '10.000', manual_reason: 'no scale here' } as const
    const intent = { command: 'register-lot', body, lane: `lot:${lot_code}`, about: lot_code } as const
    return fingers.put(page, [{ person_id, intent }])
  }
  const allSent = () =>
    // The chip alone may not have heard yet of what the fingers have just put in.
    until(
      { what: 'all is sent', within_ms: TOLD_WITHIN_MS },
      async () => (await fingers.queued(page)) === 0 && (await chipOf(page)) === 'All sent',
    )
  const told = async (count: number) => {
    const began = performance.now()
    await until({ what: 'the plant and headquarters are told', within_ms: TOLD_WITHIN_MS }, async () => {
      const found = await losses()
      return found.plant === count && found.hq === count
    })
    t.comment(`told at the plant and at headquarters within ${((performance.now() - began) / 1_000).toFixed(1)} s`)
  }

  await t.test('is known again by its cookie, and the plant and headquarters are told within a minute', async t => {
    await register('LOST-1')
    await allSent()
    wifi.mode('silent')
    wifi.cut()
    await page.getByText('Offline since').first().waitFor()
    await clearStorage(page, ALL_STORAGE)
    t.same(await losses(), { plant: 0, hq: 0 })
    wifi.mode('open')
    await page.goto(wifi.url)
    await told(1)
    await page.locator('.sign-in, .frame').first().waitFor()
    await register('LOST-2')
    await allSent()
    const { tablets } = await manager.get<{ tablets: object[] }>('/api/v1/tablets')
    t.match(tablets, [{ tablet_id: 't01', state: 'ENROLLED', losses: 1, received_seq: 1 }])
    t.equal(tablets.length, 1, 'it is the same tablet')
  })

  await t.test('under the eyes of a person is known again without a reload', async t => {
    wifi.mode('silent')
    wifi.cut()
    await page.getByText('Offline since').first().waitFor()
    await register('LOST-3')
    await clearStorage(page, 'indexeddb')
    await register('LOST-4')
    wifi.mode('open')
    await told(2)
    await allSent()
    for (const lot_code of ['LOST-3', 'LOST-4'])
      t.match(await manager.get(`/api/v1/lots/${lot_code}`), { lot_code }, 'what waited is not lost')
    const { tablets } = await manager.get<{ tablets: object[] }>('/api/v1/tablets')
    t.match(tablets, [{ tablet_id: 't01', state: 'ENROLLED', losses: 2 }])
  })

  await t.test('nothing failed in the page', async t => t.same(errors, []))
})
