import { join } from 'node:path'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { call } from '../provisioning/call.ts'
import { PLANT_PEOPLE } from '../provisioning/demo/people.ts'
import type { Plant } from '../provisioning/demo/plant.ts'
import { buildScreens } from '../provisioning/demo/screens.ts'
import { inviteTablet } from '../provisioning/demo/tablet.ts'
import { openBrowser } from './harness/browser.ts'
import { ownFolder, ownPlant, signIn } from './harness/house.ts'
import { startLink } from './harness/link.ts'
import { until } from './harness/until.ts'
import { wedgeOf } from './harness/wedge.ts'

const OPERATOR = PLANT_PEOPLE.find(({ role }) => role === 'OPERATOR')!
const MANAGER = PLANT_PEOPLE.find(({ role }) => role === 'MANAGER')!
const ADMIN = PLANT_PEOPLE.find(({ role }) => role === 'ADMIN')!
const BADGE = '04A1B2C3D4E5'
const SWITCH_WITHIN_MS = 3_000
const TOLD_WITHIN_MS = 2_500

async function raise(t: Test): Promise<Plant> {
  const dir = ownFolder(t)
  await buildScreens(join(dir, 'log'), what => t.comment(what))
  const plant = await ownPlant(t, dir, { devices: () => [] })
  await plant.edge.start()
  const admin = await signIn(plant.url, '/api/v1/login', ADMIN)
  const { people } = await call<{ people: { id: string; name: string }[] }>(`${plant.url}/api/v1/people`)
  const manager = people.find(({ name }) => name === MANAGER.name)!
  await admin.post(`/api/v1/users/${manager.id}/badges`, { badge_no: BADGE })
  return plant
}

const choose = (page: Page, { display_name }: { display_name: string }) =>
  page.locator('.person', { hasText: display_name }).click()

async function typePin(page: Page, pin: string): Promise<void> {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function enter(page: Page, who: { display_name: string; secret: string }): Promise<void> {
  await choose(page, who)
  await typePin(page, who.secret)
  await working(page, who)
}

const working = (page: Page, { display_name }: { display_name: string }) =>
  page.locator('.operator', { hasText: display_name }).waitFor()
const lock = (page: Page) => page.locator('.operator').click()

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return Math.round(performance.now() - began)
}

/** Ids of those whom the tablet itself can tell by now. */
const known = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const opening = indexedDB.open('flowviz-session')
        opening.onsuccess = () => {
          const counting = opening.result.transaction('known').objectStore('known').count()
          counting.onsuccess = () => resolve(counting.result)
        }
      }),
  )

t.test('people come and go at a tablet, with and without its appliance', { timeout: 240_000 }, async t => {
  const plant = await raise(t)
  const wifi = await startLink(Number(new URL(plant.url).port))
  t.teardown(() => wifi.stop())
  const { page, errors } = await (await openBrowser(t))(1280, 800)
  const scan = await wedgeOf(page)

  await t.test('a tablet is set up by the link of an invitation, with nobody signed in', async t => {
    const { hash } = new URL(await inviteTablet(plant))
    await page.goto(`${wifi.url}/enrol${hash}`)
    await page.locator('.enrol output', { hasText: hash.slice(1) }).waitFor()
    t.equal(page.url(), `${wifi.url}/enrol`, 'the code is not left in the address')
    await page.getByRole('button', { name: 'Set up', exact: true }).click()
    await page.getByText('This tablet is Receiving 1').waitFor()
    await page.getByText('Station: receiving-1').waitFor()
    await page.getByRole('link', { name: 'Back' }).click()
    await page.locator('.sign-in .person').first().waitFor()
  })

  await t.test('whoever signs in at the appliance is known to the tablet afterwards', async t => {
    await scan(BADGE)
    await page.getByText('Badge read. Your PIN').waitFor()
    await typePin(page, MANAGER.secret)
    await working(page, MANAGER)
    await lock(page)
    await enter(page, OPERATOR)
    await until({ what: 'the tablet knows both' }, async () => (await known(page)) === 2)
    t.pass()
  })

  await t.test('an operator is switched by badge within 3 s, and what was entered stays', async t => {
    await page.goto(`${wifi.url}/receive`)
    await working(page, OPERATOR)
    await page.evaluate(() => localStorage.setItem('flowviz.draft.of-this-test', '{"note":"half done"}'))
    const took_ms = await timed(async () => {
      await lock(page)
      await scan(BADGE)
      await page.getByText(`PIN of ${MANAGER.display_name}`).waitFor()
      await typePin(page, MANAGER.secret)
      await working(page, MANAGER)
    })
    t.comment(`switched in ${took_ms} ms`)
    t.ok(took_ms <= SWITCH_WITHIN_MS)
    t.equal(new URL(page.url()).pathname, '/receive')
    t.equal(await page.evaluate(() => localStorage.getItem('flowviz.draft.of-this-test')), '{"note":"half done"}')
  })

  await t.test('a reload of a locked screen brings nobody back', async t => {
    await lock(page)
    await page.reload()
    await page.locator('.sign-in .person').first().waitFor()
    t.equal(await page.locator('.operator').count(), 0)
  })

  await t.test('with the appliance gone a PIN is told by the tablet, a wrong one too', async t => {
    await plant.edge.kill()
    await page.getByText('Offline since').waitFor()
    await page.locator('.person[data-able=false]').first().waitFor()
    await choose(page, OPERATOR)
    const wrong_ms = await timed(async () => {
      await typePin(page, '0000')
      await page.getByText('That PIN is not right.').waitFor()
    })
    const right_ms = await timed(async () => {
      await typePin(page, OPERATOR.secret)
      await working(page, OPERATOR)
    })
    t.comment(`wrong told after ${wrong_ms} ms, right after ${right_ms} ms`)
    t.ok(wrong_ms <= TOLD_WITHIN_MS)
    t.ok(right_ms <= TOLD_WITHIN_MS)
    t.equal(new URL(page.url()).pathname, '/receive')
  })

  await t.test('when it is back the tablet asks for the PIN again and goes on meanwhile', async t => {
    await plant.edge.start()
    await page.getByText('The server is back and has not seen your PIN yet.').waitFor()
    await page.getByRole('button', { name: 'Enter PIN' }).click()
    await typePin(page, OPERATOR.secret)
    await working(page, OPERATOR)
    await page.getByText('has not seen your PIN').waitFor({ state: 'detached' })
    t.pass()
  })

  await t.test(
    'on a Wi-Fi that swallows everything nobody waits, and the appliance hears of it when it can',
    async t => {
      await lock(page)
      await choose(page, OPERATOR)
      wifi.mode('silent')
      const right_ms = await timed(async () => {
        await typePin(page, OPERATOR.secret)
        await working(page, OPERATOR)
      })
      t.comment(`right after ${right_ms} ms`)
      t.ok(right_ms <= TOLD_WITHIN_MS)
      const heard = page.waitForResponse(response => response.url().endsWith('/login') && response.ok())
      wifi.mode('open')
      await heard
      await page.getByText('has not seen your PIN').waitFor({ state: 'detached' })
    },
  )

  await t.test('a tablet that is started without its appliance takes a PIN', async t => {
    await until({ what: 'the tablet is ready for offline' }, () =>
      page.evaluate(() => navigator.serviceWorker.controller !== null),
    )
    await plant.edge.kill()
    await page.reload()
    const shown_ms = await timed(() => page.locator('.sign-in .person').first().waitFor())
    t.comment(`lock screen after ${shown_ms} ms`)
    await page.getByText('Offline since').waitFor()
    await enter(page, OPERATOR)
    t.equal(new URL(page.url()).pathname, '/receive')
  })

  t.same(errors, [])
})
