import type { Page } from 'playwright-core'
import t from 'tap'
import { PLANT_PEOPLE } from '../provisioning/demo/people.ts'
import { openBrowser } from './harness/browser.ts'
import { releasedPlant } from './harness/release.ts'
import { until } from './harness/until.ts'

const OPERATOR = PLANT_PEOPLE[0]!
const STILL_MS = 2_000

/** Waits until the tablet has everything that it needs without the appliance. */
const readyForOffline = (page: Page) =>
  until({ what: 'the tablet is ready for offline' }, () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration()
      return registration?.active?.state === 'activated' && navigator.serviceWorker.controller !== null
    }),
  )

const lockScreen = (page: Page) => page.locator('.sign-in').waitFor()

async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: OPERATOR.display_name }).click()
  for (const digit of OPERATOR.secret) await page.getByRole('button', { name: digit, exact: true }).click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.locator('.frame').waitFor()
}

/** Half a receipt: its weight by hand, and nothing else yet. */
async function beginReceipt(page: Page): Promise<void> {
  await page.locator('a.tile[href="/receive"]').click()
  await page.locator('.receive-chip[data-chip=weight]').click()
  await page.getByRole('button', { name: 'By hand' }).click()
  for (const key of ['7', '5'])
    await page.locator('.number-pad').getByRole('button', { name: key, exact: true }).click()
  await page.getByRole('button', { name: 'Scale out of service' }).click()
  await page.getByRole('button', { name: 'Take this weight' }).click()
  await page.locator('.receive-chip[data-chip=weight]', { hasText: '75' }).waitFor()
}

const lock = (page: Page) => page.locator('.operator').click()
/** The script that the page was loaded by: another one after an update. */
const scriptOf = (page: Page) => page.locator('script[type=module]').first().getAttribute('src')

/** What the caches of the tablet hold, by path. */
const keptPaths = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async name => (await caches.open(name)).keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })

t.test('the floor screen on a tablet, with and without its appliance', { timeout: 240_000 }, async t => {
  const plant = await releasedPlant(t)
  await plant.release('1.0.0')
  await plant.edge.start()
  const openWindow = await openBrowser(t)
  const { page, context, errors } = await openWindow(1280, 800)

  await t.test('after one visit it opens without the appliance, at every address', async t => {
    await page.goto(plant.url)
    await lockScreen(page)
    await readyForOffline(page)
    await plant.edge.kill()
    for (const path of ['/', '/receive', '/lot/some-lot']) {
      const cold = await context.newPage()
      const began = performance.now()
      await cold.goto(plant.url + path)
      await lockScreen(cold)
      const took_ms = performance.now() - began
      t.comment(`${path}: lock screen after ${Math.round(took_ms)} ms`)
      t.ok(took_ms <= 2_000)
      await cold.close()
    }
  })

  await t.test('nothing that the appliance answers is kept or stood in for', async t => {
    t.same(
      (await keptPaths(page)).filter(path => /^\/(api|health|ready|metrics|ca)\b/.test(path)),
      [],
    )
    const asked = await page.evaluate(() =>
      Promise.all(
        ['/api/v1/people', '/ready', '/health', '/ca'].map(path =>
          fetch(path).then(
            () => 'answered',
            () => 'away',
          ),
        ),
      ),
    )
    t.same(asked, ['away', 'away', 'away', 'away'])
    await plant.edge.start()
  })

  await t.test('a newer screen comes at the lock screen, and never while somebody works', async t => {
    await page.goto(plant.url)
    await lockScreen(page)
    await signIn(page)
    await beginReceipt(page)
    const before = await scriptOf(page)
    await plant.release('1.1.0')
    await page.evaluate(() => navigator.serviceWorker.ready.then(registration => registration.update()))
    await until({ what: 'the newer screen waits' }, () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting !== null),
    )
    await page.waitForTimeout(STILL_MS)
    t.equal(await scriptOf(page), before)
    await page.locator('.receive-chip[data-chip=weight]', { hasText: '75' }).waitFor()
    const parts = await Promise.all((await keptPaths(page)).map(async path => (await fetch(plant.url + path)).status))
    t.same([...new Set(parts)], [200], 'the older screen still finds all its parts at the appliance')
    const loaded = page.waitForEvent('load')
    await lock(page)
    await loaded
    await lockScreen(page)
    t.not(await scriptOf(page), before)
    await signIn(page)
    if (!page.url().endsWith('/receive')) await page.locator('a.tile[href="/receive"]').click()
    await page.locator('.receive-chip[data-chip=weight]', { hasText: '75' }).waitFor()
    await lock(page)
    await lockScreen(page)
  })

  await t.test('a screen that is too old says so, and nothing is interrupted', async t => {
    await plant.restart({ FLOWVIZ_MIN_CLIENT: '1.2.0' })
    await page.goto(plant.url)
    await lockScreen(page)
    await signIn(page)
    await page.getByText('A newer screen is needed.').waitFor()
    await plant.release('1.2.0')
    await page.evaluate(() => navigator.serviceWorker.ready.then(registration => registration.update()))
    await page.waitForTimeout(STILL_MS)
    const loaded = page.waitForEvent('load')
    await page.getByRole('button', { name: 'Lock now' }).click()
    await loaded
    await signIn(page)
    t.equal(await page.getByText('A newer screen is needed.').count(), 0)
  })

  await t.test('the kill switch takes the worker off the tablet and leaves its queue', async t => {
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('kept', 1)
          opening.onupgradeneeded = () => opening.result.createObjectStore('entries')
          opening.onsuccess = () => {
            const writing = opening.result.transaction('entries', 'readwrite')
            writing.objectStore('entries').put('18.250 kg', 'lot-1')
            writing.oncomplete = () => {
              opening.result.close()
              resolve()
            }
          }
          opening.onerror = () => reject(opening.error)
        }),
    )
    await plant.restart({ FLOWVIZ_SW_KILL: '1' })
    await page.goto(plant.url)
    await until({ what: 'the worker is gone' }, () =>
      page.evaluate(async () => {
        const registrations = await navigator.serviceWorker.getRegistrations()
        return registrations.length === 0 && (await caches.keys()).length === 0
      }),
    )
    await page.goto(plant.url)
    await page.locator('.sign-in, .frame').first().waitFor()
    t.equal(await page.evaluate(() => navigator.serviceWorker.controller), null)
    const kept = await page.evaluate(
      () =>
        new Promise(resolve => {
          const opening = indexedDB.open('kept', 1)
          opening.onsuccess = () => {
            const reading = opening.result.transaction('entries').objectStore('entries').get('lot-1')
            reading.onsuccess = () => resolve(reading.result)
          }
        }),
    )
    t.equal(kept, '18.250 kg')
  })

  await t.test('nothing fails in the browser', async t => t.strictSame(errors, []))
})
