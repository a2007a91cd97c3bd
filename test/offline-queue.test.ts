import type { BrowserContext, Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { seededRandom } from '../contract/random.ts'
import { call } from '../provisioning/call.ts'
import { PLANT_PEOPLE } from '../provisioning/demo/people.ts'
import { openBrowser } from './harness/browser.ts'
import { type Fingers, fingersOf } from './harness/drive.ts'
import { type Blow, type FaultProxy, startFaults } from './harness/fault.ts'
import { chipOf, enter, readyForOffline, setUp } from './harness/floor.ts'
import { edgeRows } from './harness/held.ts'
import { signIn } from './harness/house.ts'
import { type ReleasedPlant, releasedPlant } from './harness/release.ts'
import { until } from './harness/until.ts'
import { type Work, workPlan } from './harness/work.ts'

const COUNT = Number(process.env.COMMANDS ?? 500)
const SEED = Number(process.env.SEED ?? 20_261_126)
/** What is put in at a stretch, and how often a tab does not live to its end. */
const BATCH = 25
const KILLED = 0.3
const FELT = 3
const FELT_WITHIN_MS = 120_000
const CAUGHT_UP_WITHIN_MS = 60_000
const OPERATOR = PLANT_PEOPLE.find(({ role }) => role === 'OPERATOR')!
const MANAGER = PLANT_PEOPLE.find(({ role }) => role === 'MANAGER')!

interface Scene {
  plant: ReleasedPlant
  wifi: FaultProxy
  context: BrowserContext
  fingers: Fingers
  /** Ids of those who work. */
  people: string[]
  random: () => number
}

async function raise(t: Test): Promise<Scene> {
  t.comment(`seed ${SEED}`)
  const random = seededRandom(SEED)
  const plant = await releasedPlant(t)
  await plant.release('1.0.0')
  await plant.edge.start()
  const { token } = await signIn(plant.url, '/api/v1/login', MANAGER)
  const cold = { title: 'Cold room 1', kind: 'storage', allow_held: true }
  await call(`${plant.url}/api/v1/locations/cold-1`, { method: 'PUT', token, body: cold })
  const { people } = await call<{ people: { id: string; name: string }[] }>(`${plant.url}/api/v1/people`)
  const idOf = ({ name }: { name: string }) => people.find(one => one.name === name)!.id
  const wifi = await startFaults(Number(new URL(plant.url).port), random)
  t.teardown(() => wifi.stop())
  const { page, context } = await (await openBrowser(t))(1280, 800)
  const fingers = await fingersOf(context)
  await setUp(page, plant, wifi.url)
  await enter(page, OPERATOR)
  await readyForOffline(page)
  await page.close()
  return { plant, wifi, context, fingers, people: [idOf(OPERATOR), idOf(MANAGER)], random }
}

interface Fault {
  name: string
  begin: (scene: Scene) => Promise<unknown>
  end: (scene: Scene) => Promise<unknown>
}

/** A fault of the Wi-Fi; it lasts until it was felt. */
const proxied = (name: string, mode: 'silent' | 'flaky' | 'portal', felt: Blow): Fault => ({
  name,
  begin: async ({ wifi }) => wifi.mode(mode),
  end: async ({ wifi }) => {
    await until({ what: `${felt} was felt`, within_ms: FELT_WITHIN_MS }, () => (wifi.blows.get(felt) ?? 0) >= FELT)
    wifi.mode('open')
  },
})
const FAULTS: Fault[] = [
  {
    name: 'the browser is offline',
    begin: ({ context }) => context.setOffline(true),
    end: ({ context }) => context.setOffline(false),
  },
  {
    name: 'the appliance is killed',
    begin: ({ plant }) => plant.edge.kill(),
    end: ({ plant }) => plant.edge.start(),
  },
  proxied('the Wi-Fi swallows everything', 'silent', 'swallowed'),
  proxied('the Wi-Fi is slow and drops a fifth, before the appliance and behind it', 'flaky', 'answer lost'),
  proxied('something else answers in the place of the appliance', 'portal', '502'),
]

async function openTab({ context, wifi }: Scene): Promise<Page> {
  const page = await context.newPage()
  await page.goto(wifi.url)
  await page.locator('.sign-in, .frame').first().waitFor()
  return page
}

/** Everything is put in by two tabs, which die at any moment; what a dead one did not keep is put in again. */
async function workThrough(scene: Scene, shift: readonly Work[]): Promise<{ tabs: Page[]; kills: number }> {
  const { fingers, random } = scene
  const tabs = [await openTab(scene), await openTab(scene)]
  let kills = 0
  const left = () => shift.filter(({ intent }) => !fingers.kept.has(intent.about))
  for (let todo = left(); todo.length > 0; todo = left()) {
    const batch = todo.slice(0, BATCH)
    const at = random() < 0.5 ? 0 : 1
    if (random() >= KILLED) {
      await fingers.put(tabs[at]!, batch)
      continue
    }
    kills += 1
    await fingers.putAndKill(tabs[at]!, batch, { after: Math.floor(random() * BATCH), crash: random() < 0.5 })
    tabs[at] = await openTab(scene)
    // One was kept, and its tab died before it could tell.
    await fingers.adopt(tabs[at]!)
  }
  return { tabs, kills }
}

/** A person looks at everything that the appliance refused, and gives it up; how many there were. */
async function giveUpRefused(page: Page): Promise<number> {
  if (await page.locator('.sign-in').isVisible()) await enter(page, OPERATOR)
  await page.locator('a.chip').click()
  const cards = page.locator('.sync .conflict')
  await cards.first().waitFor()
  const count = await cards.count()
  for (let left = count; left > 0; left--) {
    const keep = cards.first().getByRole('button', { name: 'Keep what the server has' })
    if (await keep.isVisible()) await keep.click()
    else {
      await cards.first().getByRole('button', { name: 'Give up…' }).click()
      await cards.first().getByRole('button', { name: 'Entered by mistake' }).click()
    }
    await until({ what: 'the card is gone' }, async () => (await cards.count()) < left)
  }
  return count
}

interface LedgerEvent {
  seq: number
  type: string
  command?: string
}

const eventsOf = ({ plant }: Scene): LedgerEvent[] =>
  edgeRows(plant.files.data).map(({ seq, body }) => ({ ...(JSON.parse(body) as LedgerEvent), seq }))

/** What of a shift is not in the ledger as it should be, in words. */
function faultsOf(shift: readonly Work[], kept: ReadonlyMap<string, string>, events: readonly LedgerEvent[]): string[] {
  const byKey = Map.groupBy(events, ({ command }) => command ?? '')
  const of = ({ intent, event }: Work) =>
    (byKey.get(kept.get(intent.about)!) ?? []).filter(({ type }) => type === event)
  const counted = shift.flatMap(work => {
    const [count, wanted] = [of(work).length, work.fate === 'refused' ? 0 : 1]
    return count === wanted ? [] : [`${work.intent.command} of ${work.intent.about}: ${count} times, not ${wanted}`]
  })
  const disordered = [...Map.groupBy(shift, ({ lot_code }) => lot_code)].flatMap(([lot_code, works]) => {
    const isBlocked = works.some(({ fate }) => fate === 'refused')
    const seqs = works.filter(({ safe }) => !(isBlocked && safe)).flatMap(work => of(work).map(({ seq }) => seq))
    return seqs.every((seq, n) => n === 0 || seqs[n - 1]! < seq) ? [] : [`order of ${lot_code}: ${seqs.join(' ')}`]
  })
  return [...counted, ...disordered]
}

t.setTimeout(600_000)

t.test('what is entered while the network fails is there once, in order', async t => {
  const scene = await raise(t)
  const { fingers, plant, people, random, wifi } = scene

  for (const [n, fault] of FAULTS.entries())
    await t.test(`${COUNT} commands while ${fault.name}, with tabs that die`, async t => {
      const shift = workPlan({ name: `F${n + 1}`, count: COUNT, people, random })
      const refused = shift.filter(({ fate }) => fate === 'refused').length
      const began = performance.now()
      await fault.begin(scene)
      const { tabs, kills } = await workThrough(scene, shift)
      const worked = performance.now()
      await fault.end(scene)
      const over = performance.now()
      await until({ what: 'nothing is left to send', within_ms: CAUGHT_UP_WITHIN_MS }, async () => {
        const chips = await Promise.all(tabs.map(chipOf))
        return (await fingers.queued(tabs[0]!)) === 0 && chips.every(chip => !/waiting/.test(chip ?? 'waiting'))
      })
      const caught_up = performance.now()
      t.equal(await giveUpRefused(tabs[0]!), refused, 'each refusal is a card of the sync centre')
      await until({ what: 'both tabs say that all is sent' }, async () =>
        (await Promise.all(tabs.map(chipOf))).every(chip => chip === 'All sent'),
      )
      t.same(faultsOf(shift, fingers.kept, eventsOf(scene)), [])
      const s = (from: number, to: number) => ((to - from) / 1_000).toFixed(1)
      t.comment(
        `put in within ${s(began, worked)} s over ${kills} killed tabs, caught up ${s(over, caught_up)} s after`,
      )
      for (const tab of tabs) await tab.close()
    })

  await t.test('the numbers of the tablet have no gap, and nothing is in the ledger that nobody did', async t => {
    const tab = await openTab(scene)
    const entries = await fingers.entries(tab)
    const numbers = entries.map(({ seq }) => seq ?? 0).sort((a, b) => a - b)
    t.same(
      numbers,
      numbers.map((_, at) => at + 1),
    )
    const { get } = await signIn(plant.url, '/api/v1/login', MANAGER)
    const { tablets } = await get<{ tablets: { received_seq: number }[] }>('/api/v1/tablets')
    t.equal(tablets[0]!.received_seq, entries.length)
    const events = eventsOf(scene)
    t.same(
      events.filter(({ type }) => type === 'tablet.skipped'),
      [],
    )
    t.comment(`blows: ${[...wifi.blows].map(([blow, count]) => `${blow} ${count}`).join(', ')}`)
  })
})
