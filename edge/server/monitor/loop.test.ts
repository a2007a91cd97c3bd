import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Lot } from '@flowviz/contract/lot'
import type { MonitorStatus } from '@flowviz/contract/monitor-status'
import type { Monitor } from '@flowviz/contract/plant/monitor'
import type { Role } from '@flowviz/contract/role'
import { expect, onTestFinished, test, vi } from 'vitest'
import { PROBE } from '../testing/device.ts'
import { connected } from '../testing/mqtt.ts'
import { startPlant, type TestPlant } from '../testing/plant.ts'
import { openTelemetryEngine } from '../writer/telemetry-engine.ts'

const MAIN = new URL('../main.ts', import.meta.url).pathname
const WAIT = { timeout: 10_000, interval: 50 }

const MONITOR: Monitor = {
  monitor_id: 'cold-room-air',
  title: 'Cold room air',
  device_id: PROBE.id,
  channel: 'temperature',
  location_id: 'cold-room',
  unit: 'Cel',
  high: '5',
  duration_s: 0,
  missing_s: 30,
  ccp: true,
}

async function said<T>(answer: Promise<Response>, status: number): Promise<T> {
  const response = await answer
  const body = (await response.json()) as T
  expect({ status: response.status, body }).toMatchObject({ status })
  return body
}

/** A cold room with its monitor, approved by another person than the one who drafted it. */
async function equip(plant: TestPlant, change: Partial<Monitor> = {}): Promise<void> {
  const json = { 'content-type': 'application/json' }
  const body = JSON.stringify({ title: 'Cold room', kind: 'storage' })
  await said(plant.ask('ADMIN', '/api/v1/locations/cold-room', { method: 'PUT', headers: json, body }), 200)
  await said(plant.post('ADMIN', '/api/v1/monitors', { body: { ...MONITOR, ...change } }), 201)
  await said(plant.post('MANAGER', `/api/v1/monitors/${MONITOR.monitor_id}/versions/1/approve`, { body: {} }), 200)
}

const register = (plant: TestPlant, lot_code: string) =>
  said<Lot>(
    plant.post('OPERATOR', '/api/v1/lots', {
      body: { lot_code, lot_type: 'RAW', weight_kg: '10', manual_reason: 'a test', location_id: 'cold-room' },
    }),
    201,
  )
const lotOf = (plant: TestPlant, id: string) => said<Lot>(plant.ask('VIEWER', `/api/v1/lots/${id}`), 200)
const statusOf = async (plant: TestPlant, role: Role = 'VIEWER') =>
  (await said<{ monitors: MonitorStatus[] }>(plant.ask(role, '/api/v1/monitors/status'), 200)).monitors
const events = async (plant: TestPlant, type: string) =>
  (
    await said<{ events: { event: { data: Record<string, unknown> } }[] }>(
      plant.ask('AUDITOR', `/api/v1/ledger/events?type=${type}`),
      200,
    )
  ).events.map(({ event }) => event.data)

/** Commits readings as the appliance's own writer does, while nobody judges. */
function commit(files: Record<string, string>, values: string[]): void {
  const engine = openTelemetryEngine({ path: join(files.FLOWVIZ_DATA_DIR!, 'telemetry.db'), litestream: false })
  const received_at = new Date().toISOString()
  const append = values.map((value, n) => ({
    append: {
      device_id: PROBE.id,
      channel: 'temperature',
      value,
      unit: 'Cel' as const,
      quality: 'good' as const,
      reason: 'ok' as const,
      verdict: 'unjudged' as const,
      measured_at: received_at,
      received_at,
      source: `late:${n}`,
    },
  }))
  for (const outcome of engine.run(append)) expect(outcome.ok).toBe(true)
  engine.close()
}

test('a warm reading holds the room and reaches the screens as an alarm, without a click', async () => {
  const plant = await startPlant()
  await equip(plant)
  const inside = await register(plant, 'INSIDE')
  const stream = (await plant.ask('VIEWER', '/api/v1/stream')).body!.pipeThrough(new TextDecoderStream())
  const sensor = await connected(plant.mqtt_port, PROBE.identity)
  const say = (temp: string) => sensor.publishAsync(PROBE.transport.topic, `{"temp":${temp}}`, { qos: 1 })
  expect(await statusOf(plant)).toMatchObject([{ state: 'silent', value: null, silent: false }])
  await say('4.0')
  await vi.waitFor(async () => expect(await statusOf(plant)).toMatchObject([{ state: 'inside', value: '4.0' }]), WAIT)
  await say('6.5')
  let text = ''
  for await (const chunk of stream) {
    text += chunk
    if (text.includes('"type":"alarm"')) break
  }
  expect(text).toMatch(/"text":"Cold room air: 6\.5 °C is above 5 °C\."/)
  expect((await lotOf(plant, inside.lot_id)).status).toBe('HOLD')
  const [status] = await statusOf(plant)
  expect(status).toMatchObject({ state: 'confirmed', value: '6.5' })
  expect(await events(plant, 'deviation.opened')).toMatchObject([
    { deviation_id: status!.deviation_id, lot_ids: [inside.lot_id] },
  ])
})

test('readings that nobody judged before the plant went down are judged before it serves, and once', async () => {
  const plant = await startPlant()
  await equip(plant)
  const inside = await register(plant, 'INSIDE')
  await plant.stop()
  commit(plant.files, ['4.0', '7.0', '8.0'])
  const again = await startPlant(plant.files)
  expect((await lotOf(again, inside.lot_id)).status).toBe('HOLD')
  expect(await events(again, 'deviation.opened')).toMatchObject([{ value: '7.0', lot_ids: [inside.lot_id] }])
  await again.stop()
  const third = await startPlant(plant.files)
  expect(await events(third, 'deviation.opened')).toHaveLength(1)
  expect(await events(third, 'hold.placed')).toHaveLength(1)
})

test('numbers that are given again, because a restore lost their readings, are judged again', async () => {
  const plant = await startPlant()
  await equip(plant)
  await plant.stop()
  commit(plant.files, ['4.0', '4.1', '4.2'])
  const before = await startPlant(plant.files)
  await vi.waitFor(async () => expect(await statusOf(before)).toMatchObject([{ reading_seq: 3 }]), WAIT)
  await before.stop()
  for (const end of ['', '-wal', '-shm'])
    rmSync(join(plant.files.FLOWVIZ_DATA_DIR!, `telemetry.db${end}`), { force: true })
  const again = await startPlant(plant.files)
  const sensor = await connected(again.mqtt_port, PROBE.identity)
  await sensor.publishAsync(PROBE.transport.topic, '{"temp":7.5}', { qos: 1 })
  await vi.waitFor(
    async () => expect(await events(again, 'deviation.opened')).toMatchObject([{ value: '7.5', reading_seq: 1 }]),
    WAIT,
  )
})

test('a sensor that falls silent is one alarm, and its next word ends it', async () => {
  const plant = await startPlant()
  await equip(plant)
  const sensor = await connected(plant.mqtt_port, PROBE.identity)
  const say = (temp: string) => sensor.publishAsync(PROBE.transport.topic, `{"temp":${temp}}`, { qos: 1 })
  await say('4.0')
  await vi.waitFor(async () => expect(await statusOf(plant)).toMatchObject([{ state: 'inside' }]), WAIT)
  plant.pass(31_000)
  await vi.waitFor(async () => expect(await events(plant, 'monitor.silent')).toHaveLength(1), WAIT)
  expect(await statusOf(plant)).toMatchObject([{ state: 'silent', silent: true }])
  await say('4.1')
  await vi.waitFor(async () => expect(await events(plant, 'monitor.heard')).toHaveLength(1), WAIT)
  expect(await events(plant, 'monitor.silent')).toHaveLength(1)
})

interface Running {
  mqtt_port: number
  kill(): Promise<void>
}

/** The appliance as a process of its own. */
async function run(files: Record<string, string>): Promise<Running> {
  const env = { PATH: process.env.PATH, ...files, FLOWVIZ_LOG_LEVEL: 'info' }
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  for await (const text of createInterface({ input: child.stdout! })) {
    const line = JSON.parse(text) as { msg: string; mqtt_port: number }
    if (line.msg !== 'ready') continue
    child.stdout!.resume()
    return {
      mqtt_port: line.mqtt_port,
      async kill() {
        const gone = once(child, 'exit')
        child.kill('SIGKILL')
        await gone
      },
    }
  }
  throw new Error('the appliance did not start')
}

test('killed as soon as a reading is acknowledged, the plant has judged it once when it is back', async () => {
  const plant = await startPlant()
  await equip(plant)
  const inside = await register(plant, 'INSIDE')
  await plant.stop()
  for (const temp of ['6.1', '1.1', '6.2', '1.2']) {
    const process = await run(plant.files)
    const sensor = await connected(process.mqtt_port, PROBE.identity)
    await sensor.publishAsync(PROBE.transport.topic, `{"temp":${temp}}`, { qos: 1 })
    await process.kill()
    await sensor.endAsync(true)
  }
  const again = await startPlant(plant.files)
  const opened = await events(again, 'deviation.opened')
  expect(opened.map(({ value }) => value).sort()).toEqual(['6.1', '6.2'])
  expect(await events(again, 'excursion.ended')).toHaveLength(2)
  expect((await lotOf(again, inside.lot_id)).status).toBe('HOLD')
}, 120_000)
