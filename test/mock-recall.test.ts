import { readFileSync } from 'node:fs'
import type { CommandBody } from '@flowviz/contract/command'
import type { LedgerEvent } from '@flowviz/contract/event'
import type { LotPage } from '@flowviz/contract/lot'
import { EDGE_ACCESS } from '@flowviz/contract/permission'
import { seededRandom } from '@flowviz/contract/random'
import type { Recall, RecallBalance, RecallWhole } from '@flowviz/contract/recall'
import type { LotBalance } from '@flowviz/contract/recall-word'
import t, { type Test } from 'tap'
import { pagesOf } from '../edge/server/testing/pdf.ts'
import { truthOf } from '../edge/server/writer/testing/recall-truth.ts'
import { storyClock } from '../provisioning/demo/history/clock.ts'
import { callCrew } from '../provisioning/demo/history/crew.ts'
import { KITCHEN } from '../provisioning/demo/history/kitchen.ts'
import { kitchenShift } from '../provisioning/demo/history/kitchen-shift.ts'
import { defineMaster } from '../provisioning/demo/history/master.ts'
import { ship } from '../provisioning/demo/history/packing-shift.ts'
import { PLANT_PEOPLE } from '../provisioning/demo/people.ts'
import type { Plant } from '../provisioning/demo/plant.ts'
import { type Asker, ownFolder, ownPlant, signIn } from './harness/house.ts'

const SEED = 20_261_125
const MINUTE_MS = 60_000

/** A plant of real processes in which two shifts of the demo's kitchen have been worked, and most of it shipped. */
async function raise(t: Test) {
  const plant = await ownPlant(t, ownFolder(t), { devices: () => [] })
  await plant.edge.start()
  const crew = await callCrew(plant.url)
  await defineMaster(crew, KITCHEN)
  const story = { crew, clock: storyClock(() => Date.now(), 26), random: seededRandom(SEED) }
  for (const shift of ['early', 'late']) {
    const curry = await kitchenShift(story, shift)
    const to = 'South Packing, Packhof 1, 34117 Kassel'
    await ship(story, { customer: 'south-packing', to, lots: curry.slice(0, 2), carrier: 'north-haul' })
  }
  const who = (name: string) => PLANT_PEOPLE.find(person => person.name === name)!
  const auditor = await signIn(plant.url, '/api/v1/login', who('auditor'))
  const manager = await signIn(plant.url, '/api/v1/login', who('manager'))
  return { plant, auditor, manager, sign: { name: 'manager', secret: who('manager').secret } }
}

/** The whole ledger, oldest first, as an auditor may read it. */
async function ledgerOf(auditor: Asker): Promise<LedgerEvent[]> {
  const events: LedgerEvent[] = []
  for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null; ) {
    const page: { events: { event: LedgerEvent }[]; next: number | null } = await auditor.get(
      `/api/v1/ledger/events?limit=200&before=${before}`,
    )
    events.push(...page.events.map(({ event }) => event))
    before = page.next
  }
  return events.reverse()
}

async function reportOf(plant: Plant, { token }: Asker, recall_id: string): Promise<string> {
  const path = `/api/v1/recalls/${recall_id}/report.pdf`
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(new URL(path, plant.url), { headers, signal: AbortSignal.timeout(30_000) })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  const pages = await pagesOf(new Uint8Array(await answer.arrayBuffer()))
  return pages.join('\n').replace(/\s+/g, ' ')
}

/** The whole drill, as an auditor and a manager would do it: from the code on a sack of rice to the signed report. */
async function drill({ plant, auditor, manager, sign }: Awaited<ReturnType<typeof raise>>, code: string) {
  const opening: CommandBody<'open-recall'> = {
    mode: 'mock',
    scenario: 'A supplier reports metal in a sack of rice',
    start: { supplier_id: 'golden-grain', supplier_lot_code: code },
  }
  const { recall_id, tasks } = await auditor.post<RecallWhole>('/api/v1/recalls', opening)
  const at = `/api/v1/recalls/${recall_id}`
  const { consignees } = await auditor.post<RecallWhole>(`${at}/scopes`, {})
  await auditor.post(`${at}/hold`, {})
  for (const { customer_id } of consignees) {
    await auditor.post(`${at}/notices`, { customer_id, channel: 'phone', contact: 'Goods inwards' })
    await auditor.post(`${at}/answers`, { customer_id, text: 'All of it stands in our cold store.' })
    const check = { customer_id, channel: 'visit', effective: true, text: 'Seen in the cold store.' }
    await auditor.post(`${at}/checks`, check)
  }
  for (const { task_id } of tasks)
    await auditor.post(`${at}/tasks/${task_id}/completion`, { text: 'Done in the drill.' })
  const { result } = await auditor.post<Recall>(`${at}/reconciliation`, {})
  const closed = await manager.post<RecallWhole>(`${at}/closure`, { actions: ['Repeat it in a year.'], sign })
  return { recall_id, result: result!, closed, text: await reportOf(plant, auditor, recall_id) }
}

t.setTimeout(180_000)

t.test('a drill of a recall, from the code on a sack to the signed report, in under a minute', async t => {
  const house = await raise(t)
  const { auditor } = house
  const before = await ledgerOf(auditor)
  const rice = before.find(event => event.type === 'lot.registered' && event.data.more?.supplier_id === 'golden-grain')
  t.ok(rice, 'the history has rice of a supplier')
  const { lot_id, supplier_lot_code } = (rice as Extract<LedgerEvent, { type: 'lot.registered' }>).data

  const began = performance.now()
  const { recall_id, result, closed, text } = await drill(house, supplier_lot_code!)
  const took_ms = performance.now() - began
  t.ok(took_ms < MINUTE_MS, `it took ${Math.round(took_ms)} ms`)

  const truth = truthOf(before)
  const scope = truth.closure([lot_id], 'forward')
  t.same(new Set(closed.scopes.at(-1)!.added), scope, 'the scope is what the ledger says was made of it')
  t.ok(scope.size >= 8, `${scope.size} lots: rice, cooked rice, curry`)
  const balance = await auditor.get<RecallBalance>(`/api/v1/recalls/${recall_id}/balance`)
  t.same(
    balance.lots.map(({ lot_id, ...lot }) => [lot_id, accountsOf(lot)]).sort(),
    [...scope].map(id => [id, truthOfLot(truth.accounts(id))]).sort(),
    'every milligram is where the ledger says',
  )
  for (const run of balance.runs) {
    const { input_mg, given_mg } = truth.run(run.run_id)
    t.match(run, { input_mg, given_mg, unexplained_mg: input_mg - given_mg, in_process_mg: 0 })
  }
  const left = balance.runs.reduce(
    (sum, { run_id }) => sum + truth.run(run_id).input_mg - truth.run(run_id).given_mg,
    0,
  )
  t.match(result, { passed: true, total: { run_unexplained_mg: left, unexplained_mg: left, lot_count: scope.size } })

  t.match(closed, {
    state: 'CLOSED',
    passed: true,
    consignees: [{ customer_id: 'south-packing', phone: '+49 561 555050' }],
  })
  for (const part of [
    'Mock recall report',
    'A supplier reports metal in a sack of rice',
    `PASSED: ${result.total.accounted_pct} %`,
    'South Packing (south-packing)',
    '+49 561 555050',
    'Checked 1 of 1, effective 1',
    'visit, Seen in the cold store.',
    'Repeat it in a year.',
    'Signed by Marco Manager',
    'Meaning approved Status VALID',
    'recall.closed',
    'Ed25519',
  ])
    t.ok(text.includes(part), `the report says: ${part}`)
  for (const { lot_code } of balance.lots) t.ok(text.includes(lot_code), `the report has lot ${lot_code}`)

  const { lots } = await auditor.get<LotPage>('/api/v1/lots?limit=200')
  t.same(
    lots.filter(({ status }) => status === 'RECALLED' || status === 'HOLD'),
    [],
    'a drill holds nothing',
  )
  const after = (await ledgerOf(auditor)).slice(before.length)
  const foreign = after.filter(
    ({ type }) => !/^(recall\.|record\.signed|session\.|person\.|checkpoint|ledger\.)/.test(type),
  )
  t.same(
    foreign.map(({ type }) => type),
    [],
    'a drill writes nothing but its own records',
  )
})

t.test('every call that the page of a mock recall names is one of the plant', async t => {
  const page = readFileSync(new URL('../docs/mock-recall.md', import.meta.url), 'utf8')
  const calls = [...page.matchAll(/`((?:GET|POST) \/api\/[^`]+)`/g)].map(([, call]) => call!)
  t.ok(calls.length >= 12, `${calls.length} calls`)
  for (const call of calls) t.ok(Object.hasOwn(EDGE_ACCESS, call), call)
})

type Accounts = { used: number; divided: number; shipped: number; gone: number; adjusted: number; on_hand: number }

const accountsOf = (lot: Omit<LotBalance, 'lot_id'>): Accounts => ({
  used: lot.used_mg,
  divided: lot.divided_mg,
  shipped: lot.shipped_mg,
  gone: lot.waste_mg + lot.sample_mg + lot.loss_mg + lot.voided_mg + lot.sent_back_mg,
  adjusted: lot.adjusted_mg,
  on_hand: lot.on_hand_mg,
})

const truthOfLot = (accounts: Record<string, number>): Accounts => {
  const of = (...kinds: string[]) => kinds.reduce((sum, kind) => sum + (accounts[kind] ?? 0), 0)
  return {
    used: of('run'),
    divided: of('lot'),
    shipped: of('customer'),
    gone: of('waste', 'sample', 'loss', 'void', 'return'),
    adjusted: of('adjustment'),
    on_hand: of('location'),
  }
}
