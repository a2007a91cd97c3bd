import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { inheritedEnvironment } from '../config.ts'
import { nodePath } from '../node.ts'

const BIN = join(import.meta.dirname, '..', 'bin.mjs')
const dir = mkdtempSync(join(tmpdir(), 'flowviz-device-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function flowviz(...args: string[]) {
  const options = { encoding: 'utf8', env: inheritedEnvironment(), timeout: 60_000 } as const
  const { status, stdout, stderr } = spawnSync(nodePath(), [BIN, 'device', ...args], options)
  return { status, stdout, stderr, json: () => JSON.parse(stdout) as Record<string, unknown> }
}

/** Pretends a device with the command itself, until the test ends. */
async function simulated(...args: string[]): Promise<void> {
  const child = spawn(nodePath(), [BIN, 'device', 'simulate', ...args], { env: inheritedEnvironment() })
  const ended = new Promise(resolve => child.once('exit', resolve))
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  let said = ''
  for await (const chunk of child.stdout) {
    said += String(chunk)
    if (said.includes('ready:')) return
  }
  throw new Error(`It did not start: ${said}`)
}

test('a pretended scale is sniffed, probed, captured and replayed by commands, each with its exit code', async () => {
  const [line, file, capture, expected] = ['line', 'devices.yaml', 'scale.jsonl', 'expected.json'].map(name =>
    join(dir, name),
  )
  const transport = `{kind: serial, path: ${line}, baud: 9600, format: '8N1'}`
  writeFileSync(
    file!,
    `v: 1\nsite: plant-1\ndevices:\n  - {id: scale-1, name: Scale, driver: nci, location: receiving, identity: gateway-1, transport: ${transport}, settings: {mode: stream}, channels: [{name: weight, unit: kg}]}\n`,
  )
  await simulated('nci', '--link', line!, '--load', '12.345', '--stream')
  const sniffed = flowviz('sniff', line!, '--json').json()
  expect(sniffed).toMatchObject({ ok: true, baud: 9600 })
  expect((sniffed.matches as object[])[0]).toMatchObject({ driver: 'nci', score: 1 })
  const probed = flowviz('probe', 'scale-1', '--devices', file!, '--reads', '2', '--json')
  expect(probed.status).toBe(0)
  expect(probed.json()).toMatchObject({ ok: true, readings: [{ value: '12.345' }, { value: '12.345' }] })
  expect(flowviz('capture', 'scale-1', capture!, '--devices', file!, '--seconds', '2', '--redact').status).toBe(0)
  const replayed = flowviz('replay', capture!, '--json')
  writeFileSync(expected!, replayed.stdout)
  expect(flowviz('replay', capture!, '--expect', expected!).status).toBe(0)
  writeFileSync(expected!, readFileSync(expected!, 'utf8').replace('12.345', '12.350'))
  const differs = flowviz('replay', capture!, '--expect', expected!)
  expect(differs).toMatchObject({ status: 1 })
  expect(differs.stdout).toContain('expected')
}, 60_000)

test('what is refused has a code and a next step, and nothing is asked without the word that the device is idle', () => {
  const idle = flowviz('detect', join(dir, 'none'))
  expect(idle.status).toBe(2)
  expect(idle.stderr).toMatch(/next step: .*--idle\.\ncode: idle_unsaid/)
  expect(flowviz('sniff', join(dir, 'none'), '--json').json()).toMatchObject({ ok: false, code: 'port_missing' })
  expect(flowviz('simulate', 'toaster', '--json').json()).toMatchObject({ ok: false, code: 'config_invalid' })
  expect(flowviz('replay').status).toBe(64)
  for (const verb of ['list', 'sniff', 'detect', 'probe', 'capture', 'replay', 'simulate'])
    expect(flowviz(verb, '--help').stdout, verb).toMatch(/Examples:\n {2}flowviz device/)
}, 60_000)
