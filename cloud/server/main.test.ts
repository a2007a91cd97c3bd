import { type ChildProcess, spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestPostgres, type TestPostgres } from './testing/postgres.ts'

let postgres: TestPostgres
let dir: string
let settings: Record<string, string>

beforeAll(async () => {
  postgres = await startTestPostgres(async () => {})
  dir = mkdtempSync(join(tmpdir(), 'flowviz-main-'))
  const key = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
  writeFileSync(join(dir, 'key.pem'), key)
  mkdirSync(join(dir, 'ui', 'assets'), { recursive: true })
  writeFileSync(join(dir, 'ui', 'index.html'), '<title>HQ</title>')
  writeFileSync(join(dir, 'ui', 'assets', 'app-1.js'), 'export {}')
  settings = {
    FLOWVIZ_HTTP_PORT: '0',
    FLOWVIZ_DATABASE_URL: await postgres.fresh(),
    FLOWVIZ_TOKEN_KEY_FILE: join(dir, 'key.pem'),
    FLOWVIZ_WITNESS_KEY_FILE: join(dir, 'key.pem'),
    FLOWVIZ_UI_DIR: join(dir, 'ui'),
  }
}, 60_000)
afterAll(async () => {
  await postgres.stop()
  rmSync(dir, { recursive: true })
})

type Line = { msg: string; http_port?: number; code?: string }

function launch(env: Record<string, string>, args: string[] = []) {
  const main = join(import.meta.dirname, 'main.ts')
  const child: ChildProcess = spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout! })
  const exit = once(child, 'exit').then(([code]) => code as number)
  async function line(msg: string): Promise<Line> {
    for await (const text of lines) {
      const found = JSON.parse(text) as Line
      if (found.msg === msg) return found
    }
    throw new Error(`ended without "${msg}"`)
  }
  return { child, exit, line }
}

test('headquarters migrates an empty database, serves, refuses a taken port by name, and ends cleanly', async () => {
  const first = launch(settings)
  const { http_port } = await first.line('ready')
  const url = `http://127.0.0.1:${http_port}`
  expect((await fetch(`${url}/ready`)).status).toBe(200)
  const second = launch({ ...settings, FLOWVIZ_HTTP_PORT: String(http_port) })
  expect(await second.line('did not start')).toMatchObject({ code: 'port_taken' })
  expect(await second.exit).toBe(1)

  const page = await fetch(`${url}/lots/anything`)
  expect([await page.text(), page.headers.get('cache-control')]).toEqual(['<title>HQ</title>', 'no-cache'])
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
  expect((await fetch(`${url}/assets/app-1.js`)).headers.get('cache-control')).toContain('immutable')
  for (const path of ['/assets/gone.js', '/v1/gone', '/%2e%2e/key.pem'])
    expect((await fetch(url + path)).status, path).toBe(404)
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('flowviz_hq_request_seconds')

  first.child.kill('SIGTERM')
  expect(await first.exit).toBe(0)
}, 60_000)

test('the projections of a site are made again by a command; an unknown site is named', async () => {
  const nobody = launch(settings, ['rebuild', 'plant-9'])
  expect(await nobody.line('did not start')).toMatchObject({ code: 'box_unknown' })
  expect(await nobody.exit).toBe(1)
}, 60_000)

test('settings that are wrong are named before anything is opened', async () => {
  const broken = launch({ ...settings, FLOWVIZ_HTTP_PORT: 'eighty' })
  expect(await broken.line('did not start')).toMatchObject({ code: 'config_invalid' })
  expect(await broken.exit).toBe(1)
}, 60_000)
