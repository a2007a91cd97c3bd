import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { litestreamPath } from '../litestream/binary.ts'
import { litestreamConfig } from '../litestream/config.ts'
import { checkAppliance, checkCertificate, judgeCertificate, judgeSync } from './appliance.ts'
import { judgeClock } from './clock.ts'
import { checkDevices } from './devices.ts'
import { checkLitestream, checkReplicas, judgeSqlite } from './litestream.ts'
import { checkDataDir, checkMemory, checkNode, judgeDisk } from './machine.ts'

const GIB = 2 ** 30
let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'flowviz-doctor-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const NOW = Date.UTC(2026, 10, 23)

test("npm's Litestream is red, because its SQLite may corrupt; a newer one is not", () => {
  expect(checkLitestream(litestreamPath(null))).toMatchObject({ code: 'litestream_sqlite', state: 'fail' })
  expect(judgeSqlite('3.51.3', 'litestream').state).toBe('ok')
  expect(judgeSqlite('3.51.2', 'litestream').state).toBe('fail')
  expect(judgeSqlite(null, 'litestream').state).toBe('warn')
})

test('every finding that is not well has a next step', () => {
  const bad = [checkNode('20.1.0'), checkMemory(0), judgeDisk(0, GIB, '/'), checkDataDir(join(dir, 'none'))]
  for (const { state, next_step } of bad) {
    expect(state).toBe('fail')
    expect(next_step).toMatch(/\w+/)
  }
})

test('a disk is judged by what is left for work', () => {
  expect(judgeDisk(100 * GIB, 200 * GIB, '/').state).toBe('ok')
  expect(judgeDisk(1 * GIB, 200 * GIB, '/').state).toBe('warn')
  expect(judgeDisk(0.2 * GIB, 200 * GIB, '/').state).toBe('fail')
})

test('a copy is late when the database was written long after it', () => {
  const replica = join(dir, 'replica')
  const config = join(dir, 'litestream.yml')
  writeFileSync(config, litestreamConfig({ dataDir: dir, replicaDir: replica, metricsPort: null }))
  for (const name of ['plant.db', 'telemetry.db']) {
    mkdirSync(join(replica, name), { recursive: true })
    writeFileSync(join(dir, name), 'x')
    writeFileSync(join(replica, name, 'segment'), 'x')
  }
  const set = (path: string, second: number) => utimesSync(path, second, second)
  set(join(replica, 'plant.db', 'segment'), NOW / 1000)
  set(join(dir, 'plant.db'), NOW / 1000 + 4_000)
  set(join(replica, 'telemetry.db', 'segment'), NOW / 1000)
  set(join(dir, 'telemetry.db'), NOW / 1000 + 5)
  expect(checkReplicas(config).map(({ state }) => state)).toEqual(['fail', 'ok'])
  rmSync(join(replica, 'telemetry.db'), { recursive: true })
  expect(checkReplicas(config)[1]).toMatchObject({ state: 'fail', code: 'replica_age' })
})

test('a devices file is told every problem, and a missing line by its path', () => {
  const file = join(dir, 'devices.yaml')
  const scale = (id: string) =>
    `  - {id: ${id}, name: S, driver: mt-sics, location: x, identity: g, transport: {kind: serial, path: ${dir}/none, baud: 9600, format: 8N1}, channels: [{name: weight, unit: kg}]}\n`
  writeFileSync(file, `v: 1\nsite: x\ndevices:\n${scale('scale-1')}`)
  expect(checkDevices(file).map(({ code, state }) => [code, state])).toEqual([
    ['devices_file', 'ok'],
    ['serial_line', 'fail'],
  ])
  writeFileSync(file, `v: 1\nsite: x\ndevices:\n${scale('scale-1')}${scale('scale-1')}`)
  expect(checkDevices(file)[0]?.cause).toMatch(/scale-1 is used twice.*already belongs/)
  writeFileSync(file, 'v: 1\nsite: [')
  expect(checkDevices(file)[0]).toMatchObject({ code: 'devices_file', state: 'fail' })
})

test('a clock is wrong when the databases are younger than now, or headquarters disagrees', () => {
  const facts = { now: NOW, lastWrite: NOW - 1_000, headquarters: NOW + 400 }
  expect(judgeClock(facts).state).toBe('ok')
  expect(judgeClock({ ...facts, now: 0 }).state).toBe('fail')
  expect(judgeClock({ ...facts, lastWrite: NOW + 3_600_000 }).state).toBe('fail')
  expect(judgeClock({ ...facts, headquarters: NOW + 120_000 })).toMatchObject({ state: 'warn' })
})

test('what headquarters lacks is judged by its age, not by its number', () => {
  const metrics = (pending: number, oldest: number) =>
    `flowviz_ledger_seq 900\nflowviz_sync_pending_events ${pending}\nflowviz_sync_oldest_pending_timestamp_seconds ${oldest}\n`
  const judge = (pending: number, age: number) => judgeSync(metrics(pending, NOW / 1000 - age), 'https://hq', NOW).state
  expect(judge(0, 0)).toBe('ok')
  expect(judge(800, 20)).toBe('ok')
  expect(judge(1, 3_600)).toBe('warn')
  expect(judge(1, 100_000)).toBe('fail')
  expect(judgeSync('', 'https://hq', NOW).state).toBe('warn')
})

const boxAt = (port: number, how: { tls: boolean; loopback: boolean }) =>
  ({ http: { host: '127.0.0.1', port }, ...how }) as Parameters<typeof checkAppliance>[0]

test('a floor in the clear is a warning once tablets can come, and a certificate is judged by what the appliance says', async () => {
  expect(await checkCertificate(boxAt(1, { tls: false, loopback: false }))).toMatchObject({ state: 'warn' })
  const judge = (...codes: string[]) =>
    judgeCertificate(JSON.stringify({ ready: true, warnings: codes.map(code => ({ code, detail: `${code}.` })) }))
  expect(judge()).toMatchObject({ code: 'certificate', state: 'ok' })
  expect(judge('certificate_ending')).toMatchObject({ state: 'warn', cause: 'certificate_ending.' })
  expect(judge('certificate_refused', 'certificate_ended')).toMatchObject({ state: 'fail' })
  expect(judgeCertificate('<html>')).toBeNull()
})

test('an appliance that is not ready is quoted; another program on its port is told apart from nobody', async () => {
  const body = JSON.stringify({ ready: false, troubles: [{ code: 'disk_full', detail: 'Only 3 MB are free.' }] })
  const server = createServer((_request, response) => response.writeHead(503).end(body))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const box = boxAt(port, { tls: false, loopback: true })
  expect(await checkCertificate(box)).toBeNull()
  expect((await checkAppliance(box)).cause).toContain('Only 3 MB are free.')
  await new Promise(resolve => server.close(resolve))
  expect((await checkAppliance(box)).cause).toContain('Nothing listens')
})
