import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { serveScreen } from './screen.ts'
import type { App } from './type.ts'

let dir: string
let app: App
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'flowviz-screen-'))
  mkdirSync(join(dir, 'dist', 'assets'), { recursive: true })
  writeFileSync(join(dir, 'dist', 'index.html'), 'screen')
  writeFileSync(join(dir, 'dist', 'assets', 'chart-1.js'), 'old')
  writeFileSync(join(dir, 'secret.pem'), 'PRIVATE KEY')
  app = Fastify() as unknown as App
  await serveScreen(app, join(dir, 'dist'))
})
afterEach(async () => {
  await app.close()
  rmSync(dir, { recursive: true })
})

const ask = async (url: string) => {
  const { statusCode, body, headers } = await app.inject({ method: 'GET', url })
  return { statusCode, body, cache: headers['cache-control'] }
}

test('a page of the screen is the screen, and a file is the file', async () => {
  expect(await ask('/lots?site=north')).toMatchObject({ statusCode: 200, body: 'screen', cache: 'no-cache' })
  expect(await ask('/assets/chart-1.js')).toMatchObject({ body: 'old', cache: expect.stringContaining('immutable') })
  for (const url of ['/assets/gone.js', '/v1/nothing', '/api/nothing'])
    expect((await ask(url)).statusCode, url).toBe(404)
})

test('a screen that is built anew while headquarters runs is served', async () => {
  rmSync(join(dir, 'dist', 'assets', 'chart-1.js'))
  writeFileSync(join(dir, 'dist', 'assets', 'chart-2.js'), 'new')
  expect(await ask('/assets/chart-2.js')).toMatchObject({ statusCode: 200, body: 'new' })
  expect((await ask('/assets/chart-1.js')).statusCode).toBe(404)
})

test('no address leads out of the folder of the screen', async () => {
  for (const url of ['/..%2fsecret.pem', '/%2e%2e/secret.pem', '/assets/..%2f..%2fsecret.pem', '/%00', '/%'])
    expect((await ask(url)).body, url).not.toContain('PRIVATE KEY')
})
