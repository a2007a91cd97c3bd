import type { BrowserContext, Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { call } from '../provisioning/call.ts'
import { PLANT_PEOPLE } from '../provisioning/demo/people.ts'
import { openBrowser } from './harness/browser.ts'
import { chipOf, enter, goTo, placeHold, readyForOffline, setUp } from './harness/floor.ts'
import { edgeRows } from './harness/held.ts'
import { type Asker, signIn } from './harness/house.ts'
import { type ReleasedPlant, releasedPlant } from './harness/release.ts'
import { until } from './harness/until.ts'

const OPERATOR = PLANT_PEOPLE.find(({ role }) => role === 'OPERATOR')!
const MANAGER = PLANT_PEOPLE.find(({ role }) => role === 'MANAGER')!
const REASON = 'Looks or smells wrong'
/** How long a finger stays on what cannot be taken back. */
const FINGER_MS = 2_500
const WITHIN_MS = 60_000

interface Tablet {
  page: Page
  context: BrowserContext
  errors: string[]
}

interface Scene {
  plant: ReleasedPlant
  /** With the operator, who holds. */
  a: Tablet
  /** With the manager, who releases. */
  b: Tablet
  manager: Asker
}

async function raise(t: Test): Promise<Scene> {
  const plant = await releasedPlant(t)
  await plant.release('1.0.0')
  await plant.edge.start()
  const manager = await signIn(plant.url, '/api/v1/login', MANAGER)
  const openWindow = await openBrowser(t)
  const open = async (who: typeof OPERATOR): Promise<Tablet> => {
    const tablet = await openWindow(1280, 800)
    await setUp(tablet.page, plant, plant.url)
    await readyForOffline(tablet.page)
    await enter(tablet.page, who)
    return tablet
  }
  return { plant, a: await open(OPERATOR), b: await open(MANAGER), manager }
}

async function register({ plant, manager }: Scene, lot_code: string): Promise<void> {
  const lot = { lot_type: 'PACKAGING', lot_code, weight_kg: '12.000', manual_reason: 'no scale here' }
  await call(`${plant.url}/api/v1/lots`, { method: 'POST', token: manager.token, body: lot })
}

/** Finds a lot at its first gate, answers every check well, and releases it. */
async function release({ page }: Tablet, lot_code: string): Promise<void> {
  await goTo(page, `/gate/${lot_code}`)
  const checks = page.locator('.gate-screen .check')
  await checks.first().waitFor()
  for (const check of await checks.all()) {
    const measured = check.locator('.measured')
    if (await measured.isVisible()) {
      await measured.click()
      await page.locator('.number-pad').getByRole('button', { name: '3', exact: true }).click()
    } else await check.getByRole('button', { name: 'Yes', exact: true }).click()
  }
  await page.locator('.main-action button').click({ delay: FINGER_MS })
  await page.waitForURL('**/gates')
}

const conflicts = ({ page }: Tablet) => page.locator('.sync .conflict')
const allSent = ({ page }: Tablet) =>
  until({ what: 'all is sent', within_ms: WITHIN_MS }, async () => !/waiting/.test((await chipOf(page)) ?? 'waiting'))

const saysAllSent = ({ page }: Tablet) =>
  until({ what: 'the tablet says that all is sent' }, async () => (await chipOf(page)) === 'All sent')

/** What was sent is decided there: a chip may not have heard of an entry yet. */
const becomes = (scene: Scene, lot_code: string, status: string) =>
  until({ what: `${lot_code} is ${status}`, within_ms: WITHIN_MS }, async () => {
    return (await statusOf(scene, lot_code)) === status
  })

const statusOf = async ({ manager }: Scene, lot_code: string): Promise<string> =>
  (await manager.get<{ status: string }>(`/api/v1/lots/${lot_code}`)).status

/** What the ledger says was done with holds and gates, in its order. */
const decided = ({ plant }: Scene): string[] =>
  edgeRows(plant.files.data).flatMap(({ body }) => {
    const { type, data } = JSON.parse(body) as { type: string; data: { decision?: string } }
    return type === 'hold.placed' || type === 'gate.decided' ? [[type, data.decision].filter(Boolean).join(' ')] : []
  })

t.setTimeout(300_000)

t.test('two tablets decide on one lot without knowing of each other', async t => {
  const scene = await raise(t)
  const { a, b } = scene

  await t.test('a hold that was placed offline comes after the release, and counts', async t => {
    await register(scene, 'BOX-1')
    for (const { page } of [a, b]) await page.reload()
    await until({ what: 'tablet a knows the lot' }, async () => {
      await goTo(a.page, '/gates')
      return a.page.getByText('BOX-1').first().isVisible()
    })
    await a.context.setOffline(true)
    await placeHold(a.page, 'BOX-1', REASON)
    await release(b, 'BOX-1')
    await allSent(b)
    await becomes(scene, 'BOX-1', 'AVAILABLE')
    await a.context.setOffline(false)
    await allSent(a)
    await becomes(scene, 'BOX-1', 'HOLD')
    t.same(decided(scene), ['gate.decided PASS', 'hold.placed'], 'both are in the ledger')
    await goTo(b.page, '/sync')
    const card = conflicts(b)
    await card.waitFor()
    const words = (await card.textContent()) ?? ''
    t.match(words, 'A hold came after your release. The hold counts.')
    t.match(words, 'Release BOX-1')
    t.match(words, OPERATOR.display_name)
    t.match(words, REASON)
    await card.getByRole('button', { name: 'Keep what the server has' }).click()
    await card.waitFor({ state: 'detached' })
    await saysAllSent(b)
  })

  await t.test('a release that was decided offline comes after the hold, and is refused', async t => {
    await register(scene, 'BOX-2')
    await until({ what: 'tablet b knows the lot' }, async () => {
      await goTo(b.page, '/gates')
      return b.page.getByText('BOX-2').first().isVisible()
    })
    await b.context.setOffline(true)
    await release(b, 'BOX-2')
    await until({ what: 'tablet b keeps it' }, async () => /1 waiting/.test((await chipOf(b.page)) ?? ''))
    await placeHold(a.page, 'BOX-2', REASON)
    await allSent(a)
    await becomes(scene, 'BOX-2', 'HOLD')
    await b.context.setOffline(false)
    await until({ what: 'tablet b needs a person', within_ms: WITHIN_MS }, async () =>
      /1 needs attention/.test((await chipOf(b.page)) ?? ''),
    )
    t.equal(await statusOf(scene, 'BOX-2'), 'HOLD')
    await goTo(b.page, '/sync')
    const card = conflicts(b)
    await card.waitFor()
    await until({ what: 'the card tells of the hold' }, async () => (await card.textContent())?.includes(REASON))
    const words = (await card.textContent()) ?? ''
    t.match(words, 'The server did not take this.')
    t.match(words, 'Release BOX-2')
    t.match(words, OPERATOR.display_name)
    await card.getByRole('button', { name: 'Keep what the server has' }).click()
    await card.waitFor({ state: 'detached' })
    await saysAllSent(b)
    t.equal(decided(scene).filter(what => what === 'hold.placed').length, 2)
  })

  await t.test('nothing failed in the pages', async t => t.same([...a.errors, ...b.errors], []))
})
