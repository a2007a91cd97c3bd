import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { PLANT_PEOPLE } from '../provisioning/demo/people.ts'
import { openBrowser } from './harness/browser.ts'
import { startFaults } from './harness/fault.ts'
import { enter, setUp } from './harness/floor.ts'
import { releasedPlant } from './harness/release.ts'
import { slopeOf } from './harness/slope.ts'
import { until } from './harness/until.ts'

// Not among the tests of every day: a shift of a tablet, shortened. `npm run soak -- --minutes 480` is a whole one.
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '20' } } })
const LASTS_MS = Number(values.minutes) * 60_000
/** Machine code of what runs often is bounded and nothing of the page's own, but the first hour would show little else. */
const INTERPRETED = ['--js-flags=--no-opt --no-maglev --no-sparkplug']
/** The first quarter is for what is loaded once and what a young heap does. */
const WARM_SHARE = 0.25
const SAMPLE_MS = 30_000
const CUT_EVERY = 4
const BACK_WITHIN_MS = 15_000
const SLOPE_MAX_MB_H = 1
const HEAP_MAX_MB = 60
const OPERATOR = PLANT_PEOPLE.find(({ role }) => role === 'OPERATOR')!

interface Watched {
  name: string
  page: Page
  /** What is used after garbage was collected, bytes. */
  heap: () => Promise<number>
  /** How often the live stream was opened. */
  streams: () => number
  samples: { at_h: number; mb: number }[]
}

async function raise(t: Test) {
  const plant = await releasedPlant(t)
  await plant.release('1.0.0')
  for (const unit of [plant.simulator, plant.edge, plant.adapters]) await unit.start()
  const wifi = await startFaults(Number(new URL(plant.url).port), () => 1)
  t.teardown(() => wifi.stop())
  const openWindow = await openBrowser(t, { flags: INTERPRETED })
  const watch = async (name: string, path: string): Promise<Watched> => {
    const { page, context, errors } = await openWindow(1280, 800)
    page.on('pageerror', error => t.fail(`${name}: ${error.message}`))
    await setUp(page, plant, wifi.url)
    await enter(page, OPERATOR)
    let streams = 0
    page.on('response', response => {
      if (response.url().includes('/api/v1/stream') && response.ok()) streams += 1
    })
    await page.goto(wifi.url + path)
    await page.locator('.frame').waitFor()
    const devtools = await context.newCDPSession(page)
    t.equal(errors.length, 0)
    const heap = async () => {
      await devtools.send('HeapProfiler.collectGarbage')
      return (await devtools.send('Runtime.getHeapUsage')).usedSize
    }
    return { name, page, heap, streams: () => streams, samples: [] }
  }
  const steered = await fetch(`${plant.controlUrl}/scale-1/control`, { method: 'POST', body: '{"cycle":true}' })
  t.ok(steered.ok, 'the scale is loaded and unloaded all the time')
  const board = await watch('board', '/board')
  const receive = await watch('receive', '/receive')
  await receive.page.locator('[data-chip=weight]').click()
  await receive.page.locator('.weight[data-live=true]').waitFor()
  return { wifi, watched: [board, receive] }
}

t.setTimeout(LASTS_MS + 300_000)

t.test(`a tablet goes on for ${values.minutes} minutes`, async t => {
  const { wifi, watched } = await raise(t)
  const began = performance.now()
  const past = () => performance.now() - began
  let cuts = 0
  for (let n = 1; past() < LASTS_MS; n++) {
    await pause(Math.max(0, n * SAMPLE_MS - past()))
    // A person is there, or the screen would lock.
    for (const { page } of watched) await page.mouse.click(2, 400)
    if (n % CUT_EVERY === 0) {
      const before = watched.map(({ streams }) => streams())
      wifi.cut()
      cuts += 1
      await until({ what: `every stream is back after cut ${cuts}`, within_ms: BACK_WITHIN_MS }, () =>
        watched.every(({ streams }, at) => streams() > before[at]!),
      )
      await watched[1]!.page.locator('.weight[data-live=true]').waitFor()
    }
    for (const one of watched) one.samples.push({ at_h: past() / 3_600_000, mb: (await one.heap()) / 1e6 })
    const heaps = watched.map(({ name, samples }) => `${name} ${samples.at(-1)!.mb.toFixed(2)} MB`)
    process.stderr.write(`${Math.round(past() / 1_000)} s: ${heaps.join(', ')}\n`)
  }
  for (const { name, samples } of watched) {
    const { slope, error } = slopeOf(
      samples.slice(Math.floor(samples.length * WARM_SHARE)).map(({ at_h, mb }) => [at_h, mb]),
    )
    const last = samples.at(-1)!.mb
    t.comment(
      `${name}: heap ${last.toFixed(2)} MB, slope ${slope.toFixed(2)} MB/h (standard error ${error.toFixed(2)})`,
    )
    t.ok(slope < SLOPE_MAX_MB_H, `${name} does not grow`)
    t.ok(last < HEAP_MAX_MB, `${name} fits a weak tablet`)
  }
  t.comment(`${cuts} cuts, none missed`)
})
