import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { build, preview } from 'vite'
import { bringAxe, violations } from './harness/axe.ts'
import { misfits, openBrowser } from './harness/browser.ts'
import { clippedWords } from './harness/fit.ts'
import { ownFolder } from './harness/house.ts'

const UI = resolve(import.meta.dirname, '..', 'edge', 'ui')
const HIT_PX = 56
const ALONE = '.gallery-alone'

/** Builds the gallery and hands it out; gives its address. */
async function openGallery(t: Test): Promise<string> {
  const outDir = join(ownFolder(t), 'gallery')
  const how = { root: UI, configFile: join(UI, 'vite.config.ts'), mode: 'gallery', logLevel: 'error' } as const
  await build({ ...how, build: { outDir } })
  const server = await preview({ ...how, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
  t.teardown(() => server.close())
  return `${server.resolvedUrls!.local[0]}gallery.html`
}

interface Look {
  lang: string
  mode: string
  theme: string
}

/** Opens the gallery in this look and gives the addresses of all states. */
async function lookAt(page: Page, url: string, look: Look): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(`${url}?${new URLSearchParams({ ...look })}`)
  await page.locator('.gallery article').first().waitFor()
  const ids = await page.evaluate(() =>
    [...document.querySelectorAll('[data-shown]')].map(at => at.getAttribute('data-shown')!),
  )
  await bringAxe(page)
  return ids
}

/** Shows one state alone, without loading the page again. */
async function show(page: Page, id: string): Promise<void> {
  await page.evaluate(id => {
    location.hash = encodeURIComponent(id)
  }, id)
  await page.locator(`${ALONE}[data-shown="${id}"]`).waitFor()
}

/** Runs a check on every state; gives what it found, each with the state that it was found in. */
async function everywhere(page: Page, ids: string[], check: (page: Page) => Promise<string[]>): Promise<string[]> {
  const found: string[] = []
  for (const id of ids) {
    await show(page, id)
    found.push(...(await check(page)).map(what => `${id}: ${what}`))
  }
  return found
}

t.test('every card of the floor in every state', { timeout: 180_000 }, async t => {
  const url = await openGallery(t)
  const openWindow = await openBrowser(t)
  const { page, errors } = await openWindow(1280, 800)
  const failures = new Set<string>()
  page.on('console', message => message.type() === 'error' && failures.add(message.text().split('\n')[0]!))

  await t.test('can be read and used by everybody, by day', async t => {
    const ids = await lookAt(page, url, { lang: 'en', mode: 'floor', theme: 'day' })
    t.comment(`${ids.length} states`)
    t.ok(ids.length > 20)
    t.same(await everywhere(page, ids, page => violations(page, ALONE)), [])
  })

  await t.test('has its contrast by night too', async t => {
    const ids = await lookAt(page, url, { lang: 'en', mode: 'floor', theme: 'night' })
    t.same(await everywhere(page, ids, page => violations(page, ALONE, ['color-contrast'])), [])
  })

  await t.test('is hit by every finger', async t => {
    const ids = await lookAt(page, url, { lang: 'en', mode: 'floor', theme: 'day' })
    t.same(await everywhere(page, ids, page => misfits(page, HIT_PX)), [])
  })

  for (const [lang, width, height] of [
    ['en-XA', 1024, 768],
    ['es', 1024, 768],
    ['en-XA', 1280, 800],
  ] as const)
    await t.test(`fits ${width} x ${height} with gloves in ${lang}`, async t => {
      await page.setViewportSize({ width, height })
      const ids = await lookAt(page, url, { lang, mode: 'glove', theme: 'day' })
      const check = async (page: Page) => [...(await clippedWords(page, ALONE)), ...(await misfits(page, HIT_PX))]
      t.same(await everywhere(page, ids, check), [])
    })

  await t.test('no state fails to be drawn', async t => t.same([...errors, ...failures], []))
})
