import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inheritedEnvironment } from './config.ts'
import { newPrivateKey } from './demo/keys.ts'
import { freePorts } from './demo/port.ts'
import { nodePath } from './node.ts'

const BIN = join(import.meta.dirname, 'bin.mjs')
let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'flowviz-main-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const flowviz = (...args: string[]) =>
  spawnSync(nodePath(), [BIN, ...args], { encoding: 'utf8', env: inheritedEnvironment(), timeout: 30_000 })

test('a command that does not exist is a misuse with exit code 64', () => {
  const { status, stderr } = flowviz('nonsense')
  expect(status).toBe(64)
  expect(stderr).toContain('unknown command')
})

test('a failure says cause, next step and code, without colour into a pipe', () => {
  const { status, stdout, stderr } = flowviz('device', 'check-config', join(dir, 'none.yaml'))
  expect(status).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^failed: .*none\.yaml does not exist\.\nnext step: .+\ncode: config_invalid\n$/)
  expect(stderr).not.toContain('\u001b')
})

test('the same failure is one JSON object for a program', () => {
  const { status, stdout } = flowviz('device', 'check-config', join(dir, 'none.yaml'), '--json')
  expect(status).toBe(2)
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, code: 'config_invalid', cause: expect.any(String) })
})

test('a box whose key is no key is refused before anybody is asked, and headquarters that are away are named', () => {
  const pem = join(dir, 'box.pem')
  const enroll = () =>
    flowviz(
      ...['enroll', '--cloud', 'http://127.0.0.1:9', '--claim', 'claim-0123456789'],
      ...['--site', 'x', '--site-name', 'X', '--key-file', pem, '--json'],
    )
  writeFileSync(pem, 'not a key')
  expect(JSON.parse(enroll().stdout)).toMatchObject({ ok: false, code: 'config_invalid' })
  writeFileSync(pem, newPrivateKey())
  expect(JSON.parse(enroll().stdout)).toMatchObject({ ok: false, code: 'peer_unreachable' })
  expect(flowviz('enroll', '--json').status).toBe(64)
})

test('a devices file with two faults is told both', () => {
  const file = join(dir, 'devices.yaml')
  writeFileSync(file, 'v: 2\nsite: Plant One\ndevices: []\n')
  const { status, stderr } = flowviz('device', 'check-config', file)
  expect(status).toBe(2)
  expect(stderr).toMatch(/\/v: /)
  expect(stderr).toMatch(/\/site: /)
})

test('the demo names a taken port before it starts anything', async () => {
  const [base] = await freePorts(1)
  const server = createServer()
  await new Promise<void>(resolve => server.listen(base, '127.0.0.1', resolve))
  try {
    const { status, stderr } = flowviz('demo', '--port-base', String(base), '--dir', join(dir, 'demo'))
    expect(status).toBe(2)
    expect(stderr).toContain(`${base} (headquarters)`)
    expect(stderr).toContain('code: port_taken')
    expect(stderr).toContain('--port-base')
    expect(stderr).not.toContain('starting')
  } finally {
    await new Promise(resolve => server.close(resolve))
  }
})
