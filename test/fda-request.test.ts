import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandBody } from '@flowviz/contract/command'
import type { TraceRequest } from '@flowviz/contract/fsma'
import type { SyncStatus } from '@flowviz/contract/live'
import t, { type Test } from 'tap'
import { sheetsOf } from '../edge/server/testing/workbook.ts'
import { tellHistory } from '../provisioning/demo/history/history.ts'
import { PLANT_PEOPLE } from '../provisioning/demo/people.ts'
import { enrolPlant, type Plant } from '../provisioning/demo/plant.ts'
import { type Asker, ownFolder, ownHeadquarters, ownPlant, signIn } from './harness/house.ts'
import { startLink } from './harness/link.ts'
import { until } from './harness/until.ts'

const DAY_MS = 86_400_000
const EVENTS = ['Receiving', 'Transformation', 'Shipping']
const PLACE = [
  'Business Name',
  'Phone Number',
  'Physical Location Address',
  'City',
  'State or Region',
  'Zip or Postal Code',
  'Country',
]
const AUDITOR = PLANT_PEOPLE.find(({ name }) => name === 'auditor')!

type Row = Record<string, unknown>
type Sheets = (sheet: string) => Row[]

/** Both plants of the demo with their history; the kitchen is enrolled, and its wire to headquarters can be cut. */
async function raise(t: Test) {
  const dir = ownFolder(t)
  const { hq } = await ownHeadquarters(t, dir)
  const link = await startLink(Number(new URL(hq.url).port))
  t.teardown(() => link.stop())
  const kitchen = await ownPlant(t, dir, { devices: () => [] })
  const packing = await ownPlant(t, join(dir, 'south'), { devices: () => [] })
  await enrolPlant(kitchen, { url: link.url, admin: hq.admin })
  for (const plant of [kitchen, packing]) await plant.edge.start()
  const wish = { seed: 20_261_126, now: () => Date.now(), step: (what: string) => t.comment(what) }
  await tellHistory({ kitchen: kitchen.url, packing: packing.url, ...wish })
  return { dir, link, kitchen, packing }
}

/** Asks as whoever answers the phone does, waits for the file, and opens it. */
async function answered(plant: Plant, auditor: Asker, body: CommandBody<'request-trace-export'>) {
  const { request_id } = await auditor.post<TraceRequest>('/api/v1/fsma/exports', body)
  const path = `/api/v1/fsma/exports/${request_id}`
  const request = await until({ what: 'the spreadsheet is made' }, async () => {
    const seen = await auditor.get<TraceRequest>(path)
    return ['DONE', 'FAILED'].includes(seen.state) ? seen : null
  })
  const headers = { authorization: `Bearer ${auditor.token}` }
  const file = await fetch(new URL(`${path}/file`, plant.url), { headers })
  const opened = join(plant.files.dir, request.file!)
  writeFileSync(opened, new Uint8Array(await file.arrayBuffer()))
  const book = await sheetsOf(opened)
  const sheets: Sheets = name => {
    const [titles, ...rows] = book.get(name)!
    return rows.map(row => Object.fromEntries(titles!.map((title, at) => [title, row[at]])))
  }
  return { request, sheets }
}

/** Where a cell is empty that food of the list must have, as `sheet: title, title`. */
function holes(sheets: Sheets): string[] {
  const isEmpty = (cell: unknown) => cell === null || cell === undefined || cell === ''
  const required = Map.groupBy(
    sheets('KDE Map').filter(row => row.Required === 'yes'),
    row => row.Sheet as string,
  )
  const titles = (sheet: string) =>
    sheet === 'Locations' ? PLACE : required.get(sheet)!.map(row => row.Column as string)
  return [...EVENTS, 'Locations'].flatMap(sheet =>
    sheets(sheet).flatMap(row => {
      const empty = titles(sheet).filter(title => isEmpty(row[title]))
      return empty.length === 0 ? [] : [`${sheet}: ${empty.join(', ')}`]
    }),
  )
}

t.setTimeout(300_000)

t.test(
  'A-T5 a call of the FDA is answered while the plant has no way to headquarters, and the time is recorded',
  async t => {
    const { link, kitchen, packing } = await raise(t)
    const auditor = await signIn(kitchen.url, '/api/v1/login', AUDITOR)
    const sync = () => auditor.get<SyncStatus>('/api/v1/sync')
    await until({ what: 'headquarters has all' }, async () => (await sync()).state === 'ok')

    link.mode('refused')
    const called_at = Date.now()
    const asked_at = new Date(called_at).toISOString()
    const request = { caller: 'FDA, Ms Smith', phone: '+1 301 555 0100', reason: 'Cyclospora in herbs', asked_at }
    const days = { from: dayOf(called_at - 3 * DAY_MS), to: dayOf(called_at + DAY_MS) }

    const all = await answered(kitchen, auditor, { request, filter: days, format: 'xlsx' })
    t.match(all.request, { state: 'DONE', asked_at, due_at: new Date(called_at + DAY_MS).toISOString() })
    t.ok(Date.parse(all.request.delivered_at!) - called_at < 60_000, 'it is there within a minute')
    const index = all.sheets('Index').map(({ Key, Value }) => [Key, Value])
    for (const line of [
      ['Requested by', 'FDA, Ms Smith, +1 301 555 0100'],
      ['Requested at (UTC)', asked_at],
    ])
      t.ok(
        index.some(row => String(row) === String(line)),
        `the index says ${line.join(' ')}`,
      )

    const herbs = all.sheets('Receiving').filter(row => row['FTL Food'] === 'yes')
    t.ok(herbs.length >= 3, 'each shift received food of the list')
    const byProduct = await answered(kitchen, auditor, {
      request,
      filter: { ...days, item_ids: ['coriander'] },
      format: 'xlsx',
    })
    t.same(byProduct.sheets('Receiving'), herbs, 'by product and days: those rows')
    const codes = herbs.slice(0, 2).map(({ TLC }) => TLC as string)
    const byCode = await answered(kitchen, auditor, { request, filter: { lots: codes }, format: 'xlsx' })
    t.same(byCode.sheets('Receiving'), herbs.slice(0, 2), 'by codes: those rows')
    t.same(
      new Set(byCode.sheets('Transformation').map(row => row['Food Used TLC'])),
      new Set(codes),
      'and where they went',
    )

    const { state, pending_events } = await sync()
    t.not(state, 'ok', 'headquarters was away')
    t.ok(pending_events >= 6, 'three requests and three answers wait for it')
    link.mode('open')
    await until({ what: 'headquarters has heard of it', within_ms: 90_000 }, async () => (await sync()).state === 'ok')

    const south = await signIn(packing.url, '/api/v1/login', AUDITOR)
    const other = await answered(packing, south, { request, filter: days, format: 'xlsx' })
    for (const [name, { sheets }] of Object.entries({ kitchen: all, packing: other })) {
      for (const sheet of EVENTS) t.ok(sheets(sheet).length > 0, `${name}: ${sheet} has rows`)
      t.same(holes(sheets), [], `${name}: no required cell is empty`)
    }
  },
)

/** `YYYY-MM-DD` of a moment, ms since 1970. */
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
