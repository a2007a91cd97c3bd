import type { LotPage } from '@flowviz/contract/lot'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { call } from '../provisioning/call.ts'
import { PLANT_PEOPLE } from '../provisioning/demo/people.ts'
import { openBrowser } from './harness/browser.ts'
import { chipOf, enter, knownPeople, readyForOffline, setUp, shelved } from './harness/floor.ts'
import { edgeRows } from './harness/held.ts'
import { signIn } from './harness/house.ts'
import { type ReleasedPlant, releasedPlant } from './harness/release.ts'
import { until } from './harness/until.ts'
import { wedgeOf } from './harness/wedge.ts'

const OPERATOR = PLANT_PEOPLE.find(({ role }) => role === 'OPERATOR')!
const MANAGER = PLANT_PEOPLE.find(({ role }) => role === 'MANAGER')!
const LOCK_WITHIN_MS = 2_000
const SENT_WITHIN_MS = 60_000
const SCANNED_WITHIN_MS = 5_000
const STILL_MS = 2_000
const GTIN = '09521234543213'
const LABEL = `]C101${GTIN}17270301310301250010GG-0099`

async function raise(t: Test) {
  const plant = await releasedPlant(t)
  await plant.release('1.0.0')
  await plant.edge.start()
  await furnish(plant)
  const { page, context, errors } = await (await openBrowser(t))(1280, 800)
  await setUp(page, plant, plant.url)
  await enter(page, OPERATOR)
  await readyForOffline(page)
  await until({ what: 'the tablet knows the person' }, async () => (await knownPeople(page)) > 0)
  await shelved(page, ['people', 'items', 'parties'])
  return { plant, context, errors, first: page }
}

async function furnish({ url }: ReleasedPlant): Promise<void> {
  const { token } = await signIn(url, '/api/v1/login', MANAGER)
  const put = (path: string, body: object) => call(`${url}${path}`, { method: 'PUT', token, body })
  await put('/api/v1/items/basmati-rice', { title: 'Basmati rice', lot_type: 'RAW', gtin: GTIN, storage: 'ambient' })
  await put('/api/v1/parties/golden-grain', { title: 'Golden Grain', kinds: ['supplier'], approved: true })
}

/** The label of the supplier and who brings it: half a receipt. */
async function fillHalf(page: Page): Promise<void> {
  await page.locator('[data-chip=product]').waitFor()
  const scan = await wedgeOf(page)
  const filled = page.locator('[data-chip=product]', { hasText: 'Basmati rice' })
  // Nobody scans once and walks away.
  await until({ what: 'the label fills the form', within_ms: 60_000 }, async () => {
    await scan(LABEL)
    return filled.waitFor({ timeout: SCANNED_WITHIN_MS }).then(() => true)
  })
  await page.getByRole('button', { name: 'Golden Grain' }).click()
  await page.locator('[data-chip=supplier]', { hasText: 'Golden Grain' }).waitFor()
}

/** The other half: its weight by hand, and the key. */
async function finish(page: Page, kg: string): Promise<void> {
  const byHand = page.getByRole('button', { name: 'By hand' })
  if (!(await byHand.isVisible())) await page.locator('[data-chip=weight]').click()
  await byHand.click()
  await page.locator('.number-pad').getByRole('button', { name: kg, exact: true }).click()
  // While the appliance answers it has to be said why no scale is used.
  const why = page.getByRole('button', { name: 'Scale out of service' })
  if (await why.isVisible()) await why.click()
  await page.getByRole('button', { name: 'Take this weight' }).click()
  await page.getByRole('button', { name: 'Register', exact: true }).click()
}

const registered = (page: Page) => page.locator('.registered')

interface Registered {
  type: string
  actor: object
  data: { lot_code: string }
}

const registrations = ({ files }: ReleasedPlant): Registered[] =>
  edgeRows(files.data)
    .map(({ body }) => JSON.parse(body) as Registered)
    .filter(({ type }) => type === 'lot.registered')

const scriptOf = (page: Page) => page.locator('script[type=module]').first().getAttribute('src')

t.setTimeout(300_000)

t.test('a shift that begins without the appliance', async t => {
  const { plant, context, errors, first } = await raise(t)
  await first.close()
  const page = await context.newPage()
  page.on('pageerror', error => errors.push(error.message))

  await t.test('after one enrolment the lock screen stands within two seconds, and takes a PIN', async t => {
    await plant.edge.kill()
    const began = performance.now()
    await page.goto(plant.url)
    await page.locator('.sign-in .person').first().waitFor()
    const took_ms = performance.now() - began
    t.comment(`lock screen after ${Math.round(took_ms)} ms`)
    t.ok(took_ms <= LOCK_WITHIN_MS)
    await page.locator('.lock-bar', { hasText: 'Offline since' }).waitFor()
    await enter(page, OPERATOR)
  })

  await t.test('a lot is registered under the banner, and sent once when the appliance is there', async t => {
    await page.locator('.attention', { hasText: 'Offline since' }).waitFor()
    await page.locator('.tile', { hasText: 'Receive' }).click()
    await fillHalf(page)
    await finish(page, '9')
    await registered(page).getByText('Kept on this tablet').waitFor()
    await until({ what: 'it waits' }, async () => /1 waiting/.test((await chipOf(page)) ?? ''))
    t.equal(registrations(plant).length, 0)
    await plant.edge.start()
    await until({ what: 'all is sent', within_ms: SENT_WITHIN_MS }, async () => (await chipOf(page)) === 'All sent')
    const lots = registrations(plant)
    t.match(lots, [{ actor: { kind: 'person', role: 'OPERATOR', device: 't01', auth: 'offline_pin' } }])
    t.equal(lots.length, 1)
    await registered(page).getByText(lots[0]!.data.lot_code).first().waitFor()
  })

  await t.test('an update in the middle of a receipt waits for the lock screen, and the draft outlives it', async t => {
    await fillHalf(page)
    const before = await scriptOf(page)
    await plant.release('1.1.0')
    await page.evaluate(() => navigator.serviceWorker.ready.then(registration => registration.update()))
    await until({ what: 'the newer screen waits' }, () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting !== null),
    )
    await page.waitForTimeout(STILL_MS)
    t.equal(await scriptOf(page), before, 'nothing is reloaded under the hands of a person')
    t.match(await page.locator('[data-chip=product]').textContent(), /Basmati rice/)
    const loaded = page.waitForEvent('load')
    await page.locator('.operator').click()
    await loaded
    await page.locator('.sign-in .person').first().waitFor()
    t.not(await scriptOf(page), before)
    await enter(page, OPERATOR)
    t.equal(new URL(page.url()).pathname, '/receive')
    t.match(await page.locator('[data-chip=product]').textContent(), /Basmati rice/)
    t.match(await page.locator('[data-chip=supplier]').textContent(), /Golden Grain/)
    t.match(await page.locator('[data-chip=lot]').textContent(), /GG-0099/)
    await finish(page, '7')
    await until({ what: 'the second lot is there', within_ms: SENT_WITHIN_MS }, () => registrations(plant).length === 2)
    const operator = await signIn(plant.url, '/api/v1/login', OPERATOR)
    const { lots } = await operator.get<LotPage>('/api/v1/lots')
    t.match(lots[0], { item_id: 'basmati-rice', supplier_id: 'golden-grain', supplier_lot_code: 'GG-0099' })
  })

  await t.test('nothing failed in the page', async t => t.same(errors, []))
})
