import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { HqLotPage } from '@flowviz/contract/hq'
import type { LotPage } from '@flowviz/contract/lot'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { call } from '../provisioning/call.ts'
import { HQ_PEOPLE, PLANT_PEOPLE } from '../provisioning/demo/people.ts'
import { enrolPlant, type Plant, preparePlant } from '../provisioning/demo/plant.ts'
import { freePorts } from '../provisioning/demo/port.ts'
import { buildScreens } from '../provisioning/demo/screens.ts'
import { openBrowser } from './harness/browser.ts'
import { adminOf, operatorOf, ownFolder, ownHeadquarters, signIn as plantSignIn } from './harness/house.ts'

const ROOT = join(import.meta.dirname, '..')
const OPERATOR = PLANT_PEOPLE[0]!
const MANAGER = PLANT_PEOPLE.find(({ role }) => role === 'MANAGER')!
const ADMIN = HQ_PEOPLE[0]!
const PULLED_WITHIN_MS = 1_200
/** A scale that is silent is told by the gateway after three polls of 250 ms. */
const SILENT_WITHIN_MS = 1_200
/** A gateway that is killed says nothing: the screen drops a number that nobody confirmed for 1.2 s. */
const KILLED_WITHIN_MS = 1_500
const BACK_WITHIN_MS = 5_000
const STILL_MS = 5_000

/** The demo's own plant and headquarters, with the screens as they are built for it. */
async function raise(t: Test) {
  const dir = ownFolder(t)
  await buildScreens(join(dir, 'log'), what => t.comment(what))
  const { hq } = await ownHeadquarters(t, dir)
  const [httpPort, mqttPort, modbusPort, controlPort] = (await freePorts(4)) as [number, number, number, number]
  const ports = { httpPort, mqttPort, modbusPort, controlPort }
  const now = () => Date.now()
  const plant = preparePlant({ dir: join(dir, 'plant'), site: 'plant-north', siteName: 'North Kitchen', ...ports, now })
  t.teardown(() => plant.kill())
  await enrolPlant(plant, hq)
  for (const unit of [plant.simulator, plant.edge, plant.adapters]) await unit.start()
  await furnish(plant)
  return { hq, plant, openWindow: await openBrowser(t) }
}

/** Steers a pretended device. */
async function steer(plant: Plant, device: string, control: object): Promise<void> {
  const answer = await fetch(`${plant.controlUrl}/${device}/control`, { method: 'POST', body: JSON.stringify(control) })
  if (!answer.ok) throw new Error(`${device} cannot be steered: ${await answer.text()}`)
}

async function signIn(page: Page, plant: Plant): Promise<void> {
  await page.goto(`${plant.url}/?station=receiving-1`)
  await page.getByRole('button', { name: OPERATOR.display_name }).click()
  for (const digit of OPERATOR.secret) await page.getByRole('button', { name: digit, exact: true }).click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.locator('.tiles').waitFor()
}

/** What the plant receives, and from whom. */
async function furnish(plant: Plant): Promise<void> {
  const { token } = await plantSignIn(plant.url, '/api/v1/login', MANAGER)
  const put = (path: string, body: object) => call(`${plant.url}/api/v1/${path}`, { method: 'PUT', token, body })
  await put('items/chicken-thigh', { title: 'Chicken thigh', lot_type: 'RAW' })
  await put('parties/meadow-farms', { title: 'Meadow Farms', kinds: ['supplier'], approved: true })
}

/** Opens the scale of the receiving screen. */
async function weigh(page: Page): Promise<void> {
  await task(page, 'Receive')
  await page.locator('[data-chip=weight]').click()
  await page.locator('.weight[data-live=true]').waitFor()
}

/** Puts a load on the first scale and waits until the screen shows it, stable. */
async function load(page: Page, plant: Plant, load_kg: string): Promise<void> {
  await steer(plant, 'scale-1', { load_kg })
  await page.locator('.weight .value', { hasText: load_kg }).waitFor()
  await page.locator('.lamp[data-stable=true]').waitFor()
}

/** How long the live weight stays on the screen after something went wrong, ms. */
async function greyed(page: Page, goWrong: () => Promise<unknown>): Promise<number> {
  await page.locator('.weight[data-live=true]').waitFor()
  const began = performance.now()
  const gone = page.locator('.weight[data-live=false]').waitFor()
  await goWrong()
  await gone
  return performance.now() - began
}

/** What the server says to a lot whose weight is to be taken from the first scale now. */
async function captureCode(plant: Plant): Promise<string> {
  const { token } = await operatorOf(plant)
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const body = JSON.stringify({ lot_type: 'RAW', scale_id: 'scale-1' })
  const answer = await fetch(new URL('/api/v1/lots', plant.url), { method: 'POST', headers, body })
  return ((await answer.json()) as { code?: string }).code ?? `status ${answer.status}`
}

/** Goes to the start and from there to a task, whether it belongs to this station or not. */
async function task(page: Page, name: string): Promise<void> {
  await page.locator('.place').click()
  const tile = page.locator('.tile', { has: page.locator(`b:text-is("${name}")`) })
  await page.locator('.tile').first().waitFor()
  if (!(await tile.isVisible())) await page.getByRole('button', { name: 'All tasks' }).click()
  await tile.click()
}

t.test('the screens of a plant and of headquarters', { timeout: 180_000 }, async t => {
  const { hq, plant, openWindow } = await raise(t)
  const floor = await openWindow(1280, 800)
  const office = await openWindow(1280, 800)

  await t.test('a wrong PIN is told in plain words, and the right one opens the station', async t => {
    const { page } = floor
    await page.goto(plant.url)
    await page.getByRole('button', { name: OPERATOR.display_name }).click()
    // As a hand types: four keys at once would be a scanner.
    await page.keyboard.type('0000', { delay: 120 })
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('That PIN is not right.').waitFor()
    await signIn(page, plant)
    t.equal(await page.locator('.operator b').textContent(), OPERATOR.display_name)
  })

  await t.test('an operator registers a lot with the weight of the scale and sees it in the list', async t => {
    const { page } = floor
    await task(page, 'Receive')
    await page.getByRole('button', { name: 'Chicken thigh' }).click()
    await page.getByRole('button', { name: 'Meadow Farms' }).click()
    await page.locator('[data-chip=weight]').click()
    await load(page, plant, '18.250')
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await page.locator('.registered[data-step=acked]').waitFor()
    const code = await page.locator('.registered .code b').textContent()
    await task(page, 'Lots')
    const row = page.locator('.lot', { hasText: code ?? 'no code' })
    t.match(await row.textContent(), /18\.250 kg/)
    t.match(await row.textContent(), /from Receiving scale/)
    const { lots } = await (await operatorOf(plant)).get<LotPage>('/api/v1/lots')
    t.match(lots[0], { lot_code: code, weight: { method: 'captured', measurement: { value: '18.250' } } })
  })

  await t.test('headquarters shows the same lot with the frame of the scale', async t => {
    const { page } = office
    await page.goto(hq.url)
    await page.getByLabel('Name').fill(ADMIN.name)
    await page.getByLabel('Password').fill(ADMIN.secret)
    await page.getByRole('button', { name: 'Sign in' }).click()
    const row = page.locator('tbody tr', { hasText: 'Chicken thigh' })
    await row.waitFor()
    t.match(await row.textContent(), /18\.250 kg/)
    await row.getByRole('link').click()
    t.match(await page.locator('.drawer .frame-text').textContent(), /^S S +18\.250 kg<CR><LF>$/)
    const { lots } = await (await adminOf(hq)).get<HqLotPage>('/v1/lots')
    await page.locator('.drawer', { hasText: lots[0]!.hash }).waitFor()
    t.match(await page.locator('.drawer').textContent(), /operator at receiving-1/)
  })

  await t.test('an address of headquarters shows what its sender saw', async t => {
    const { page } = office
    await page.goto(`${hq.url}/lots?q=nothing-like-it`)
    await page.getByText('No lot matches.').waitFor()
    await page.getByLabel('Search').fill('thigh')
    await page.locator('tbody tr', { hasText: 'Chicken thigh' }).waitFor()
    await page.waitForURL('**/lots?q=thigh')
    await page.reload()
    await page.locator('tbody tr', { hasText: 'Chicken thigh' }).waitFor()
    t.equal(await page.getByLabel('Search').inputValue(), 'thigh')
  })

  await t.test('a temperature is drawn with its sentence, and its table says the same', async t => {
    const { page } = office
    await page.goto(`${hq.url}/temperatures?channel=plant-north/cold-room-1/temperature`)
    await page.locator('.chart canvas').waitFor()
    t.match(
      await page.locator('figcaption').textContent(),
      /Lowest .+ °C, highest .+ °C; newest .+ outside 0\.0 to 5\.0 °C/,
    )
    await page.getByRole('button', { name: 'Show as table' }).click()
    t.match(await page.locator('.rows tbody tr').first().textContent(), /°C/)
  })

  await t.test('a scale whose cable is pulled is greyed with its reason; the other devices go on', async t => {
    const { page } = floor
    await weigh(page)
    const greyed_ms = await greyed(page, () => steer(plant, 'scale-1', { unplug: true }))
    t.comment(`greyed after ${Math.round(greyed_ms)} ms`)
    t.ok(greyed_ms <= PULLED_WITHIN_MS)
    t.equal(await captureCode(plant), 'scale_silent')
    t.equal(await page.locator('.weight .value').textContent(), '—')
    await page.locator('.attention', { hasText: /Receiving scale: .+adapter is plugged in/ }).waitFor()
    t.ok(await page.getByRole('button', { name: 'Register', exact: true }).isDisabled())
    await task(page, 'Devices')
    await page.locator('.device[data-tone=alarm], .device[data-tone=warn]').waitFor()
    t.equal(await page.locator('.device[data-tone=ok]').count(), 5)
    const backAt = performance.now()
    await steer(plant, 'scale-1', { plug: true })
    await page.locator('.device[data-tone=ok]').nth(5).waitFor()
    t.ok(performance.now() - backAt <= BACK_WITHIN_MS)
  })

  await t.test('a scale that answers no more is greyed as well', async t => {
    const { page } = floor
    await weigh(page)
    const greyed_ms = await greyed(page, () => steer(plant, 'scale-1', { silent: true }))
    t.comment(`greyed after ${Math.round(greyed_ms)} ms`)
    t.ok(greyed_ms <= SILENT_WITHIN_MS)
    t.equal(await captureCode(plant), 'scale_silent')
    const backAt = performance.now()
    await steer(plant, 'scale-1', { silent: false })
    await page.locator('.weight[data-live=true]').waitFor()
    t.ok(performance.now() - backAt <= BACK_WITHIN_MS)
  })

  await t.test('a scale whose gateway is killed is greyed by the screen itself', async t => {
    const { page } = floor
    const greyed_ms = await greyed(page, () => plant.adapters.kill())
    t.comment(`greyed after ${Math.round(greyed_ms)} ms`)
    t.ok(greyed_ms <= KILLED_WITHIN_MS)
    t.equal(await captureCode(plant), 'scale_silent')
    await plant.adapters.start()
    const backAt = performance.now()
    await page.locator('.weight[data-live=true]').waitFor()
    t.ok(performance.now() - backAt <= BACK_WITHIN_MS)
  })

  await t.test('a weight that stands still is never greyed', async t => {
    const { page } = floor
    const flips = await page.evaluate(
      ms =>
        new Promise<number>(resolve => {
          let count = 0
          const watch = new MutationObserver(() => {
            count++
          })
          watch.observe(document.querySelector('.weight')!, { attributes: true, attributeFilter: ['data-live'] })
          setTimeout(() => {
            watch.disconnect()
            resolve(count)
          }, ms)
        }),
      STILL_MS,
    )
    t.equal(flips, 0)
  })

  await t.test('an entry outlives the loss of its server and is registered once', async t => {
    const { page } = floor
    const count = async () => (await (await operatorOf(plant)).get<LotPage>('/api/v1/lots')).lots.length
    const before = await count()
    await page.getByRole('button', { name: 'By hand' }).click()
    const pad = page.locator('.number-pad')
    for (const key of ['7', 'Point', '5']) await pad.getByRole('button', { name: key, exact: true }).click()
    await page.getByRole('button', { name: 'Scale out of service' }).click()
    await page.getByRole('button', { name: 'Take this weight' }).click()
    await plant.edge.kill()
    await page.locator('.attention', { hasText: 'Offline' }).waitFor()
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    const card = page.locator('.registered')
    await card.getByText('Kept on this tablet').waitFor()
    await plant.edge.start()
    await page.locator('.registered[data-step=acked]').waitFor({ timeout: 60_000 })
    t.match(await card.textContent(), /7\.5 kg/)
    t.equal(await count(), before + 1)
    await task(page, 'Lots')
    await page.locator('.lot', { hasText: 'by hand: Scale out of service' }).waitFor()
  })

  await t.test('nothing fails in the browser, and nothing is asked of anybody else', async t => {
    t.strictSame(floor.errors, [])
    t.strictSame(office.errors, [])
    t.strictSame([...floor.origins], [plant.url])
    t.strictSame([...office.origins], [hq.url])
  })

  await t.test('the first load of headquarters fits a weak line', async t => {
    const bytes = entryBytes('cloud/dashboard')
    t.ok(bytes <= 120_000, `${bytes} bytes`)
  })
})

/** Size of a screen's entry script as it travels, gzip. */
function entryBytes(screen: string): number {
  const dist = join(ROOT, screen, 'dist')
  const entries = readFileSync(join(dist, 'index.html'), 'utf8').match(/assets\/index-[^"]+\.js/g) ?? []
  return entries.reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, name))).length, 0)
}
