import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { KITCHEN } from '../provisioning/demo/history/kitchen.ts'
import { steer } from '../provisioning/demo/lots.ts'
import { PLANT_PEOPLE } from '../provisioning/demo/people.ts'
import { inviteTablet } from '../provisioning/demo/tablet.ts'
import { openBrowser } from './harness/browser.ts'
import type { Stage } from './harness/house.ts'
import { type Kitchen, raiseKitchen } from './harness/kitchen.ts'
import { type Link, startLink } from './harness/link.ts'
import { wedgeOf } from './harness/wedge.ts'

/** Raises the demo's kitchen in the middle of a morning and writes docs/screenshots/*.png: `npm run screenshots`. */
const OUT = resolve(import.meta.dirname, '..', 'docs', 'screenshots')
const OPERATOR = PLANT_PEOPLE.find(({ name }) => name === 'operator')!
const GTIN = '09521234540038'
const GS = '\u001d'
/** A flash, a lamp, a picture of a chart: all stands still by then. */
const SETTLE_MS = 1_800
/** A little longer than a finger has to stay on what is final. */
const HELD_MS = 1_700

type Open = Awaited<ReturnType<typeof openBrowser>>
interface House extends Kitchen {
  wifi: Link
  open: Open
}

const stops: (() => unknown)[] = []
const stage: Stage = {
  teardown: stop => void stops.push(stop),
  comment: (...what) => console.log(...what),
}

/** A tablet in a look, its lock screen shown. */
async function tabletOf({ open, wifi }: House, look: Record<string, string>, small = false): Promise<Page> {
  const { page } = await (small ? open(1024, 768) : open(1280, 800))
  await page.goto(`${wifi.url}/?${new URLSearchParams({ station: 'kitchen-1', lang: 'en', theme: 'day', ...look })}`)
  await page.locator('.person').first().waitFor()
  return page
}

async function signIn(page: Page, { display_name, secret } = OPERATOR): Promise<void> {
  await page.locator('.person', { hasText: display_name }).click()
  for (const digit of secret) await page.locator(`.pad [data-key="${digit}"]`).click()
  await page.locator('.pad [data-kind=primary]').click()
  await page.locator('main.home').waitFor()
}

async function go(page: Page, path: string): Promise<void> {
  await page.evaluate(to => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
  await page.locator('main:not(.home)').waitFor()
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(SETTLE_MS)
  const file = join(OUT, `${name}.png`)
  writeFileSync(file, await page.screenshot())
  console.log(`${name}.png: ${Math.round(statSync(file).size / 1_000)} KB`)
}

/** Fills the receipt with one scan of the supplier's label. */
async function scanLabel(page: Page): Promise<void> {
  await go(page, '/receive')
  const scan = await wedgeOf(page)
  await scan(`01${GTIN}10MF-4473${GS}17261207`)
  await page.locator('.scan-flash b').waitFor({ state: 'detached' })
}

/** A tablet that was set up for the receiving dock. */
async function enrolled(house: House): Promise<Page> {
  const { hash } = new URL(await inviteTablet(house.plant))
  const page = await tabletOf(house, {})
  await page.goto(`${house.wifi.url}/enrol${hash}`)
  await page.locator('[data-kind=primary]:enabled').click()
  await page.locator('.enrolled').waitFor()
  await page.goto(house.wifi.url)
  await page.locator('.person').first().waitFor()
  return page
}

async function plainScreens(house: House): Promise<Page> {
  const { plant, crew, morning } = house
  const chicken = KITCHEN.items.find(({ item_id }) => item_id === 'chicken-breast')!
  const { item_id, ...body } = { ...chicken, gtin: GTIN }
  await crew.manager.do('define-item', { params: { item_id }, body })
  const page = await enrolled(house)
  await page.locator('.person', { hasText: OPERATOR.display_name }).click()
  await shoot(page, 'lock')
  await signIn(page)
  await shoot(page, 'home')
  await scanLabel(page)
  await shoot(page, 'receive')
  await page.getByRole('button', { name: 'Meadow Farms' }).click()
  await page.locator('[data-chip=weight]').click()
  await steer(plant, 'scale-1', { load_kg: '24.360' })
  await page.locator('.lamp[data-stable=true]').waitFor()
  await shoot(page, 'weigh')
  for (const [name, path] of [
    ['board', '/board'],
    ['holds', '/holds'],
    ['lot', `/lot/${morning.made}`],
    ['run', `/run/${morning.running}`],
  ] as const) {
    await go(page, path)
    await shoot(page, name)
  }
  await findGood(page, morning.waiting[2], 3)
  await shoot(page, 'gate')
  return page
}

/** Says yes to the first checks of a gate, and keys a temperature in. */
async function findGood(page: Page, lot: string, count: number): Promise<void> {
  await go(page, `/gate/${lot}`)
  await page.locator('.number-pad').waitFor()
  const yes = await page.locator('.check .answers .button:first-child').all()
  for (const key of yes.slice(0, count)) await key.click()
  for (const key of ['3', 'Point', '4'])
    await page.locator('.number-pad').getByRole('button', { name: key, exact: true }).click()
}

/** A tablet that works on while the appliance is away. */
async function offlineScreen(page: Page, { wifi, morning }: House): Promise<void> {
  wifi.mode('refused')
  wifi.cut()
  await page.locator('.attention[data-tone=offline]').waitFor()
  await findGood(page, morning.waiting[0], 5)
  await page.locator('[data-kind=primary]').click({ delay: HELD_MS })
  await page.locator('main.at-gates').waitFor()
  await go(page, `/gate/${morning.waiting[1]}`)
  await page.locator('[data-decision=hold]').click()
  await page.locator('.reasons .button').first().click()
  await page.locator('main.at-gates').waitFor()
  await go(page, '/sync')
  await shoot(page, 'offline')
  wifi.mode('open')
  await page.locator('.attention[data-tone=offline]').waitFor({ state: 'detached' })
}

async function recallScreen(page: Page, { crew }: House): Promise<void> {
  const start = { supplier_id: 'green-field' }
  const scenario = 'Glass found in onions of Green Field'
  const { recall_id } = await crew.auditor.do('open-recall', { body: { mode: 'mock', scenario, start } })
  await crew.auditor.do('scope-recall', { params: { recall_id }, body: {} })
  await crew.auditor.do('hold-recall', { params: { recall_id }, body: {} })
  await page.locator('dialog.recall').waitFor()
  await shoot(page, 'recall')
}

async function main(): Promise<void> {
  mkdirSync(OUT, { recursive: true })
  const kitchen = await raiseKitchen(stage)
  const wifi = await startLink(Number(new URL(kitchen.plant.url).port))
  stage.teardown(() => wifi.stop())
  const house: House = { ...kitchen, wifi, open: await openBrowser(stage) }
  const page = await plainScreens(house)
  const night = await tabletOf(house, { theme: 'night' })
  await signIn(night)
  await go(night, '/board')
  await shoot(night, 'board-night')
  await night.close()
  const glove = await tabletOf(house, { mode: 'glove', lang: 'es', station: 'receiving-1' }, true)
  await signIn(glove)
  await scanLabel(glove)
  await shoot(glove, 'receive-glove-es')
  await glove.close()
  await offlineScreen(page, house)
  await recallScreen(page, house)
}

try {
  await main()
} finally {
  for (const stop of stops.reverse()) await stop()
}
