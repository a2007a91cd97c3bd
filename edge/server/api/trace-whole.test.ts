import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import type { Trace } from '@flowviz/contract/trace'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startPlant, type TestPlant } from '../testing/plant.ts'

/** More than the sockets of both ends hold by themselves. */
const MANY = 20_000
const PATH = '/api/v1/traceability/LOT-1?direction=forward'

/** A plant in whose file one lot went into each of so many others, by way of runs' stages or not. */
async function plantOf(lots: number, damage = ''): Promise<TestPlant> {
  const plant = await startPlant()
  const db = new Database(join(plant.files.FLOWVIZ_DATA_DIR!, 'plant.db'))
  db.exec(`
    WITH RECURSIVE n (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < ${lots})
    INSERT INTO lot (lot_key, lot_id, tlc_source, lot_code, lot_type, weight_mg, day, seq, status, gate_passed, item_id)
    SELECT k, randomblob(16), 'plant-a', 'LOT-' || k, 'WIP', 1000000, '2026-11-23', 1000000 + k, 'AVAILABLE', 7, 'dough'
    FROM n;
    INSERT INTO link (src, dst, seq, n, kind, weight_mg)
    SELECT 1, lot_key, seq, 1, 'TRANSFORM', 1 FROM lot WHERE lot_key > 1;
    ${damage}`)
  db.close()
  return plant
}

/** Asks, takes the first bytes, and then no more: `closed` says when the plant has hung up. */
async function stalled(plant: TestPlant): Promise<{ socket: Socket; closed: Promise<void> }> {
  const { access_token } = await plant.signIn('VIEWER')
  const socket = connect(plant.http_port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => {})
  const closed = new Promise<void>(resolve => socket.once('close', () => resolve()))
  socket.write(`GET ${PATH} HTTP/1.1\r\nhost: plant\r\nauthorization: Bearer ${access_token}\r\n\r\n`)
  await new Promise<void>(resolve => socket.once('readable', () => resolve()))
  return { socket, closed }
}

const lotCount = async (response: Response) => ((await response.json()) as Trace).lots.length

test('a long answer comes whole, and says so in its last words', { timeout: 30_000 }, async () => {
  const plant = await plantOf(MANY)
  const text = await (await plant.ask('VIEWER', PATH)).text()
  expect(text.slice(-16)).toContain('"whole":true}')
  const { lots, lot_count, link_count } = JSON.parse(text) as Trace
  expect([lots.length, lot_count, link_count]).toEqual([MANY, MANY, MANY - 1])
})

test('a file that is damaged behind the first bytes breaks the connection, and before them is an error', async () => {
  const damage = `
    DROP INDEX run_by_code;
    INSERT INTO stage (stage_key, run_id, stage) VALUES (1, randomblob(16), 1);
    INSERT INTO link (src, dst, seq, n, kind, weight_mg) VALUES (1, -1, 1, 1, 'TRANSFORM', 1);
    INSERT INTO record (kind, id, at, seq, body)
    SELECT 'run', lower(printf('%s-%s-%s-%s-%s', substr(h, 1, 8), substr(h, 9, 4), substr(h, 13, 4), substr(h, 17, 4), substr(h, 21))),
           1, 1, '{"run_code":' FROM (SELECT hex(run_id) AS h FROM stage);`
  const behind = await (await plantOf(2_000, damage)).ask('VIEWER', PATH)
  expect(behind.status).toBe(200)
  expect(
    await behind.text().then(
      () => 'whole',
      () => 'broken',
    ),
  ).toBe('broken')
  const before = await (await plantOf(1, damage)).ask('VIEWER', PATH)
  expect(before.status).toBe(500)
  expect(await before.json()).toMatchObject({ code: 'internal' })
})

test('slow takers fill the queue, the next one is told so, and who hangs up makes room at once', {
  timeout: 30_000,
}, async () => {
  const plant = await plantOf(MANY)
  const slow = [await stalled(plant), await stalled(plant)]
  const leaving = new AbortController()
  const waiting = Array.from({ length: 30 }, () =>
    plant.ask('VIEWER', PATH, { signal: leaving.signal }).then(
      // A probe below may have had the last place in the queue.
      ({ status }) => (status === 503 ? 'refused' : 'answered'),
      () => 'left',
    ),
  )
  const busy = await vi.waitUntil(
    async () => {
      const response = await plant
        .ask('VIEWER', `${PATH}&rework=false`, { signal: AbortSignal.timeout(300) })
        .catch(() => null)
      return response?.status === 503 ? response : null
    },
    { timeout: 10_000 },
  )
  expect(Number(busy.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await busy.json()).toMatchObject({ code: 'read_busy' })
  leaving.abort()
  const ends = await Promise.all(waiting)
  expect(ends).toContain('left')
  expect(ends).not.toContain('answered')
  for (const { socket } of slow) socket.destroy()
  const again = await vi.waitUntil(
    async () => {
      const response = await plant.ask('VIEWER', PATH)
      return response.ok ? response : null
    },
    { timeout: 10_000 },
  )
  expect(await lotCount(again)).toBe(MANY)
})

test('a plant that stops breaks off what it has not said whole', { timeout: 30_000 }, async () => {
  const plant = await plantOf(MANY)
  const response = await plant.ask('VIEWER', PATH)
  const rest = response
    .text()
    .then(JSON.parse)
    .then(
      () => 'whole',
      () => 'broken',
    )
  const { socket, closed } = await stalled(plant)
  await plant.stop()
  const seen: Buffer[] = []
  socket.on('data', chunk => void seen.push(chunk))
  await closed
  expect(Buffer.concat(seen).toString()).not.toContain('"whole":true}')
  expect(['whole', 'broken']).toContain(await rest)
})
