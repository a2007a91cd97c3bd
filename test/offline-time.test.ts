import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { call } from '../provisioning/call.ts'
import { PLANT_PEOPLE } from '../provisioning/demo/people.ts'
import { openBrowser } from './harness/browser.ts'
import { type Fingers, fingersOf } from './harness/drive.ts'
import { type FaultProxy, startFaults } from './harness/fault.ts'
import { chipOf, enter, placeHold, readyForOffline, setUp } from './harness/floor.ts'
import { edgeRows } from './harness/held.ts'
import { type Asker, signIn } from './harness/house.ts'
import { type ReleasedPlant, releasedPlant } from './harness/release.ts'
import { until } from './harness/until.ts'

const OPERATOR = PLANT_PEOPLE.find(({ role }) => role === 'OPERATOR')!
const HOUR_MS = 3_600_000
const SENT_WITHIN_MS = 60_000
/** What a hold takes on a busy machine. */
const ABOUT_MS = 30_000

interface Scene {
  plant: ReleasedPlant
  wifi: FaultProxy
  openWindow: Awaited<ReturnType<typeof openBrowser>>
  operator: () => Promise<Asker>
}

async function raise(t: Test): Promise<Scene> {
  const plant = await releasedPlant(t)
  await plant.release('1.0.0')
  await plant.edge.start()
  const wifi = await startFaults(Number(new URL(plant.url).port), () => 1)
  t.teardown(() => wifi.stop())
  const openWindow = await openBrowser(t)
  return { plant, wifi, openWindow, operator: () => signIn(plant.url, '/api/v1/login', OPERATOR) }
}

/** The clock of a tablet that is wrong by so much, and runs on. */
const wrongClock = (context: BrowserContext, wrong_ms: number): Promise<unknown> =>
  context.addInitScript(wrong_ms => {
    const Right = Date
    globalThis.Date = class extends Right {
      constructor(...given: [] | [number | string]) {
        super(given.length === 0 ? Right.now() + wrong_ms : given[0])
      }
      static override now() {
        return Right.now() + wrong_ms
      }
    } as DateConstructor
  }, wrong_ms)

const allSent = (page: Page) =>
  until({ what: 'all is sent', within_ms: SENT_WITHIN_MS }, async () => (await chipOf(page)) === 'All sent')

interface Event {
  type: string
  occurred_at: string
  data: { lot_code?: string }
}

/** What the fingers put in is sent: the chip alone may not have heard of it yet. */
const handedOver = (page: Page, { queued }: Fingers) =>
  until(
    { what: 'all is sent', within_ms: SENT_WITHIN_MS },
    async () => (await queued(page)) === 0 && (await chipOf(page)) === 'All sent',
  )

const eventsOf = ({ plant }: Scene): Event[] => edgeRows(plant.files.data).map(({ body }) => JSON.parse(body) as Event)

t.setTimeout(400_000)

t.test('time that is wrong, and time that comes again', async t => {
  const scene = await raise(t)
  const { plant, wifi, openWindow, operator } = scene

  for (const [name, wrong_ms] of [
    ['fast', 2 * HOUR_MS],
    ['slow', -2 * HOUR_MS],
  ] as const)
    await t.test(
      `a tablet whose clock is two hours ${name} signs in, works offline and online, and tells the right time`,
      async t => {
        const { page, context, errors } = await openWindow(1280, 800)
        const { token } = await operator()
        const lot = {
          lot_type: 'RAW',
          lot_code: name.toUpperCase(),
          weight_kg: '10.000',
          manual_reason: 'no scale here',
        }
        await call(`${plant.url}/api/v1/lots`, { method: 'POST', token, body: lot })
        await wrongClock(context, wrong_ms)
        await setUp(page, plant, wifi.url)
        await readyForOffline(page)
        await enter(page, OPERATOR)
        t.teardown(() => wifi.mode('open'))
        wifi.mode('silent')
        wifi.cut()
        await page.locator('.attention', { hasText: 'Offline since' }).waitFor()
        await placeHold(page, name.toUpperCase(), 'Looks or smells wrong')
        const done_at = Date.now()
        const holds = () => eventsOf(scene).filter(({ type }) => type === 'hold.placed')
        const before = holds().length
        wifi.mode('open')
        const { occurred_at } = await until(
          { what: 'the hold is there', within_ms: SENT_WITHIN_MS },
          () => holds()[before],
        )
        await allSent(page)
        const off_ms = Date.parse(occurred_at) - done_at
        t.comment(`told ${Math.round(off_ms)} ms beside the time of the test`)
        t.ok(Math.abs(off_ms) < ABOUT_MS)
        t.same(errors, [])
        await context.close()
      },
    )

  await t.test('an appliance that is put back to its copy of yesterday gets back what tablets had told it', async t => {
    const { page, context, errors } = await openWindow(1280, 800)
    const fingers = await fingersOf(context)
    await setUp(page, plant, wifi.url)
    await enter(page, OPERATOR)
    const work = await workerOf(scene, page, fingers)
    await work('OLD', 3)
    await handedOver(page, fingers)
    const copy = join(plant.files.dir, 'copy')
    await plant.edge.stop()
    cpSync(plant.files.data, copy, { recursive: true })
    await plant.edge.start()
    await work('LOST', 60)
    await handedOver(page, fingers)
    await plant.edge.stop()
    rmSync(plant.files.data, { recursive: true })
    cpSync(copy, plant.files.data, { recursive: true })
    t.equal(registered(scene, 'LOST').length, 0, 'the copy knows nothing of them')
    await work('NEW', 2)
    await plant.edge.start()
    await until(
      { what: 'everything is there again', within_ms: SENT_WITHIN_MS },
      () => registered(scene, 'LOST').length >= 60 && registered(scene, 'NEW').length >= 2,
    )
    await handedOver(page, fingers)
    for (const [name, count] of [
      ['OLD', 3],
      ['LOST', 60],
      ['NEW', 2],
    ] as const) {
      const codes = registered(scene, name)
      t.same([codes.length, new Set(codes).size], [count, count], `each of ${name} once`)
    }
    t.same(registered(scene, 'LOST'), registered(scene, 'LOST').toSorted(), 'in their order')
    t.same(
      eventsOf(scene).filter(({ type }) => type === 'tablet.skipped'),
      [],
      'nothing new went before what was lost',
    )
    t.same(errors, [])
  })
})

/** Registers so many lots, one behind the other in one lane. */
async function workerOf({ operator }: Scene, page: Page, { put }: Fingers) {
  const { people } = await (await operator()).get<{ people: { id: string; name: string }[] }>('/api/v1/people')
  const person_id = people.find(({ name }) => name === OPERATOR.name)!.id
  return (name: string, count: number) =>
    put(
      page,
      Array.from({ length: count }, (_, n) => {
        const lot_code = `${name}-${String(n + 1).padStart(3, '0')}`
        const body = { lot_type: 'RAW', lot_code, weight_kg: '10.000', manual_reason: 'no scale here' } as const
        return { person_id, intent: { command: 'register-lot', body, lane: 'delivery:1', about: lot_code } }
      }),
    )
}

const registered = (scene: Scene, name: string): string[] =>
  eventsOf(scene).flatMap(({ type, data: { lot_code } }) =>
    type === 'lot.registered' && lot_code?.startsWith(`${name}-`) ? [lot_code] : [],
  )
