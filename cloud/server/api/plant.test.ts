import { HqLot, SiteView } from '@flowviz/contract/hq'
import {
  AlarmPage,
  Deviation,
  DeviationPage,
  GatePage,
  HeldLotPage,
  HoldPage,
  LotLinks,
} from '@flowviz/contract/hq-plant'
import type { TSchema } from 'typebox'
import Value from 'typebox/value'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TestHq } from '../testing/hq.ts'
import { PlantLedger } from '../testing/ledger.ts'
import { type Story, tellStory } from '../testing/plant-story.ts'
import type { TestPostgres } from '../testing/postgres.ts'
import { startMigratedPostgres } from '../testing/template.ts'

let postgres: TestPostgres
let hq: TestHq
let story: Story

beforeAll(async () => {
  postgres = await startMigratedPostgres()
  hq = await TestHq.start(await postgres.fresh())
  const box = new PlantLedger('north')
  await hq.enrol(box)
  box.start()
  story = tellStory(box)
  expect((await hq.push(box, box.batch(1, box.rows.length))).status).toBe(200)
}, 60_000)
afterAll(async () => {
  await hq.close()
  await postgres.stop()
})

let headers: { authorization: string } | null = null
async function ask(url: string) {
  headers ??= await hq.signIn('viewer')
  return hq.call({ method: 'GET', url, headers })
}
async function answer(path: string, schema: TSchema) {
  const { status, json } = await ask(path)
  expect(status).toBe(200)
  expect([...Value.Errors(schema, json)].slice(0, 3)).toEqual([])
  return json as Record<string, Record<string, unknown>[]> & Record<string, unknown>
}
const codes = (rows: Record<string, unknown>[] | undefined) => rows?.map(row => row.lot_code)

test('nothing of the story was beyond headquarters', async () => {
  const site = await answer('/v1/sites/north', SiteView)
  expect(site).toMatchObject({ dead_letters: 0, open_holds: 1, lots_on_hold: 2, open_deviations: 1, lots_total: 6 })
})

test('a lot shows its status, its gates, its stock by place, and HOLD above what it would be without', async () => {
  expect(await answer(`/v1/lots/${story.chicken}`, HqLot)).toMatchObject({
    status: 'AVAILABLE',
    open_holds: 0,
    gate_passed: 1,
    origin: 'received',
    supplier_id: 'hill-farm',
    expires_on: '2026-11-30',
    on_hand_kg: '10.000000',
    on_hand_count: 5,
    location_ids: ['cold-room'],
  })
  expect(await answer(`/v1/lots/${story.half}`, HqLot)).toMatchObject({
    status: 'HOLD',
    base_status: 'REJECTED',
    open_holds: 1,
    on_hand_mg: 14_000_000,
    on_hand_count: null,
    weight: { method: 'derived' },
  })
  expect(await answer(`/v1/lots/${story.later}`, HqLot)).toMatchObject({ status: 'AVAILABLE', open_holds: 0 })
  const held = (await ask('/v1/lots?status=HOLD')).json.lots as Record<string, unknown>[]
  expect(codes(held)).toEqual(['NOR-DINNER-1B', 'NOR-DINNER-1'])
})

test('links go one level up and down, through the stages of a run, with the sums of what was moved', async () => {
  const dinner = await answer(`/v1/sites/north/lots/${story.dinner}/links`, LotLinks)
  expect(dinner.parents).toMatchObject([
    { lot_code: 'NOR-SALT-1', run_id: story.run, run_code: 'RUN-1', kind: 'TRANSFORM', weight_kg: '1.000000' },
    { lot_code: 'NOR-CHICKEN-1', weight_kg: '30.000000', count: 15, status: 'AVAILABLE' },
  ])
  expect(dinner.children).toMatchObject([{ lot_code: 'NOR-DINNER-1B', run_id: null, kind: 'SPLIT', status: 'HOLD' }])
  const later = await answer(`/v1/sites/north/lots/${story.later}/links`, LotLinks)
  expect(codes(later.parents)).toEqual(['NOR-TRAY-1', 'NOR-SALT-1', 'NOR-CHICKEN-1'])
  const trays = await answer(`/v1/sites/north/lots/${story.trays}/links`, LotLinks)
  expect(codes(trays.children)).toEqual(['NOR-DINNER-2'])
  const chicken = await answer(`/v1/sites/north/lots/${story.chicken}/links`, LotLinks)
  expect(codes(chicken.children)).toEqual(['NOR-DINNER-2', 'NOR-DINNER-1'])
})

test('a hold names its lots, those it let go among them, and when each step was taken', async () => {
  const { holds } = await answer('/v1/sites/north/holds', HoldPage)
  expect(holds).toMatchObject([
    {
      hold_id: story.hold,
      state: 'DISPOSITIONED',
      cause: 'excursion',
      deviation_id: story.deviation,
      disposition: 'release',
      lot_count: 3,
      open_count: 2,
      lots: [
        { lot_code: 'NOR-DINNER-1B', open: true, status: 'HOLD' },
        { lot_code: 'NOR-DINNER-2', open: false, status: 'AVAILABLE' },
        { lot_code: 'NOR-DINNER-1', open: true },
      ],
    },
  ])
  expect((await answer('/v1/sites/north/holds?state=CLOSED', HoldPage)).holds).toEqual([])
  const first = await answer(`/v1/sites/north/holds/${story.hold}/lots?limit=2`, HeldLotPage)
  const rest = await answer(`/v1/sites/north/holds/${story.hold}/lots?limit=2&cursor=${first.next}`, HeldLotPage)
  expect([codes(first.lots), codes(rest.lots), rest.next]).toEqual([
    ['NOR-DINNER-1B', 'NOR-DINNER-2'],
    ['NOR-DINNER-1'],
    null,
  ])
})

test('decisions are found by lot, by line and by what was decided, newest first, page after page', async () => {
  const ofDinner = await answer(`/v1/sites/north/gates?lot_id=${story.dinner}`, GatePage)
  expect(ofDinner.gates).toMatchObject([{ gate_no: 3, ccp: true, run_id: story.run, decision: 'PASS' }])
  const failed = await answer('/v1/sites/north/gates?decision=FAIL', GatePage)
  expect(failed.gates).toMatchObject([{ gate_no: 6, lot_id: story.half, notes: 'Two of five seals leak.' }])
  const numbers: unknown[] = []
  for (let cursor = ''; ; ) {
    const page = await answer(`/v1/sites/north/gates?line=A&limit=2${cursor}`, GatePage)
    numbers.push(...page.gates!.map(gate => gate.gate_no))
    if (page.next === null) break
    cursor = `&cursor=${page.next}`
  }
  expect(numbers).toEqual([6, 3, 1, 1, 1])
  expect((await answer('/v1/sites/north/gates?line=B', GatePage)).gates).toEqual([])
})

test('a deviation shows its curve, the limit it crossed and what is done about it; its alarm waits for somebody', async () => {
  const { deviations } = await answer('/v1/sites/north/deviations?state=CONTAINED', DeviationPage)
  expect(deviations).toMatchObject([{ deviation_id: story.deviation, lot_count: 2, worst_value: '7.7' }])
  expect(deviations![0]).not.toHaveProperty('curve')
  const one = await answer(`/v1/sites/north/deviations/${story.deviation}`, Deviation)
  expect(one).toMatchObject({ low: null, high: '5', actions: [{ id: story.action, state: 'OPEN' }] })
  expect(one.curve).toHaveLength(60)
  const { alarms } = await answer('/v1/sites/north/alarms', AlarmPage)
  const said = {
    code: 'excursion_high',
    params: { title: 'Air of the cold room', value: '5.2', limit: '5', unit: 'Cel' },
  }
  expect(alarms).toMatchObject([{ state: 'RAISED', kind: 'deviation', acknowledged_at: null, said }])
  expect(one.said).toEqual(said)
})

test('records of any kind are listed with the fields that were said of them, later ones over earlier ones', async () => {
  const run = (await ask('/v1/sites/north/records/run?state=RUNNING')).json
  expect(run.records).toMatchObject([
    { id: story.run, parent: 'A', body: { run_code: 'RUN-1', gate_passed: 3, stage: 2, last_output_stage: 2 } },
  ])
  const monitors = (await ask('/v1/sites/north/records/monitor?parent=cold-room-air')).json
  expect(monitors.records).toMatchObject([{ id: 'cold-room-air@1', state: 'APPROVED', at: 1 }])
})

test('what is not there, and what nobody gave, is refused by name', async () => {
  const refusal = async (path: string) => {
    const { status, json } = await ask(path)
    return [status, json.code]
  }
  const nobody = '019ab0a2-5c00-7000-8000-000000000009'
  expect(await refusal('/v1/sites/south/holds')).toEqual([404, 'not_found'])
  expect(await refusal(`/v1/sites/south/lots/${story.dinner}/links`)).toEqual([404, 'lot_not_found'])
  expect(await refusal(`/v1/sites/north/lots/${nobody}/links`)).toEqual([404, 'lot_not_found'])
  expect(await refusal(`/v1/sites/north/deviations/${nobody}`)).toEqual([404, 'not_found'])
  const strange = Buffer.from('["a",{}]').toString('base64url')
  for (const path of [
    'holds?state=WRONG',
    `holds?cursor=${strange}`,
    `holds/${story.hold}/lots?cursor=${strange}`,
    `gates?cursor=${strange}`,
    'gates?limit=201',
    `deviations?cursor=${strange}`,
    `lots/${story.dinner}/links?parents_cursor=${strange}`,
    'records/secret',
    'records/item?parent=%00',
  ])
    expect(await refusal(`/v1/sites/north/${path}`)).toEqual([400, 'body_invalid'])
})
