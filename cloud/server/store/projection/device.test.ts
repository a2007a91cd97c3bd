import type { DeviceConfig } from '@flowviz/contract/device'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TestHq } from '../../testing/hq.ts'
import { PlantLedger } from '../../testing/ledger.ts'
import type { TestPostgres } from '../../testing/postgres.ts'
import { startMigratedPostgres } from '../../testing/template.ts'

let postgres: TestPostgres
let hq: TestHq

beforeAll(async () => {
  postgres = await startMigratedPostgres()
  hq = await TestHq.start(await postgres.fresh())
}, 60_000)
afterAll(async () => {
  await hq.close()
  await postgres.stop()
})

const config = (id: string, name: string): DeviceConfig => ({
  id,
  name,
  driver: 'mt-sics',
  location: 'dock',
  identity: 'gateway',
  transport: { kind: 'mqtt-door', topic: `plant/${id}` },
  channels: [{ name: 'weight', unit: 'kg', limits: { high: '60' } }],
})

/** The history of three scales: one is renamed, one is in trouble, one is retired. */
async function pushed(site: string, cut: (last: number) => [number, number][]) {
  const box = new PlantLedger(site)
  await hq.enrol(box)
  box.start()
  for (const id of ['a', 'b', 'c']) box.add('device.registered', { config: config(id, `Scale ${id}`) })
  box.add('device.state_changed', { device_id: 'a', state: 'ok', reason: 'ok', detail: '' })
  box.add('device.state_changed', { device_id: 'b', state: 'late', reason: 'comm_timeout', detail: 'no answer' })
  box.add('device.changed', { config: config('a', 'Dock scale') })
  box.add('device.retired', { device_id: 'c' })
  for (const [from, to] of cut(box.rows.length)) expect((await hq.push(box, box.batch(from, to))).status).toBe(200)
  const { json } = await hq.ask(`/v1/channels?site=${site}`)
  return { site: (await hq.ask(`/v1/sites/${site}`)).json, channels: json.channels }
}

test('a retired device is not shown, a renamed one by its new name, and trouble is counted, however it came', async () => {
  const whole = await pushed('plant-whole', last => [[1, last]])
  const single = await pushed('plant-single', last => Array.from({ length: last }, (_, at) => [at + 1, at + 1]))
  for (const { site, channels } of [whole, single]) {
    expect(site).toMatchObject({ devices_ok: 1, devices_in_trouble: 1, dead_letters: 0 })
    expect(channels).toMatchObject([
      { device_id: 'a', device_name: 'Dock scale', channel: 'weight', limits: { high: '60' }, latest: null },
      { device_id: 'b', device_name: 'Scale b' },
    ])
  }
})
