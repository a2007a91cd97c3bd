import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freePorts } from './port.ts'
import { type Postgres, startPostgres } from './postgres.ts'

let dir: string
let server: Postgres

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'flowviz-postgres-'))
  const [port] = await freePorts(1)
  server = await startPostgres({ dir, port: port! })
}, 60_000)

afterEach(async () => {
  await server.remove()
  rmSync(dir, { recursive: true, force: true })
}, 60_000)

async function ask(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('a fresh folder becomes a Postgres 18 with checksums that answers on its port', async () => {
  const [row] = await ask(
    "SELECT current_setting('server_version_num')::int AS v, current_setting('data_checksums') AS c",
  )
  expect(row).toEqual({ v: expect.toSatisfy((v: number) => v >= 180_000 && v < 190_000), c: 'on' })
}, 60_000)

test('rows are still there after the server was killed and started again at once', async () => {
  await ask('CREATE TABLE lots (code text)')
  await ask("INSERT INTO lots VALUES ('TEST-1')")
  await server.kill()
  await server.start()
  expect(await ask('SELECT code FROM lots')).toEqual([{ code: 'TEST-1' }])
}, 60_000)

test('the password is in a file of its owner alone and in no log', async () => {
  const password = readFileSync(join(dir, 'password'), 'utf8')
  expect(password.length).toBeGreaterThan(20)
  expect(readFileSync(join(dir, 'postgres.log'), 'utf8')).not.toContain(password)
})
