import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Session } from '@flowviz/contract/identity'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { LimitsFile } from '../rate-limit.ts'
import { PIN, plantFiles, startPlant } from '../testing/plant.ts'

const MAIN = new URL('../main.ts', import.meta.url).pathname
const LOT = { lot_type: 'RAW', weight_kg: '1.000', manual_reason: 'no scale here' }
const few = (rules: LimitsFile['rules'] & object) => plantFiles(undefined, { v: 1, rules })

test('a budget is of a person at a station, 429 says how long to wait, and nothing is registered', async () => {
  const plant = await startPlant(few({ lots: { per_min: 2 } }))
  const post = () => plant.post('OPERATOR', '/api/v1/lots', { body: LOT })
  for (let times = 0; times < 2; times += 1) expect((await post()).status).toBe(201)
  const before = await plant.seq()
  const limited = await post()
  expect([limited.status, limited.headers.get('content-type')]).toEqual([
    429,
    'application/problem+json; charset=utf-8',
  ])
  expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(50)
  expect(await limited.json()).toMatchObject({ code: 'rate_limited', retry_after_s: expect.any(Number) })
  expect(await plant.seq()).toBe(before)

  const body = JSON.stringify({ name: 'operator', secret: PIN, station: 'packing-1' })
  const headers = { 'content-type': 'application/json' }
  const login = await plant.ask(null, '/api/v1/login', { method: 'POST', headers, body })
  const { access_token } = (await login.json()) as Session
  const elsewhere = { body: LOT, headers: { authorization: `Bearer ${access_token}` } }
  expect((await plant.post(null, '/api/v1/lots', elsewhere)).status).toBe(201)
  expect((await plant.post('MANAGER', '/api/v1/lots', { body: LOT })).status).toBe(201)
  expect((await plant.ask('OPERATOR', '/api/v1/lots')).status).toBe(200)
})

test('where nobody is signed in the address has the budget, and a rule over many routes has one budget', async () => {
  const plant = await startPlant(few({ asked: { routes: ['GET /api/v1/people', 'GET /api/openapi.*'], per_min: 3 } }))
  const status = async (path: string) => (await plant.ask(null, path)).status
  expect(await status('/api/v1/people')).toBe(200)
  expect(await status('/api/openapi.json')).toBe(200)
  expect(await status('/api/v1/people')).toBe(200)
  expect(await status('/api/openapi.json')).toBe(429)
  expect(await status('/health')).toBe(200)
})

test('a role that may not is told so, and spends nothing', async () => {
  const plant = await startPlant(few({ lots: { per_min: 1 } }))
  for (let times = 0; times < 3; times += 1)
    expect((await plant.post('VIEWER', '/api/v1/lots', { body: LOT })).status).toBe(403)
})

/** The appliance as a process of its own, which can be killed. */
async function startProcess(files: Record<string, string>) {
  const env = { PATH: process.env.PATH, ...files, FLOWVIZ_LOG_LEVEL: 'info' }
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  for await (const text of createInterface({ input: child.stdout })) {
    const line = JSON.parse(text) as { msg: string; http_port: number }
    if (line.msg === 'ready') return { child, url: `http://127.0.0.1:${line.http_port}` }
  }
  throw new Error('the appliance ended before it was ready')
}

async function send(url: string, path: string, sent: { body: unknown; token?: string }): Promise<Response> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${sent.token}` }
  return fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(sent.body) })
}

test('kill -9 hands out no fresh budget', async () => {
  const files = few({ lots: { per_min: 3 } })
  const first = await startProcess(files)
  const login = await send(first.url, '/api/v1/login', { body: { name: 'operator', secret: PIN } })
  const { access_token: token } = (await login.json()) as Session
  for (let times = 0; times < 3; times += 1)
    expect((await send(first.url, '/api/v1/lots', { body: LOT, token })).status).toBe(201)
  const file = new Database(join(files.FLOWVIZ_DATA_DIR!, 'attempts.db'), { readonly: true })
  onTestFinished(() => void file.close())
  const spent = file.prepare('SELECT points FROM limit_bucket').pluck()
  await vi.waitFor(() => expect(spent.get()).toBe(3), { timeout: 1_000, interval: 20 })
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')

  const second = await startProcess(files)
  expect((await send(second.url, '/api/v1/lots', { body: LOT, token })).status).toBe(429)
}, 60_000)
