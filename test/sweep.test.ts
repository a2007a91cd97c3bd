import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { ROUTES } from '../edge/ui/frame/routes.ts'
import { PLANT_PEOPLE } from '../provisioning/demo/people.ts'
import { bringAxe, violations } from './harness/axe.ts'
import { misfits, openBrowser, type Window } from './harness/browser.ts'
import { englishLines } from './harness/english.ts'
import { fingerTraps } from './harness/finger.ts'
import { clippedWords } from './harness/fit.ts'
import { ownFolder, ownPlant } from './harness/house.ts'
import { type Kitchen, type Morning, raiseKitchen } from './harness/kitchen.ts'
import { type Link, startLink } from './harness/link.ts'
import { wedgeOf } from './harness/wedge.ts'

const HIT_PX = 56
/** A little longer than a finger has to stay. */
const HOLD_MS = 1_700
/** Who has every task. */
const MANAGER = PLANT_PEOPLE.find(({ name }) => name === 'manager')!

/** Of which there is nothing. */
const NOBODY = '00000000-0000-7000-8000-000000000000'
const NO_CODE = 'NOBODY-KNOWS-7'
/** A browser calls it an error to be told that nobody is signed in, that a tablet is not enrolled, or that a lot is unknown. */
const HONEST = new RegExp(`/api/v1/(refresh|tablets/me|scans|\\w+/(${NOBODY}|${NO_CODE}))\\b`)
/** The appliance is away for a while. */
const NO_ANSWER = /net::ERR_/

/** The three looks that find the most: plain, the widest words on the smallest tablet with gloves, and Spanish by night. */
const LOOKS = [
  { width: 1280, height: 800, mode: 'floor', lang: 'en', theme: 'day' },
  { width: 1024, height: 768, mode: 'glove', lang: 'en-XA', theme: 'day' },
  { width: 1280, height: 800, mode: 'floor', lang: 'es', theme: 'night' },
] as const
type Look = (typeof LOOKS)[number]

/** A tablet of one look; somebody works at it. */
interface Tablet extends Window {
  look: Look
  /** A lot of its own that waits for a check. */
  lot: string
}

const nameOf = ({ width, height, mode, lang, theme }: Look) => `${width} x ${height}, ${mode}, ${lang}, ${theme}`

/** What stands in place of a parameter of an address, such as `/lot/:ref`. */
function addressOf(path: string, morning: Morning): string {
  const { waiting, running, checked, hold_id, shipment_id } = morning
  const refs: Record<string, string> = {
    lot: waiting[0]!,
    gate: waiting[0]!,
    label: waiting[0]!,
    run: running,
    'gate/run': checked,
    shipment: shipment_id,
  }
  const known: Record<string, string> = {
    run: running,
    hold_id,
    gate_id: 'receiving',
    location_id: 'chilled-wip',
    monitor_id: 'cold-room',
  }
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const value = name === 'ref' ? refs[path.slice(1, path.indexOf('/:'))] : known[name]
    if (value === undefined) throw new RangeError(`say what ${path} is of`)
    return encodeURIComponent(value)
  })
}

/** Puts an address into the page as a link would; by way of the start, so that no screen is taken for the one before. */
async function go(page: Page, path: string): Promise<void> {
  const push = (to: string) =>
    page.evaluate(to => {
      history.pushState(null, '', to)
      dispatchEvent(new PopStateEvent('popstate'))
    }, to)
  await push('/')
  await page.locator('main.home').waitFor()
  if (path === '/') return
  await push(path)
  await page.locator('main:not(.home)').waitFor()
  await still(page)
}

/** Waits until nothing new has come into the page for a while; what ticks for ever is not waited for. */
const still = (page: Page) =>
  page.evaluate(async () => {
    const QUIET_MS = 120
    const PATIENCE_MS = 1_200
    const began = performance.now()
    let last = began
    const watch = new MutationObserver(() => {
      last = performance.now()
    })
    watch.observe(document.body, { childList: true, subtree: true })
    while (performance.now() - last < QUIET_MS && performance.now() - began < PATIENCE_MS)
      await new Promise(resolve => setTimeout(resolve, 20))
    watch.disconnect()
  })

/** Everything that is asked of every screen; what it finds, in words. */
async function flaws(page: Page): Promise<string[]> {
  return [
    ...(await violations(page, 'body')),
    ...(await misfits(page, HIT_PX)),
    ...(await fingerTraps(page)),
    ...(await clippedWords(page, 'body')),
    ...(await englishLines(page)),
  ]
}

/** A tablet in a look, its lock screen shown. */
async function openTablet(open: Awaited<ReturnType<typeof openBrowser>>, url: string, look: Look): Promise<Window> {
  const { width, height, mode, lang, theme } = look
  const window = await open(width, height)
  const { page, errors } = window
  await page.emulateMedia({ reducedMotion: 'reduce' })
  page.on('console', message => {
    const { url } = message.location()
    const isHonest = HONEST.test(url) || NO_ANSWER.test(message.text())
    if (message.type() === 'error' && !isHonest) errors.push(`${page.url()}: ${message.text()} ${url}`)
  })
  await page.goto(`${url}/?${new URLSearchParams({ station: 'supervisor-1', mode, lang, theme })}`)
  await page.locator('.person').first().waitFor()
  await bringAxe(page)
  return window
}

/** The lock screen, and signing in from it. */
async function enter(t: Test, page: Page): Promise<void> {
  t.same(await flaws(page), [], 'lock')
  await page.locator('.person', { hasText: MANAGER.display_name }).click()
  for (const digit of MANAGER.secret) await page.locator(`.pad [data-key="${digit}"]`).click()
  t.same(await flaws(page), [], 'lock with a PIN')
  await page.locator('.pad [data-kind=primary]').click()
  await page.locator('main.home').waitFor()
}

async function sweep(t: Test, page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await go(page, address)
    t.same(await flaws(page), [], address)
  }
}

/** The sheet of a lot that was scanned, of a code that nobody knows, and the camera's substitute. */
async function scanSheets(t: Test, { page, lot }: Tablet): Promise<void> {
  const scan = await wedgeOf(page)
  await go(page, '/temperatures')
  for (const code of [lot, NO_CODE]) {
    await scan(code)
    await page.locator('.scan-sheet .actions').waitFor()
    await page.locator('.scan-flash b').waitFor({ state: 'detached' })
    t.same(await flaws(page), [], `the sheet of ${code}`)
    await page.keyboard.press('Escape')
    await page.locator('.scan-sheet').waitFor({ state: 'detached' })
  }
}

/** Passes a lot while the appliance is away and it is held elsewhere: waits here first, then is refused. */
async function disagree(t: Test, { page, lot }: Tablet, { crew, wifi }: Kitchen & { wifi: Link }): Promise<void> {
  await go(page, `/gate/${lot}`)
  wifi.mode('refused')
  wifi.cut()
  await page.locator('.attention[data-tone=offline]').waitFor()
  await passGate(page)
  await go(page, '/sync')
  t.same(await flaws(page), [], 'sync centre, away and with something that waits')
  await crew.quality.do('place-hold', { body: { lot_ids: [lot], reason: 'Seal of the lorry was broken' } })
  wifi.mode('open')
  await page.locator('.conflict').waitFor()
  await still(page)
  t.same(await flaws(page), [], 'sync centre, with a conflict')
}

/** Finds everything good at the first gate, and holds the finger on the release. */
async function passGate(page: Page): Promise<void> {
  for (const yes of await page.locator('.check .answers .button:first-child').all()) await yes.click()
  const pad = page.locator('.number-pad')
  if (!(await pad.isVisible())) await page.locator('.check .measured').click()
  await pad.getByRole('button', { name: '3', exact: true }).click()
  await page.locator('[data-kind=primary]').click({ delay: HOLD_MS })
  await page.locator('main.at-gates').waitFor()
}

/** A drill that looks for the chicken of the night. */
async function openDrill({ crew }: Kitchen): Promise<void> {
  const { recall_id } = await crew.auditor.do('open-recall', {
    body: {
      mode: 'mock',
      scenario: 'Listeria in chicken breast of Meadow Farms',
      start: { supplier_id: 'meadow-farms' },
    },
  })
  await crew.auditor.do('scope-recall', { params: { recall_id }, body: {} })
  await crew.auditor.do('hold-recall', { params: { recall_id }, body: {} })
}

t.setTimeout(400_000)

t.test('every screen of the floor, with a morning in it', async t => {
  const kitchen = await raiseKitchen(t)
  const { plant, morning } = kitchen
  const wifi = await startLink(Number(new URL(plant.url).port))
  t.teardown(() => wifi.stop())
  const open = await openBrowser(t)
  const addresses = ['/', ...ROUTES.map(([path]) => addressOf(path, morning))]
  const tablets: Tablet[] = []

  for (const [at, look] of LOOKS.entries())
    await t.test(nameOf(look), async t => {
      const tablet = { ...(await openTablet(open, wifi.url, look)), look, lot: morning.waiting[at]! }
      tablets.push(tablet)
      await enter(t, tablet.page)
      await sweep(t, tablet.page, addresses)
      await scanSheets(t, tablet)
      await disagree(t, tablet, { ...kitchen, wifi })
    })

  await t.test('a recall that takes the screen over', async t => {
    for (const { page } of tablets) await go(page, '/board')
    await openDrill(kitchen)
    for (const { page, look } of tablets) {
      await page.locator('dialog.recall').waitFor()
      await still(page)
      t.same(await flaws(page), [], nameOf(look))
    }
  })

  await t.test('nothing fails in the browser, and nothing is asked of anybody else', async t => {
    for (const { errors, origins } of tablets) {
      t.same(errors, [])
      t.same([...origins], [wifi.url])
    }
  })
})

t.test('every screen of the floor of a plant where nothing has happened', async t => {
  const plant = await ownPlant(t, ownFolder(t), { devices: () => [] })
  await plant.edge.start()
  const look = LOOKS[1]
  const { page, errors } = await openTablet(await openBrowser(t), plant.url, look)
  await enter(t, page)
  await sweep(t, page, ['/', ...ROUTES.map(([path]) => path.replace(/:\w+/g, NOBODY))])
  t.same(errors, [])
})
