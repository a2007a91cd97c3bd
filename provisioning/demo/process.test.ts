import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeOf } from '@flowviz/contract/error'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ProcessPlan, readyLine, startProcess } from './process.ts'
import { makeSupervisor } from './supervise.ts'
import { makeUnit } from './unit.ts'

let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'flowviz-process-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const READY = `console.log(JSON.stringify({ msg: 'ready', http_port: 4711 }));`
const STAY = `process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000);`

const plan = (script: string, more: Partial<ProcessPlan> = {}): ProcessPlan => ({
  name: 'appliance',
  command: process.execPath,
  args: ['-e', script],
  logFile: join(dir, 'log', 'appliance.log'),
  ...more,
})

const alive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('a process is started when it says so, and its ready line carries its ports', async () => {
  const started = await startProcess(plan(STAY + READY))
  expect(started.ready).toMatchObject({ http_port: 4711 })
  expect(await started.stop()).toEqual({ code: 0, signal: null })
  expect(alive(started.pid)).toBe(false)
  expect(readFileSync(join(dir, 'log', 'appliance.log'), 'utf8')).toContain('"ready"')
})

test('one that ends first is a failure with its last words', async () => {
  const failed = await startProcess(plan(`console.error('no disk'); process.exit(3)`)).catch((error: unknown) => error)
  expect(codeOf(failed)).toBe('process_failed')
  expect(String(failed)).toContain('no disk')
  expect(String(failed)).toContain('exit code 3')
})

test('one that stays silent is ended and does not linger', async () => {
  const pidFile = join(dir, 'pid')
  const script = `require('fs').writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)); ${STAY}`
  const failed = await startProcess(plan(script, { readyWithin: 700 })).catch((error: unknown) => error)
  expect(codeOf(failed)).toBe('process_failed')
  if (existsSync(pidFile)) expect(alive(Number(readFileSync(pidFile, 'utf8')))).toBe(false)
})

test('a program that is not there is a failure, not a crash', async () => {
  const failed = await startProcess(plan('', { command: join(dir, 'nothing') })).catch((error: unknown) => error)
  expect(codeOf(failed)).toBe('process_failed')
})

test('a kill leaves no time for goodbyes', async () => {
  const started = await startProcess(plan(STAY + READY))
  expect(await started.kill()).toEqual({ code: null, signal: 'SIGKILL' })
})

test('settings of FlowViz are not inherited, only given', async () => {
  process.env.FLOWVIZ_SITE = 'plant-of-the-tester'
  const show = `console.log(JSON.stringify({ msg: 'ready', site: process.env.FLOWVIZ_SITE ?? null, mqtt: process.env.FLOWVIZ_MQTT_PORT }));`
  try {
    const started = await startProcess(plan(STAY + show, { env: { FLOWVIZ_MQTT_PORT: '1' } }))
    expect(started.ready).toMatchObject({ site: null, mqtt: '1' })
    await started.stop()
  } finally {
    delete process.env.FLOWVIZ_SITE
  }
})

test('only the line whose message is ready counts', () => {
  expect(readyLine('{"msg":"not ready"}')).toBeNull()
  expect(readyLine('ready')).toBeNull()
  expect(readyLine('{"msg":"ready"')).toBeNull()
  expect(readyLine('{"level":30,"msg":"ready","mqtt_port":1}')).toMatchObject({ mqtt_port: 1 })
})

test('a unit that dies by itself is started again, one that was stopped is not', async () => {
  const told: string[] = []
  let revived = () => {}
  const restarted = new Promise<void>(resolve => {
    revived = resolve
  })
  const supervisor = makeSupervisor({ tell: line => told.push(line), onRestart: () => revived(), pause: 10 })
  const unit = makeUnit('adapters', () => plan(STAY + READY), { onDeath: supervisor.watch('North') })
  await unit.start()
  const first = unit.pid()!
  process.kill(first, 'SIGKILL')
  await restarted
  expect(unit.pid()).not.toBe(first)
  expect(told.join('\n')).toContain('North: adapters ended by itself (SIGKILL)')

  const before = told.length
  await unit.stop()
  expect(unit.pid()).toBeNull()
  expect(told.length).toBe(before)
})
