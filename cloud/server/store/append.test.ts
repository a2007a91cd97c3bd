import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { TestHq } from '../testing/hq.ts'
import { PlantLedger } from '../testing/ledger.ts'
import type { TestPostgres } from '../testing/postgres.ts'
import { reading, readingBatch } from '../testing/reading.ts'
import { chainOf } from '../testing/snapshot.ts'
import { startMigratedPostgres } from '../testing/template.ts'
import { inTransaction, openPool } from './database.ts'

let postgres: TestPostgres
let hq: TestHq
let box: PlantLedger

beforeAll(async () => {
  postgres = await startMigratedPostgres()
}, 60_000)
afterAll(() => postgres.stop())
beforeEach(async () => {
  hq = await TestHq.start(await postgres.fresh())
  box = new PlantLedger('plant-1')
  await hq.enrol(box)
  box.start()
})
afterEach(() => hq.close())

test('a batch is acknowledged only when its commit succeeded: one that fails at COMMIT left nothing and may come again', async () => {
  await hq.pool.query(`
    CREATE FUNCTION fail_at_commit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'cut'; END $$;
    CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON ledger DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION fail_at_commit();
    CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON reading DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION fail_at_commit()`)
  box.lot('A')
  const readings = readingBatch('plant-1', [reading(1)])
  expect((await hq.push(box, box.batch(1, 2))).status).toBe(500)
  expect((await hq.pushReadings(box, readings)).status).toBe(500)
  expect((await hq.pull(box, 'head')).json).toMatchObject({ ledger: { seq: 0 }, readings: { seq: 0 } })
  expect((await hq.ask('/v1/lots')).json.lots).toEqual([])
  await hq.pool.query('DROP TRIGGER cut ON ledger; DROP TRIGGER cut ON reading')
  expect((await hq.push(box, box.batch(1, 2))).json).toMatchObject({ stored: 2 })
  expect((await hq.pushReadings(box, readings)).json).toMatchObject({ stored: 1 })
})

test('the same batch eight times at once is stored once', async () => {
  for (let at = 0; at < 50; at++) box.lot(`L-${at}`)
  const text = box.batch(1, 51, { checkpoint: box.checkpoint(40) })
  const answers = await Promise.all(Array.from({ length: 8 }, () => hq.push(box, text)))
  expect(answers.map(answer => answer.status)).toEqual(Array(8).fill(200))
  expect(answers.map(answer => Number(answer.json.stored)).sort((a, b) => b - a)).toEqual([51, ...Array(7).fill(0)])
  expect(new Set(answers.map(answer => answer.json.receipt)).size).toBe(1)
  expect((await chainOf(hq.pool, 'plant-1', box.publicKey)).stored).toEqual(box.rows.map(row => row.hash))
})

test('a database that went away is a passing refusal, and the next batch is taken', async () => {
  const { rows } = await hq.pool.query<{ gone: boolean }>(
    `SELECT pg_terminate_backend(pid) AS gone FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  )
  expect(rows.length).toBeGreaterThan(0)
  const statuses: number[] = []
  for (let at = 0; at < 5; at++) statuses.push((await hq.push(box, box.batch(1, 1))).status)
  expect(statuses.at(-1)).toBe(200)
  expect(statuses.filter(status => status !== 200 && status !== 503)).toEqual([])
})

test('a database that is not there is not ready, and asks the box to come back', async () => {
  const away = openPool('postgres://flowviz:test@127.0.0.1:1/none', () => {})
  await expect(away.query('SELECT 1')).rejects.toMatchObject({ code: 'storage_failed' })
  await expect(inTransaction(away, async () => 1)).rejects.toMatchObject({ code: 'storage_failed' })
  await away.end()
})
