import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { plantFiles, startPlant } from '../testing/plant.ts'

test('the built screen is served, its own addresses lead to it, and a missing file is missing', async () => {
  const plant = await startPlant()
  for (const path of ['/', '/lots', '/lots/some-lot']) {
    const response = await plant.ask(null, path)
    expect([path, response.status, await response.text()]).toEqual([path, 200, '<!doctype html><title>floor</title>'])
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(response.headers.get('x-frame-options')).toBe('DENY')
    expect(response.headers.get('cache-control')).toBe('no-cache')
  }
  const asset = await plant.ask(null, '/assets/app.js')
  expect([asset.status, asset.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
  expect((await plant.ask(null, '/assets/gone.js')).status).toBe(404)
})

test('what makes the screen an app comes with the types that a browser insists on', async () => {
  const files = plantFiles()
  const ui = files.FLOWVIZ_UI_DIR!
  for (const name of ['manifest.webmanifest', 'assets/reader-abc.wasm']) writeFileSync(join(ui, name), '')
  const plant = await startPlant(files)
  const manifest = await plant.ask(null, '/manifest.webmanifest')
  expect(manifest.headers.get('content-type')).toMatch(/^application\/manifest\+json/)
  expect(manifest.headers.get('cache-control')).toBe('no-cache')
  expect((await plant.ask(null, '/assets/reader-abc.wasm')).headers.get('content-type')).toBe('application/wasm')
  const { headers } = await plant.ask(null, '/')
  const policy = headers.get('content-security-policy')
  for (const may of ["script-src 'self' 'wasm-unsafe-eval'", "worker-src 'self'", "img-src 'self' data: blob:"])
    expect(policy).toContain(may)
  expect(policy).not.toMatch(/'unsafe-(inline|eval)'/)
  expect(headers.get('permissions-policy')).toContain('camera=(self), microphone=()')
})

test('no address leads out of the folder of the screen', async () => {
  const plant = await startPlant()
  for (const path of ['/..%2fbox.pem', '/%2e%2e/box.pem', '/assets/..%2f..%2fbox.pem', '/%00', '/%'])
    expect([path, await (await plant.ask(null, path)).text()]).not.toEqual([
      path,
      expect.stringContaining('PRIVATE KEY'),
    ])
})

test('a screen that is not built is said in words, and the API works without it', async () => {
  const { FLOWVIZ_UI_DIR: _left_out, ...files } = plantFiles()
  const plant = await startPlant(files)
  const response = await plant.ask(null, '/')
  expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('npm run build')])
  expect((await plant.ask(null, '/ready')).status).toBe(200)
})

test('what the build packed is handed out packed to a browser that can unpack it', async () => {
  const files = plantFiles()
  writeFileSync(join(files.FLOWVIZ_UI_DIR!, 'assets', 'app.js.br'), brotliCompressSync('export {}'))
  const plant = await startPlant(files)
  const packed = await plant.ask(null, '/assets/app.js', { headers: { 'accept-encoding': 'br' } })
  expect(Object.fromEntries(packed.headers)).toMatchObject({
    'content-encoding': 'br',
    'content-type': expect.stringContaining('javascript'),
    'cache-control': 'public, max-age=31536000, immutable',
    vary: expect.stringMatching(/accept-encoding/i),
  })
  expect(await packed.text()).toBe('export {}')
  const plain = await plant.ask(null, '/assets/app.js', { headers: { 'accept-encoding': 'identity' } })
  expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, 'export {}'])
})
