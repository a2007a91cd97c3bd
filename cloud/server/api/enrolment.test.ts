import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { rawPublicKey } from '../domain/checkpoint.ts'
import { enrolmentOf, TestHq } from '../testing/hq.ts'
import { PlantLedger } from '../testing/ledger.ts'
import type { TestPostgres } from '../testing/postgres.ts'
import { startMigratedPostgres } from '../testing/template.ts'

let postgres: TestPostgres
let hq: TestHq

beforeAll(async () => {
  postgres = await startMigratedPostgres()
}, 60_000)
afterAll(() => postgres.stop())
beforeEach(async () => {
  hq = await TestHq.start(await postgres.fresh())
})
afterEach(() => hq.close())

test('a box enrols once with a claim and learns the key of headquarters', async () => {
  const box = new PlantLedger('plant-1')
  const enrolment = enrolmentOf(box, await hq.claim('plant-1'))
  expect((await hq.enrolWith(enrolment)).json).toEqual({
    site: 'plant-1',
    cloud_key_name: 'flowviz-hq',
    cloud_public_key: rawPublicKey(hq.witness),
  })
  expect((await hq.enrolWith(enrolment)).json.code).toBe('claim_invalid')
  expect((await hq.pull(box, 'head')).json).toEqual({
    ledger: { epoch: 1, seq: 0, hash: box.hashAt(0) },
    readings: { epoch: 1, seq: 0 },
  })
  expect((await hq.ask('/v1/sites')).json.sites).toMatchObject([
    { site: 'plant-1', name: 'Plant plant-1', revoked: false, as_of: null, lots_total: 0, weight_today_kg: '0.000000' },
  ])
})

test('a claim is good for its own site, for its time, and for the key that signs', async () => {
  const box = new PlantLedger('plant-1')
  const stranger = new PlantLedger('plant-1')
  const claim = await hq.claim('plant-1')
  const forged = { ...enrolmentOf(stranger, claim), public_key: box.publicKey }
  expect((await hq.enrolWith(forged)).json.code).toBe('claim_invalid')
  const other = new PlantLedger('plant-2')
  expect((await hq.enrolWith(enrolmentOf(other, claim))).json.code).toBe('claim_invalid')
  hq.clock.ms += 3_601_000
  expect((await hq.enrolWith(enrolmentOf(box, claim))).json.code).toBe('claim_invalid')
  const { status, json } = await hq.pull(box, 'head')
  expect([status, json.code]).toEqual([401, 'box_unknown'])
})

test('a new box of a site goes on with the ledger; the old one is out, and its key never comes back', async () => {
  const old = new PlantLedger('plant-1')
  await hq.enrol(old)
  old.start()
  await hq.push(old, old.batch(1, 1))
  const fresh = new PlantLedger('plant-1')
  await hq.enrol(fresh)
  const refused = await hq.push(old, old.batch(1, 1))
  expect([refused.status, refused.json.code]).toEqual([403, 'box_revoked'])
  expect((await hq.pull(fresh, 'head')).json).toMatchObject({ ledger: { seq: 1, hash: old.hashAt(1) } })
  old.lot('A')
  const note = old.checkpoint(2)
  const carried = await hq.asBox(
    fresh,
    { method: 'POST', url: '/v1/sites/plant-1/ledger' },
    { text: old.batch(2, 2, { checkpoint: note }) },
  )
  expect(carried.json).toMatchObject({ stored: 1, head: { seq: 2, hash: old.hashAt(2) } })
  expect((await hq.enrol(old)).json.code).toBe('box_revoked')
  expect((await hq.ask('/v1/sites/plant-1')).json.revoked).toBe(false)
})
