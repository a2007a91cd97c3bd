import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HqLotPage, SiteView } from '@flowviz/contract/hq'
import type { Session } from '@flowviz/contract/identity'
import type { LotPage } from '@flowviz/contract/lot'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { call } from '../call.ts'
import { inheritedEnvironment } from '../config.ts'
import { demoPorts } from '../demo/demo.ts'
import { HQ_PEOPLE, PLANT_PEOPLE } from '../demo/people.ts'
import { freePorts, portFree } from '../demo/port.ts'
import { nodePath } from '../node.ts'

const BIN = join(import.meta.dirname, '..', 'bin.mjs')
let dir: string
let base: number
let demo: ChildProcess | null = null

beforeEach(async () => {
  dir = join(mkdtempSync(join(tmpdir(), 'flowviz-demo-')), 'demo')
  base = await freeBlock()
})

afterEach(async () => {
  await end('SIGTERM')
  flowviz('demo', 'reset', '--dir', dir)
  rmSync(join(dir, '..'), { recursive: true, force: true })
}, 60_000)

/** First of as many ports as the demo takes, all of them free. */
async function freeBlock(): Promise<number> {
  for (;;) {
    const [first] = await freePorts(1)
    if (first! > 60_000) continue
    const free = await Promise.all(demoPorts(first!).map(({ port }) => portFree(port)))
    if (free.every(Boolean)) return first!
  }
}

const flowviz = (...args: string[]) =>
  spawnSync(nodePath(), [BIN, ...args], { encoding: 'utf8', env: inheritedEnvironment(), timeout: 60_000 })

interface Summary {
  headquarters: string
  plants: { site: string; url: string }[]
}

/** Runs `flowviz demo --json` until it is ready. */
function begin(): Promise<Summary> {
  const args = [BIN, 'demo', '--json', '--dir', dir, '--port-base', String(base)]
  const child = spawn(nodePath(), args, { env: inheritedEnvironment(), detached: true })
  demo = child
  let said = ''
  child.stderr.on('data', chunk => {
    said += chunk
  })
  return new Promise((resolve, reject) => {
    child.stdout.on('data', chunk => resolve(JSON.parse(String(chunk)) as Summary))
    child.once('exit', () => reject(new Error(said)))
  })
}

async function end(signal: NodeJS.Signals): Promise<number | null> {
  const child = demo
  demo = null
  if (child === null || child.exitCode !== null) return null
  const exit = new Promise<number | null>(resolve => child.once('exit', resolve))
  child.kill(signal)
  return exit
}

const children = () =>
  (JSON.parse(readFileSync(join(dir, 'run.json'), 'utf8')) as { children: { pid: number }[] }).children
const alive = ({ pid }: { pid: number }) => existsSync(`/proc/${pid}`)

async function seenByHeadquarters(url: string) {
  const [admin] = HQ_PEOPLE
  const body = { name: admin!.name, secret: admin!.secret }
  const { access_token: token } = await call<Session>(`${url}/v1/login`, { method: 'POST', body })
  const { sites } = await call<{ sites: SiteView[] }>(`${url}/v1/sites`, { token })
  const { lots } = await call<HqLotPage>(`${url}/v1/lots`, { token })
  const total = sites.reduce((sum, { lots_total }) => sum + lots_total, 0)
  return { sites: sites.map(({ site }) => site).sort(), total, newest: lots.map(({ lot_id }) => lot_id).sort() }
}

/** How many lots a plant has, page by page. */
async function lotsOf(url: string): Promise<number> {
  const { name, secret } = PLANT_PEOPLE[0]!
  const { access_token: token } = await call<Session>(`${url}/api/v1/login`, { method: 'POST', body: { name, secret } })
  let count = 0
  let cursor = ''
  for (;;) {
    const { lots, next } = await call<LotPage>(`${url}/api/v1/lots?limit=200${cursor}`, { token })
    count += lots.length
    if (next === null) return count
    cursor = `&cursor=${next}`
  }
}

test('the demo shows its lots at headquarters, leaves no process behind, and goes on where it was, even after its own death', async () => {
  const { headquarters, plants } = await begin()
  for (const { url } of plants) expect((await fetch(`${url}/ready`)).status).toBe(200)
  const [kitchen, packing] = await Promise.all(plants.map(({ url }) => lotsOf(url)))
  expect(kitchen).toBeGreaterThan(50)
  expect(packing).toBeGreaterThan(25)
  await expect
    .poll(async () => (await seenByHeadquarters(headquarters)).total, { timeout: 30_000, interval: 500 })
    .toBe(kitchen! + packing!)
  const before = await seenByHeadquarters(headquarters)
  expect(before.sites).toEqual(['north-kitchen', 'south-packing'])

  expect(flowviz('demo', 'reset', '--dir', dir).stderr).toContain('code: demo_running')
  const report = flowviz('doctor', '--json', '--env-file', join(dir, 'north-kitchen', 'etc', 'edge.env'))
  const { findings } = JSON.parse(report.stdout) as { findings: { code: string; state: string }[] }
  // npm's Litestream is the one thing that the doctor cannot be content with.
  expect(findings.filter(({ state }) => state === 'fail').map(({ code }) => code)).toEqual(['litestream_sqlite'])

  const running = children()
  expect(running.length).toBe(10)
  expect(await end('SIGINT')).toBe(0)
  expect(running.filter(alive)).toEqual([])
  const ledger = join(dir, 'north-kitchen', 'data', 'plant.db')
  expect(flowviz('ledger', 'verify', ledger).status).toBe(0)

  const again = await begin()
  expect(await seenByHeadquarters(again.headquarters)).toEqual(before)

  // Killed itself, it could stop nobody: the next start ends exactly those, and goes on as well.
  const orphans = children()
  await end('SIGKILL')
  expect(orphans.some(alive)).toBe(true)
  const third = await begin()
  expect(orphans.filter(alive)).toEqual([])
  expect(await seenByHeadquarters(third.headquarters)).toEqual(before)
  expect(await end('SIGTERM')).toBe(0)
  expect(JSON.parse(flowviz('demo', 'reset', '--dir', dir, '--json').stdout)).toMatchObject({ ok: true, emptied: true })
  expect(existsSync(dir)).toBe(false)
}, 300_000)
