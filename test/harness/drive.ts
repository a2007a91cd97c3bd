import { join, resolve } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import type { Entry } from '../../edge/ui/outbox/entry.ts'
import type { Driven } from '../drive-page/main.ts'

const ROOT = resolve(import.meta.dirname, '..', '..')

/** The tablet's own code as one script that a page takes before its own; the built screen knows nothing of it. */
async function driveScript(): Promise<string> {
  const [built] = (await build({
    configFile: false,
    logLevel: 'silent',
    root: ROOT,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(ROOT, 'test', 'drive-page', 'main.ts'), formats: ['iife'], name: 'driven' },
    },
  })) as Rolldown.RolldownOutput[]
  return built!.output[0]!.code
}

/** Fingers on a tablet: pages of one browser window, which come and go as tabs of people do. */
export interface Fingers {
  /** What was kept, by what it is about: its key. */
  kept: ReadonlyMap<string, string>
  /** Puts these in by this page, in their order. Rejects when the page ends meanwhile. */
  put: (page: Page, driven: readonly Driven[]) => Promise<void>
  /** The same, but the page is ended when so many of them are kept: closed, or crashed. */
  putAndKill: (page: Page, driven: readonly Driven[], how: { after: number; crash: boolean }) => Promise<void>
  entries: (page: Page) => Promise<Entry[]>
  /** Takes for kept what a page kept that died before it could tell. */
  adopt: (page: Page) => Promise<void>
  /** How many of the tablet's entries may still be sent by themselves. */
  queued: (page: Page) => Promise<number>
}

/** To be called before the first page of the window is opened. */
export async function fingersOf(context: BrowserContext): Promise<Fingers> {
  const kept = new Map<string, string>()
  let counted = () => {}
  await context.exposeFunction('keptOne', (about: string, key: string) => {
    if (kept.has(about)) throw new Error(`${about} was put in twice`)
    kept.set(about, key)
    counted()
  })
  await context.addInitScript({ content: await driveScript() })
  const put: Fingers['put'] = (page, driven) => page.evaluate(list => window.drive.put(list), [...driven])
  const entries: Fingers['entries'] = page => page.evaluate(() => window.drive.entries())
  return {
    kept,
    put,
    putAndKill: async (page, driven, { after, crash }) => {
      const enough = new Promise<void>(done => {
        let count = 0
        counted = () => {
          count += 1
          if (count >= after) done()
        }
      })
      const putting = put(page, driven).catch(() => undefined)
      await Promise.race([enough, putting])
      if (crash) await crashed(page)
      await page.close()
      await putting
      counted = () => {}
    },
    entries,
    adopt: async page => {
      for (const { about, key } of await entries(page)) if (about !== null) kept.set(about, key)
    },
    queued: page => page.evaluate(() => window.drive.queued()),
  }
}

/** Ends the process of a page, as a tablet does that is out of memory. */
async function crashed(page: Page): Promise<void> {
  const gone = page.waitForEvent('crash')
  const devtools = await page.context().newCDPSession(page)
  devtools.send('Page.crash').catch(() => undefined)
  await gone
}
