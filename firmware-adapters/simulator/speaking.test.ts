import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { scaleDecimal } from '@flowviz/contract/decimal'
import type { Measurement } from '@flowviz/contract/measurement'
import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, expect, type TestContext, test } from 'vitest'
import type { AnyDriver, Notice, Task } from '../driver.ts'
import { createPace } from '../gateway/pace.ts'
import { DRIVERS } from '../registry.ts'
import type { ByteTransport } from '../transport/byte.ts'
import { openSerial } from '../transport/open/serial.ts'
import { openTcp } from '../transport/open/tcp.ts'
import type { Control } from './control.ts'
import { parsePlan } from './plan.ts'
import { SPOKEN } from './scale-encoders.ts'
import { startSimulator } from './simulator.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flowviz-speaking-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Case {
  kind: string
  settings?: Record<string, unknown>
  /** What it can be told; null where what is shown is no proof of it. */
  does: string | null
  /** What it says while the load moves, and what it never tells. */
  moving?: 'unstable' | 'busy' | null
  overload?: null
}

const DESCRIBED = {
  ...{ start: '02', terminator: 'etx', poll: '570d', tare: '540d', clear_tare: '430d', zero: '5a0d' },
  pattern: '(?<stable>[SDOU])(?<basis>[GN])(?<value>[ 0-9.-]{8})(?<unit>kg)',
  maps: { stable: { S: true, D: false }, basis: { G: 'gross', N: 'net' }, over: ['O'], under: ['U'] },
  ...{ sample: 'SG   1.250kg', expected: '1.250' },
}
const ALL = 'tare clear_tare zero'
const SETTLE_MS = 500

const CASES: Case[] = [
  { kind: 'mt-sics', does: ALL },
  { kind: 'mt-continuous', does: ALL },
  { kind: 'mt-continuous', settings: { checksum: false, short: true, mode: 'stream' }, does: ALL },
  { kind: 'mt-8217', does: ALL, moving: 'busy' },
  { kind: 'and', does: 'tare zero' },
  { kind: 'and', settings: { error_codes: true }, does: 'tare zero' },
  { kind: 'and', settings: { family: 'indicator', address: 7 }, does: ALL },
  { kind: 'and', settings: { family: 'clone', decimal_mark: ',' }, does: '' },
  { kind: 'sartorius-sbi', does: 'tare zero' },
  { kind: 'ohaus', settings: { answers: true }, does: ALL },
  { kind: 'ohaus', settings: { mode: 'stream', terminator: 'lf' }, does: ALL },
  { kind: 'shimadzu', does: 'tare' },
  { kind: 'sma', does: ALL },
  { kind: 'sma', settings: { level: 2 }, does: ALL },
  { kind: 'nci', does: ALL },
  { kind: 'rice-lake', does: ALL },
  { kind: 'rice-lake', settings: { dialect: 'cardinal' }, does: ALL },
  { kind: 'rice-lake', settings: { dialect: 'weigh-tronix' }, does: ALL, moving: null, overload: null },
  { kind: 'rice-lake', settings: { mode: 'poll', ask_for: 'net' }, does: null, moving: null, overload: null },
  { kind: 'cas', settings: { mode: 'poll' }, does: 'tare zero' },
  { kind: 'cas', does: 'tare zero' },
  { kind: 'cas', settings: { format: '18' }, does: 'tare zero' },
  { kind: 'cas', settings: { format: '10' }, does: 'tare zero', moving: null, overload: null },
  { kind: 'cas-ecr6', does: '' },
  { kind: 'dini-argeo', does: ALL },
  { kind: 'dini-argeo', settings: { address: '03', question: 'REXT' }, does: ALL },
  { kind: 'soehnle', settings: { stable_digit: 3 }, does: '' },
  { kind: 'systec', does: ALL },
  { kind: 'generic-scale', settings: DESCRIBED, does: ALL },
]

test('every driver of a scale is tested against a pretended one', () => {
  const scales = [...DRIVERS.values()].filter(driver => 'tare' in driver).map(({ id }) => id)
  expect(new Set(CASES.map(({ kind }) => kind))).toEqual(new Set(scales))
  expect(new Set(['mt-sics', ...SPOKEN])).toEqual(new Set(scales))
})

for (const [at, { kind, settings = {}, does, moving = 'unstable', overload }] of CASES.entries())
  test.concurrent(`${kind} ${JSON.stringify(settings)} is weighed, moved, overloaded and tared over a pseudo-terminal`, async context => {
    const { line, steer } = await pretended(context, { kind, settings, link: join(folder, `scale-${at}`) })
    const driver = DRIVERS.get(kind) as ScaleDriver
    const bench = measuring(driver, line, settings)
    await steer({ load_kg: '12.345' })
    expect(await bench.until(({ value }) => value === '12.345')).toMatchObject({ unit: 'kg' })
    if (moving !== null) expect(bench.seen.map(({ reason }) => reason)).toContain(moving)
    await bench.until(({ quality, value }) => value === '12.345' && quality === 'good')
    if (overload !== null) {
      await steer({ load_kg: '99.000' })
      expect(await bench.until(({ reason }) => reason === 'overload')).toMatchObject({ value: null, quality: 'bad' })
      await steer({ load_kg: '-9.000' })
      expect(await bench.until(({ reason }) => reason === 'underload')).toMatchObject({ value: null, quality: 'bad' })
      await steer({ load_kg: '12.345' })
      await bench.until(({ quality, value }) => value === '12.345' && quality === 'good')
    }
    if (does !== null) await commanded(driver, { bench, line, does, steer })
    expect(await bench.end()).toBeNull()
    for (const { value } of bench.seen) if (value !== null) expect(Math.abs(Number(value))).toBeLessThan(99.01)
    // The first frame of a stream is met in the middle.
    expect(bench.notices.filter(({ kind }) => kind === 'noise' || kind === 'checksum').length).toBeLessThan(2)
  }, 30_000)

test('a pretended scale behind a TCP port is weighed as well', async context => {
  const { simulator, steer } = await plug(context, { kind: 'nci', id: 'scale-1', port: 0, cycle: false })
  const line = await openTcp({ host: '127.0.0.1', port: Number(simulator.devices['scale-1']!.port) })
  context.onTestFinished(() => line.close())
  const bench = measuring(DRIVERS.get('nci') as ScaleDriver, line, {})
  await steer({ load_kg: '3.005' })
  await bench.until(({ value, quality }) => value === '3.005' && quality === 'good')
  expect(await bench.end()).toBeNull()
})

type ScaleDriver = Extract<AnyDriver, { link: 'bytes' }>
type Bench = ReturnType<typeof measuring>

async function plug({ onTestFinished }: TestContext, device: { kind: string; id: string } & Record<string, unknown>) {
  const simulator = await startSimulator(parsePlan(JSON.stringify({ v: 1, devices: [device] })), () => Date.now())
  onTestFinished(() => simulator.stop())
  const steer = async (control: Control) => {
    const url = `http://127.0.0.1:${simulator.control_port}/${device.id}/control`
    expect((await fetch(url, { method: 'POST', body: JSON.stringify(control) })).status).toBe(204)
  }
  return { simulator, steer }
}

async function pretended(
  context: TestContext,
  { kind, settings, link }: { kind: string; settings: Record<string, unknown>; link: string },
) {
  const spoken = kind === 'mt-sics' ? {} : { settings, settle_ms: SETTLE_MS }
  const { steer } = await plug(context, { kind, id: 'scale-1', link, cycle: false, ...spoken })
  const line = await openSerial({ path: link, baud: 9600, format: '8N1' })
  context.onTestFinished(() => line.close())
  return { line, steer }
}

function measuring(driver: ScaleDriver, line: ByteTransport, given: Record<string, unknown>) {
  const validator = Compile(driver.settings)
  const settings = validator.Default({ ...given }) as object
  expect(validator.Check(settings)).toBe(true)
  const seen: Measurement[] = []
  const notices: Notice[] = []
  const over = new AbortController()
  const task: Task = {
    settings: { ...settings, settle_ms: 50, stable_ms: 4_000 },
    channels: [{ name: 'weight', unit: 'kg' }],
    poll_ms: 50,
    timeout_ms: 1_000,
    pace: createPace(() => performance.now()),
    notice: notice => notices.push(notice),
  }
  const run = (async () => {
    try {
      for await (const batch of driver.measure(line, task as never, over.signal)) seen.push(...(batch as Measurement[]))
      return null
    } catch (error) {
      return error
    }
  })()
  const until = async (holds: (one: Measurement) => boolean): Promise<Measurement> => {
    for (let waited = 0, from = Math.max(0, seen.length - 1); waited < 8_000; waited += 20) {
      const found = seen.slice(from).find(holds)
      if (found !== undefined) return found
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    throw new Error(`It never came: ${JSON.stringify(seen.slice(-3))} ${JSON.stringify(notices.slice(-3))}`)
  }
  const end = () => {
    over.abort()
    return run
  }
  return { seen, notices, task, until, end }
}

/** Tares, clears and zeroes what the scale can do; what it cannot is refused without a byte. */
async function commanded(
  driver: ScaleDriver,
  {
    bench,
    line,
    does,
    steer,
  }: { bench: Bench; line: ByteTransport; does: string; steer(control: Control): Promise<void> },
): Promise<void> {
  const { signal } = new AbortController()
  const can = does.split(' ')
  const tell = (act: 'tare' | 'clearTare' | 'zero') => driver[act]!(line, bench.task as never, signal)
  const tared = await tell('tare')
  if (can.includes('tare')) {
    expect(tared).toMatchObject({ outcome: 'done' })
    await bench.until(({ value }) => value !== null && scaleDecimal(value, 3) === 0)
  } else expect(tared).toMatchObject({ outcome: 'refused', reason: 'not_supported' })
  if (driver.id === 'mt-sics' || can.includes('clear_tare')) {
    expect(await tell('clearTare')).toMatchObject({ outcome: 'done' })
    await bench.until(({ value }) => value === '12.345')
  } else expect(await tell('clearTare')).toMatchObject({ outcome: 'refused' })
  await steer({ load_kg: '0.120' })
  await new Promise(resolve => setTimeout(resolve, driver.id === 'mt-sics' ? 1_500 : SETTLE_MS + 50))
  if (can.includes('zero')) expect(await tell('zero')).toMatchObject({ outcome: 'done' })
  else expect(await tell('zero')).toMatchObject({ outcome: 'refused', reason: 'not_supported' })
}
