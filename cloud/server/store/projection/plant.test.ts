import { decimalOf } from '@flowviz/contract/decimal'
import type { EventData, EventType } from '@flowviz/contract/event'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { TestHq } from '../../testing/hq.ts'
import { PlantLedger, type PlantRow } from '../../testing/ledger.ts'
import type { TestPostgres } from '../../testing/postgres.ts'
import { startMigratedPostgres } from '../../testing/template.ts'

let postgres: TestPostgres
let hq: TestHq
let box: PlantLedger
let lot_id: string

beforeAll(async () => {
  postgres = await startMigratedPostgres()
}, 60_000)
afterAll(() => postgres.stop())
beforeEach(async () => {
  hq = await TestHq.start(await postgres.fresh())
  box = new PlantLedger('plant-1')
  await hq.enrol(box)
  box.start()
  lot_id = box.newId()
  box.lot('MILK-1', { lot_id })
})
afterEach(() => hq.close())

async function push() {
  const { ledger } = (await hq.pull(box, 'head')).json as { ledger: { seq: number } }
  expect((await hq.push(box, box.batch(ledger.seq + 1, box.rows.length))).status).toBe(200)
}
const lot = async () => (await hq.ask(`/v1/lots/${lot_id}`)).json
const site = async () => (await hq.ask('/v1/sites/plant-1')).json
const adjust = (kg: number, from: string, to: string) => {
  const weight_mg = kg * 1_000_000
  const quantity = { weight_kg: decimalOf(weight_mg, 6), weight_mg, count: null }
  return { lot_id, cause: 'count' as const, postings: [{ lot_id, from, to, quantity }] }
}
const hold = (hold_id: string) => ({
  hold_id,
  cause: 'manual' as const,
  deviation_id: null,
  reason: 'A cap is missing.',
  lot_ids: [lot_id],
})

/** An event that only the end of an epoch had which headquarters never saw. */
function lost<T extends EventType>(type: T, data: EventData<T>): PlantRow {
  const row = box.add(type, data)
  box.rows.pop()
  return row
}
const comesBack = (row: PlantRow, seq = row.seq) =>
  box.add('ledger.recovered', { epoch: 1, seq, hash: row.hash, body: row.body })

test('stock leaves one place and enters another, and what leaves the plant is on hand no more', async () => {
  const { postings } = adjust(12, 'location:receiving', 'location:cold-room')
  box.add('stock.moved', { lot_id, postings, passed_over: [] })
  box.add('stock.adjusted', adjust(2, 'location:cold-room', 'waste'))
  await push()
  expect(await lot()).toMatchObject({ on_hand_kg: '10.500000', location_ids: ['cold-room', 'receiving'] })
  box.add('stock.adjusted', adjust(0.5, 'location:receiving', 'sample'))
  await push()
  expect(await lot()).toMatchObject({ on_hand_mg: 10_000_000, location_ids: ['cold-room'] })
})

test('a lot is on hold until the last of its holds lets it go, and a hold that is said twice holds once', async () => {
  const [first, second] = [box.newId(), box.newId()]
  const release = (hold_id: string) =>
    box.add('hold.dispositioned', { hold_id, disposition: 'release', reason: 'ok', lots: [], freed: [lot_id] })
  box.add('hold.placed', hold(first))
  box.add('hold.widened', { hold_id: first, cause: 'descendant', lot_ids: [lot_id] })
  box.add('hold.placed', hold(second))
  await push()
  expect(await lot()).toMatchObject({ status: 'HOLD', base_status: 'PENDING_QC', open_holds: 2 })
  expect(await site()).toMatchObject({ open_holds: 2, lots_on_hold: 1 })
  release(first)
  release(first)
  await push()
  expect(await lot()).toMatchObject({ status: 'HOLD', open_holds: 1 })
  release(second)
  box.add('hold.closed', { hold_id: first })
  await push()
  expect(await lot()).toMatchObject({ status: 'PENDING_QC', open_holds: 0 })
  expect(await site()).toMatchObject({ open_holds: 1, lots_on_hold: 0 })
})

test('a lost event that comes back late changes nothing that was said since, and fills what nobody said', async () => {
  const hold_id = box.newId()
  const placed = lost('hold.placed', { ...hold(hold_id), lot_ids: [] })
  const expired = lost('lot.expired', { lot_id, expires_on: '2026-11-22', status: 'EXPIRED' })
  box.add('hold.closed', { hold_id })
  box.add('lot.recalled', { lot_ids: [lot_id], recall: 'R-1' })
  await push()
  comesBack(expired, 2)
  comesBack(placed, 2)
  await push()
  expect(await lot()).toMatchObject({ status: 'RECALLED' })
  const { holds } = (await hq.ask('/v1/sites/plant-1/holds')).json
  expect(holds).toMatchObject([{ state: 'CLOSED', reason: 'A cap is missing.' }])
})

test('what comes back twice, or stands here as a row of its own, counts once; two histories may leave less than nothing', async () => {
  const taken = lost('stock.adjusted', adjust(10, 'location:receiving', 'waste'))
  const own = box.add('stock.adjusted', adjust(10, 'location:receiving', 'waste'))
  await push()
  comesBack(taken)
  comesBack(taken)
  comesBack(own)
  await push()
  comesBack(taken)
  await push()
  expect(await lot()).toMatchObject({ on_hand_kg: '-7.500000' })
  expect(await site()).toMatchObject({ dead_letters: 0 })
})

test('an event with an id that was there before changes nothing', async () => {
  const first = box.add('stock.adjusted', adjust(1, 'location:receiving', 'waste'))
  const { seq } = first
  box.addBody(first.body.replace(`"seq":${seq}`, `"seq":${seq + 1}`))
  await push()
  expect(await lot()).toMatchObject({ on_hand_kg: '11.500000' })
})

test('a row that cannot be projected is a dead letter alone: what stands beside it in the batch is there', async () => {
  const impossible = adjust(1, 'location:receiving', 'waste')
  impossible.postings[0]!.quantity.weight_mg = 1e16
  box.add('stock.adjusted', adjust(1, 'location:receiving', 'waste'))
  box.add('stock.adjusted', impossible)
  box.add('stock.adjusted', adjust(1, 'location:receiving', 'waste'))
  await push()
  expect(await lot()).toMatchObject({ on_hand_kg: '10.500000' })
  expect((await hq.ask('/v1/dead-letters')).json.dead_letters).toMatchObject([{ seq: 4, type: 'stock.adjusted' }])
})

test('a lot whose registration cannot be read keeps its holds until a release that can read it', async () => {
  const other = box.newId()
  box.lot('BAD', { lot_id: other, product: 'with a \u0000 in it' })
  const hold_id = box.newId()
  box.add('hold.placed', { ...hold(hold_id), lot_ids: [other] })
  await push()
  const { holds } = (await hq.ask('/v1/sites/plant-1/holds')).json
  expect(holds).toMatchObject([{ open_count: 1, lots: [{ lot_id: other, lot_code: null, status: 'HOLD' }] }])
})
