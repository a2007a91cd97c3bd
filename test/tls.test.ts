import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { testAuthority } from '../edge/server/testing/certificate.ts'
import { readBoxConfig } from '../provisioning/config.ts'
import { freePorts } from '../provisioning/demo/port.ts'
import { checkAppliance, checkCertificate, checkSync } from '../provisioning/doctor/appliance.ts'
import { misfits, openBrowser } from './harness/browser.ts'
import { prepareFloor } from './harness/building.ts'
import { ownFolder } from './harness/house.ts'
import { trust, untrusting } from './harness/trust.ts'

const NAME = 'floor.internal'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const SCREEN = '<!doctype html><html lang="en"><title>floor</title><h1>The floor</h1><script src="/main.js"></script>'
const WORKER = `
self.addEventListener('install', event => event.waitUntil(caches.open('screen').then(it => it.addAll(['/', '/main.js']))))
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', event => event.respondWith(caches.match(event.request).then(it => it ?? fetch(event.request))))
`

/** A screen with nothing but a service worker that keeps it. */
function writeScreen(dir: string): string {
  const ui = join(dir, 'ui')
  mkdirSync(ui)
  writeFileSync(join(ui, 'index.html'), SCREEN)
  writeFileSync(join(ui, 'main.js'), "document.body.append('loaded')")
  writeFileSync(join(ui, 'sw.js'), WORKER)
  return ui
}

/** A box with a certificate of its site's authority, and a browser of somebody who trusts that authority. */
async function raise(t: Test) {
  const dir = ownFolder(t)
  const authority = testAuthority({ permitted: ['internal', '10.0.0.0/8'] })
  const { cert, key } = authority.issue({ names: [NAME] })
  const file = (name: string, text: string) => {
    writeFileSync(join(dir, name), text)
    return join(dir, name)
  }
  const [rescuePort] = (await freePorts(1)) as [number]
  const env: Record<string, string> = {
    FLOWVIZ_TLS_CERT_FILE: file('floor.pem', cert),
    FLOWVIZ_TLS_KEY_FILE: file('floor.key', key),
    FLOWVIZ_TLS_CA_FILE: file('ca.pem', authority.cert),
    FLOWVIZ_PUBLIC_NAME: NAME,
    FLOWVIZ_HTTP_RESCUE_PORT: String(rescuePort),
    FLOWVIZ_UI_DIR: writeScreen(dir),
  }
  const floor = await prepareFloor(env)
  t.teardown(() => floor.stop())
  await floor.plant.edge.start()
  const home = join(dir, 'home')
  trust(home, authority.cert)
  const openWindow = await openBrowser(t, { home, names: { [NAME]: '127.0.0.1' } })
  const { port } = new URL(floor.plant.url)
  return { plant: floor.plant, env, openWindow, url: `https://${NAME}:${port}`, plain: `http://${NAME}:${rescuePort}` }
}

/** What the accessibility checker finds, as `rule: element`. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    interface Axe {
      run(of: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
    }
    const { violations } = await (window as unknown as { axe: Axe }).axe.run(document)
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  })
}

t.test(
  'a tablet finds from the plain port to the secure address, where it works offline',
  { timeout: 120_000, skip: untrusting ?? false },
  async t => {
    const { plant, env, openWindow, url, plain } = await raise(t)
    const { page, context, errors } = await openWindow(1024, 768)

    await t.test('the doctor sees a box that is well', async t => {
      const box = readBoxConfig(plant.files.edgeEnv, env)
      for (const finding of [await checkAppliance(box), await checkCertificate(box), await checkSync(box, Date.now)])
        t.match(finding, { state: 'ok' })
    })

    await t.test('the plain port says why this tablet cannot work offline yet, and how it will', async t => {
      await page.goto(plain)
      t.equal(await page.evaluate(() => isSecureContext), false)
      t.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'This tablet cannot work offline yet')
      t.strictSame(await misfits(page, 56), [])
      t.strictSame(await violations(page), [])
      await page.getByRole('link', { name: 'Leer en español' }).click()
      t.equal(await page.locator('html').getAttribute('lang'), 'es')
      t.strictSame(await violations(page), [])
      t.strictSame(await misfits(page, 56), [])
    })

    await t.test('its link leads to the secure address, where a service worker keeps the screen', async t => {
      await page.getByRole('link', { name: /^Abrir https/ }).click()
      await page.getByRole('heading', { name: 'The floor' }).waitFor()
      t.equal(page.url(), `${url}/`)
      t.equal(await page.evaluate(() => isSecureContext), true)
      await page.evaluate(async () => {
        await navigator.serviceWorker.register('/sw.js')
        await navigator.serviceWorker.ready
        if (navigator.serviceWorker.controller === null)
          await new Promise(resolve =>
            navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
          )
      })
      await page.evaluate(
        () =>
          new Promise<void>((resolve, reject) => {
            const opening = indexedDB.open('outbox', 1)
            opening.onupgradeneeded = () => opening.result.createObjectStore('entries').put('one lot', 1)
            opening.onsuccess = () => resolve()
            opening.onerror = () => reject(opening.error)
          }),
      )
      await plant.edge.stop()
      await page.reload()
      await page.getByRole('heading', { name: 'The floor' }).waitFor()
      await page.getByText('loaded').waitFor()
    })

    await t.test('the appliance ends a service worker that went wrong, and what waits to be sent stays', async t => {
      env.FLOWVIZ_SW_KILL = '1'
      await plant.edge.start()
      let loads = 0
      page.on('load', () => {
        loads += 1
      })
      const reloaded = page.waitForEvent('load')
      await page.evaluate(async () => void (await navigator.serviceWorker.getRegistration())?.update())
      await reloaded
      await page.getByText('loaded').waitFor()
      t.strictSame(
        await page.evaluate(async () => ({
          workers: (await navigator.serviceWorker.getRegistrations()).length,
          controlled: navigator.serviceWorker.controller !== null,
          caches: await caches.keys(),
          stores: (await indexedDB.databases()).map(({ name }) => name),
        })),
        { workers: 0, controlled: false, caches: [], stores: ['outbox'] },
      )
      // A page that does not know of the switch registers it again: that must not reload for ever.
      await page.evaluate(async () => {
        const { installing } = await navigator.serviceWorker.register('/sw.js')
        const ended = () => installing === null || /^(activated|redundant)$/.test(installing.state)
        while (!ended())
          await new Promise(resolve => installing?.addEventListener('statechange', resolve, { once: true }))
      })
      await page.getByText('loaded').waitFor()
      t.equal(loads, 1)
      t.strictSame(errors, [])
      t.equal((await context.pages()).length, 1)
    })
  },
)
