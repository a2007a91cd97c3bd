import chromiumPack from '@sparticuz/chromium'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Test } from 'tap'

// Never chromiumPack.args: those run everything in one process and switch web security off.
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A browser window of a test: its page, and what went wrong or left the house in it. */
export interface Window {
  page: Page
  context: BrowserContext
  /** Errors thrown in the page. */
  errors: string[]
  /** Origins that the page asked anything of. */
  origins: Set<string>
}

/** What the person at the browser has of their own. */
interface Own {
  /** Home of the person, whose trusted authorities the browser takes. */
  home?: string
  /** Names that the plant's router would know, and their addresses. */
  names?: Record<string, string>
  flags?: readonly string[]
}

/** Starts Chromium; closed at the end of the test. Gives a maker of windows, each with cookies of its own. */
export async function openBrowser(
  t: Pick<Test, 'teardown'>,
  own?: Own,
): Promise<(width: number, height: number) => Promise<Window>> {
  const names = Object.entries(own?.names ?? {}).map(([name, address]) => `MAP ${name} ${address}`)
  const browser = await chromium.launch({
    executablePath: await chromiumPack.executablePath(),
    args: [
      ...FLAGS,
      ...(own?.flags ?? []),
      ...(names.length === 0 ? [] : [`--host-resolver-rules=${names.join(', ')}`]),
    ],
    ...(own?.home === undefined ? {} : { env: { ...process.env, HOME: own.home } as Record<string, string> }),
  })
  t.teardown(() => browser.close())
  return async (width, height) => {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB' })
    const page = await context.newPage()
    const errors: string[] = []
    const origins = new Set<string>()
    page.on('pageerror', error => errors.push(error.message))
    page.on('request', request => {
      if (request.url().startsWith('http')) origins.add(new URL(request.url()).origin)
    })
    return { page, context, errors, origins }
  }
}

/** What a finger would miss on this page: visible controls smaller than `least` px, and sideways scrolling. */
export async function misfits(page: Page, least: number): Promise<string[]> {
  return [...(await smallControls(page, least)), ...(await wideBoxes(page))]
}

function smallControls(page: Page, least: number): Promise<string[]> {
  return page.evaluate(least => {
    // A choice is its label; the radio button inside is as large as that but for the border.
    const kinds = 'a, button, select, textarea, summary, [role=button], label:has(input), input:not(label input)'
    const controls = document.querySelectorAll<HTMLElement>(kinds)
    return [...controls]
      .filter(control => control.checkVisibility() && control.closest('.unseen') === null)
      .map(control => ({ control, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.width < least || box.height < least)
      .map(({ control, box }) => `${control.tagName} ${control.textContent}: ${box.width} x ${box.height}`)
  }, least)
}

function wideBoxes(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, section, form')]
      .filter(box => box.scrollWidth > box.clientWidth + 1)
      .map(box => `${box.tagName} ${box.className}: scrolls sideways`),
  )
}
