import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import type { Crew } from '../provisioning/demo/history/crew.ts'
import { PLANT_PEOPLE } from '../provisioning/demo/people.ts'
import { openBrowser } from './harness/browser.ts'
import { enter, goTo } from './harness/floor.ts'
import { fillHouse } from './harness/full-house.ts'
import { best } from './harness/quiet.ts'
import { releasedPlant } from './harness/release.ts'
import { shownAfter } from './harness/shown.ts'
import { forget, takenOf, weakPage } from './harness/tablet.ts'
import { until } from './harness/until.ts'
import { wedgeOf } from './harness/wedge.ts'

const OPERATOR = PLANT_PEOPLE[0]!
const LOTS = 2_000
const INP_MS = 200
/** From a touch to what it does, where that is on the same screen. */
const TAP_MS = 100
/** What a touch has set off is over when nothing came for so long. */
const SETTLED_MS = 600
const LIVE_EVERY_MS = 250

/** Waits until all lots lie on the tablet. */
const shelved = (page: Page) =>
  until({ what: 'the tablet keeps its lots', within_ms: 60_000 }, () =>
    page.evaluate(
      least =>
        new Promise<boolean>(resolve => {
          const opening = indexedDB.open('flowviz-shelf')
          opening.onsuccess = () => {
            const asking = opening.result
              .transaction('books')
              .objectStore('books')
              .count(IDBKeyRange.bound(['lots', 0], ['lots', Number.POSITIVE_INFINITY]))
            asking.onsuccess = () => {
              opening.result.close()
              resolve(asking.result >= least)
            }
          }
        }),
      LOTS / 100,
    ),
  )

/** The longest of all touches and tasks while this is done on a tablet, ms. */
async function felt({ t, page }: { t: Test; page: Page }, what: string, work: () => Promise<unknown>): Promise<number> {
  await forget(page)
  await work()
  await page.waitForTimeout(SETTLED_MS)
  const { events, tasks } = await takenOf(page)
  const [worst] = events.toSorted((one, other) => other.ms - one.ms)
  const task_ms = Math.max(0, ...tasks)
  t.comment(
    `${what}: touch ${worst?.ms ?? 0} ms (${worst?.on ?? 'under 16 ms'}), longest task ${Math.round(task_ms)} ms`,
  )
  return Math.max(worst?.ms ?? 0, task_ms)
}

interface Opening {
  path: string
  /** A row, a card or a key that is there when the screen is. */
  shows: string
}

const SCREENS: readonly Opening[] = [
  { path: '/board', shows: '.lane' },
  { path: '/lots', shows: '.lots-screen .lot' },
  { path: '/gates', shows: '.at-gates .row' },
  { path: '/holds', shows: '.holds-screen .row' },
  { path: '/labels', shows: '.labels-screen' },
  { path: '/dispatch', shows: 'main.runs' },
  { path: '/receive', shows: '.receive-chip' },
]

t.test('the floor screen with two thousand lots in the house', { timeout: 300_000 }, async t => {
  const plant = await releasedPlant(t)
  await plant.release('1.0.0')
  await plant.edge.start()
  const { crew, codes } = await fillHouse(plant.url, LOTS)
  const openWindow = await openBrowser(t)
  const tablet = async () => {
    const page = await weakPage((await openWindow(1280, 800)).context)
    await page.goto(`${plant.url}/?station=receiving-1`)
    await page.locator('.sign-in .person').first().waitFor()
    return page
  }

  await t.test('takes them in, reads and writes them without being deaf to a finger', async t => {
    const taken_ms = await best(INP_MS, async () => {
      const page = await tablet()
      await enter(page, OPERATOR)
      const ms = await felt({ t, page }, 'all lots are fetched and kept', () => shelved(page))
      await page.context().close()
      return ms
    })
    t.ok(taken_ms <= INP_MS, `${Math.round(taken_ms)} ms`)
  })

  const page = await tablet()
  await enter(page, OPERATOR)
  await shelved(page)
  const scan = await wedgeOf(page)
  const home = async () => {
    await goTo(page, '/')
    const others = page.getByRole('button', { name: 'All tasks' })
    await others.waitFor()
    if ((await others.getAttribute('aria-expanded')) === 'false') await others.click()
    await page.locator('a.tile[href="/dispatch"]').waitFor()
  }

  await t.test('opens every screen that lists or finds lots', async t => {
    for (const { path, shows } of SCREENS) {
      const ms = await best(INP_MS, async () => {
        await home()
        return felt({ t, page }, path, async () => {
          await page.locator(`a.tile[href="${path}"]`).click()
          await page.locator(shows).first().waitFor()
        })
      })
      t.ok(ms <= INP_MS, `${path}: ${Math.round(ms)} ms`)
    }
  })

  await t.test('filters and leafs through all of them at a touch', async t => {
    await goTo(page, '/lots')
    const keys = page.locator('.lots-screen .key-row .button')
    const names = await keys.allTextContents()
    for (const name of [...names.slice(1), names[0]!]) {
      const pressed = { after: 'click', selector: '.key-row .button[aria-pressed=true]', text: name } as const
      const ms = await best(TAP_MS, async () => {
        await keys.filter({ hasNotText: name }).first().click()
        await page.waitForTimeout(SETTLED_MS)
        return shownAfter(page, pressed, () => keys.getByText(name, { exact: true }).click())
      })
      t.ok(ms <= TAP_MS, `${name}: ${Math.round(ms)} ms`)
    }
    const ms = await best(INP_MS, async () => {
      await keys.first().click()
      return felt({ t, page }, 'down to the last row', async () => {
        await page.locator('main').hover()
        for (let turns = 0; turns < 12; turns++) {
          await page.mouse.wheel(0, 900)
          await page.waitForTimeout(100)
        }
      })
    })
    t.ok(ms <= INP_MS, `${Math.round(ms)} ms`)
    t.ok((await page.locator('.lots .lot').count()) > 100)
  })

  await t.test('finds what was scanned, out of all of them, and is not deaf meanwhile', async t => {
    let next = 0
    for (const path of ['/', '/lots', '/gates']) {
      const ms = await best(INP_MS, async () => {
        await goTo(page, path)
        await page.waitForTimeout(SETTLED_MS)
        const code = codes[next++]!
        // At home a sheet says what it is, in the list it stands above the rows, at the gates its gate opens.
        const sought = {
          after: 'Enter',
          selector: '.scan-sheet .name, .lots-screen .quiet, .lot-line b',
          text: code,
        } as const
        let shown_ms = Number.POSITIVE_INFINITY
        const felt_ms = await felt({ t, page }, `a scan at ${path}`, async () => {
          shown_ms = await shownAfter(page, sought, () => scan(code))
        })
        const sheet = page.locator('.scan-sheet')
        const said = (await sheet.count()) === 0 ? '' : await sheet.innerText()
        t.comment(`${code} is to be seen after ${Math.round(shown_ms)} ms ${said.slice(0, 80).replaceAll('\n', ' ')}`)
        await page.keyboard.press('Escape')
        // A machine that stutters cuts a scan in two; such a try says nothing.
        return Number.isFinite(shown_ms) ? felt_ms : shown_ms
      })
      t.ok(ms <= INP_MS, `${path}: ${Math.round(ms)} ms`)
    }
  })

  await t.test('hears every key while the plant goes on around it', async t => {
    await goTo(page, '/lots')
    await page.locator('.lots .lot').first().waitFor()
    const keys = page.locator('.lots-screen .key-row .button')
    const ms = await best(INP_MS, () =>
      felt({ t, page }, 'lots come in and are decided on meanwhile', async () => {
        const isOver = new AbortController()
        const life = goOn(crew, codes, isOver.signal)
        for (let touches = 0; touches < 12; touches++) {
          await keys.nth(touches % 5).click()
          await page.waitForTimeout(LIVE_EVERY_MS)
        }
        isOver.abort()
        await life
      }),
    )
    t.ok(ms <= INP_MS, `${Math.round(ms)} ms`)
  })
})

/** Registers a lot and holds another, again and again, as the rest of the plant does. */
async function goOn({ operator, quality }: Crew, codes: readonly string[], signal: AbortSignal): Promise<void> {
  const lot = { lot_type: 'RAW', item_id: 'onions', weight_kg: '1.5', manual_reason: 'Scale out of service' } as const
  for (let turn = 0; !signal.aborted; turn++) {
    await operator.do('register-lot', { body: lot })
    await quality.do('place-hold', { body: { lot_ids: [codes[100 + turn * 3]!], reason: 'Two boxes were open' } })
    await new Promise(resolve => setTimeout(resolve, LIVE_EVERY_MS))
  }
}
