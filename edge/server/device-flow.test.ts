import { writeFileSync } from 'node:fs'
import { type CommandMessage, commandAnswerTopic, commandTopic, healthTopic } from '@flowviz/contract/health'
import { measurementTopic } from '@flowviz/contract/measurement'
import type { Reading } from '@flowviz/contract/reading'
import { expect, test, vi } from 'vitest'
import { AT, GATEWAY, healthy, measured, PROBE, SCALE, weight } from './testing/device.ts'
import { connected, event } from './testing/mqtt.ts'
import { startPlant, type TestPlant } from './testing/plant.ts'

async function eventsOf(plant: TestPlant, type: string): Promise<{ data: Record<string, unknown>; subject: string }[]> {
  const response = await plant.ask('AUDITOR', `/api/v1/ledger/events?type=${type}`)
  return ((await response.json()) as { events: { event: never }[] }).events.map(({ event }) => event)
}

const temperatures = async (plant: TestPlant) => {
  const response = await plant.ask('VIEWER', `/api/v1/readings?device_id=${PROBE.id}&channel=temperature`)
  return ((await response.json()) as { readings: Reading[] }).readings
}

test('a warm cold room is an event with its evidence, once two readings say so', async () => {
  const plant = await startPlant()
  const sensor = await connected(plant.mqtt_port, PROBE.identity)
  const say = (temp: string) => sensor.publishAsync(PROBE.transport.topic, `{"temp":${temp}}`, { qos: 1 })
  for (const temp of ['4.20', '6.1', '4.3', '6.2', '6.30']) await say(temp)
  await vi.waitFor(async () => expect(await eventsOf(plant, 'limit.crossed')).toHaveLength(1))
  const [crossed] = await eventsOf(plant, 'limit.crossed')
  const first = (await temperatures(plant)).find(({ value }) => value === '6.2')!
  expect(crossed).toMatchObject({
    subject: `device:${PROBE.id}`,
    data: { channel: 'temperature', verdict: 'high', value: '6.2', unit: 'Cel', reading_seq: first.seq },
  })
})

test('the same measurement sent twice over a new connection is one reading', async () => {
  const plant = await startPlant()
  const message = JSON.stringify(measured(1, weight('12.50'), new Date().toISOString()))
  for (const clientId of [`${GATEWAY.name}-a`, `${GATEWAY.name}-b`]) {
    const client = await connected(plant.mqtt_port, GATEWAY.name, { clientId })
    await client.publishAsync(measurementTopic(SCALE.id), message, { qos: 1 })
  }
  const response = await plant.ask('VIEWER', `/api/v1/readings?device_id=${SCALE.id}&channel=weight`)
  const { readings } = (await response.json()) as { readings: Reading[] }
  expect(readings.map(({ seq, value, raw }) => [seq, value, raw])).toEqual([[1, '12.50', weight('12.50').raw]])
})

test('what a device says that was never calibrated is doubted, and its weight goes on no record', async () => {
  const plant = await startPlant()
  for (const [id, kind] of [
    [PROBE.id, 'thermometer'],
    [SCALE.id, 'scale'],
  ])
    await plant.ask('ADMIN', `/api/v1/instruments/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: id, kind, calibration_days: 7 }),
    })
  const sensor = await connected(plant.mqtt_port, PROBE.identity)
  await sensor.publishAsync(PROBE.transport.topic, '{"temp":9.1}', { qos: 1 })
  const doubted = { value: '9.1', quality: 'uncertain', reason: 'calibration_overdue', verdict: 'high' }
  expect(await temperatures(plant)).toMatchObject([doubted])
  const gateway = await connected(plant.mqtt_port, GATEWAY.name)
  await gateway.publishAsync(healthTopic(SCALE.id), JSON.stringify(healthy()), { qos: 1 })
  await gateway.publishAsync(measurementTopic(SCALE.id), JSON.stringify(measured(1, weight('12.50'), AT)), { qos: 1 })
  const body = { lot_type: 'RAW', scale_id: SCALE.id }
  const refused = await plant.post('OPERATOR', '/api/v1/lots', { body })
  expect(await refused.json()).toMatchObject({ code: 'scale_refused' })
})

test('a tare goes to the gateway and back, and stands in the ledger with its outcome', async () => {
  const plant = await startPlant()
  const act = () => plant.post('OPERATOR', `/api/v1/devices/${SCALE.id}/actions`, { body: { action: 'tare' } })
  expect(await (await act()).json()).toMatchObject({ outcome: 'failed', reason: 'gateway_silent' })

  const gateway = await connected(plant.mqtt_port, GATEWAY.name)
  await gateway.subscribeAsync(commandTopic(SCALE.id), { qos: 1 })
  const asked = event(gateway, 'message')
  const answering = act()
  const [topic, payload] = (await asked) as [string, Buffer]
  const command = JSON.parse(payload.toString()) as CommandMessage
  expect([topic, command.action, command.device_id]).toEqual([commandTopic(SCALE.id), 'tare', SCALE.id])
  const answer = {
    v: 1,
    command_id: command.command_id,
    device_id: SCALE.id,
    outcome: 'done',
    reason: 'ok',
    detail: '',
  }
  await gateway.publishAsync(commandAnswerTopic(SCALE.id), JSON.stringify(answer), { qos: 1 })
  expect(await (await answering).json()).toEqual(answer)
  const acted = await eventsOf(plant, 'device.acted')
  expect(acted.map(({ data }) => data.outcome)).toEqual(['done', 'failed'])
})

test('a device that comes and goes is shown at once and written once it settled', async () => {
  const plant = await startPlant()
  const gateway = await connected(plant.mqtt_port, GATEWAY.name)
  await gateway.publishAsync(healthTopic(SCALE.id), JSON.stringify(healthy()), { qos: 1 })
  const state = async () => {
    const response = await plant.ask('VIEWER', `/api/v1/devices/${SCALE.id}`)
    return ((await response.json()) as { state: string }).state
  }
  expect(await state()).toBe('ok')
  await vi.waitFor(async () => expect(await eventsOf(plant, 'device.state_changed')).toHaveLength(1), 5_000)
  plant.pass(3_500)
  expect(await state()).toBe('late')
})

test('what the gateway says of a scale reaches the screens when it says it, also that nothing changed', async () => {
  const plant = await startPlant()
  const gateway = await connected(plant.mqtt_port, GATEWAY.name)
  const stream = (await plant.ask('VIEWER', '/api/v1/stream')).body!.pipeThrough(new TextDecoderStream())
  const say = (ages: number[]) =>
    Promise.all(
      ages.map(last_sample_age_ms =>
        gateway.publishAsync(healthTopic(SCALE.id), JSON.stringify(healthy({ last_sample_age_ms })), { qos: 1 }),
      ),
    )
  const heard: number[] = []
  const began = performance.now()
  await say([10, 20, 30])
  let text = ''
  for await (const chunk of stream) {
    text += chunk
    heard.splice(0, heard.length, ...[...text.matchAll(/"last_sample_age_ms":(\d+)/g)].map(([, age]) => Number(age)))
    if (heard.length >= 3) break
  }
  expect(heard.slice(0, 3)).toEqual([10, 20, 30])
  // Sooner than the tick that looks for silence.
  expect(performance.now() - began).toBeLessThan(900)
})

test('an offset that is changed in the device file stands in the ledger, on the devices and in the next reading', async () => {
  const plant = await startPlant()
  const file = plant.files.FLOWVIZ_DEVICES_FILE!
  const sensor = await connected(plant.mqtt_port, PROBE.identity)
  const say = (temp: string) => sensor.publishAsync(PROBE.transport.topic, `{"temp":${temp}}`, { qos: 1 })
  await say('4.2')
  const calibration = { offset: '-0.30', certificate: 'DKD 20417' }
  const channels = [{ ...PROBE.channels[0], calibration }]
  const write = (devices: unknown[]) => writeFileSync(file, JSON.stringify({ v: 1, site: 'plant-a', devices }))
  write([SCALE, { ...PROBE, channels }])
  await plant.reloadDevices()
  await say('4.3')
  expect((await temperatures(plant)).map(({ value }) => value)).toEqual(['4.2', '4.00'])
  expect(await eventsOf(plant, 'device.changed')).toMatchObject([{ data: { config: { id: PROBE.id, channels } } }])
  const shown = async () => (await plant.ask('VIEWER', `/api/v1/devices/${PROBE.id}`)).json()
  expect(await shown()).toMatchObject({ channels })
  // A file with a mistake leaves all of it as it is.
  write([SCALE, { ...PROBE, channels: [{ ...channels[0], calibration: { slope: '0' } }] }])
  await expect(plant.reloadDevices()).rejects.toMatchObject({ code: 'config_invalid' })
  expect(await shown()).toMatchObject({ channels })
  write([SCALE, { ...PROBE, channels, enabled: false }])
  await plant.reloadDevices()
  expect(await shown()).toMatchObject({ state: 'stopped', reason: 'disabled' })
})

test('what its gateway counts of a device stands at the metrics of the plant', async () => {
  const plant = await startPlant()
  const gateway = await connected(plant.mqtt_port, GATEWAY.name)
  const figures = { configured_interval_ms: 200, rtt_p50_ms: 12, rtt_p95_ms: 30, bus_busy_percent: null }
  await gateway.publishAsync(healthTopic(SCALE.id), JSON.stringify(healthy({ figures })), { qos: 1 })
  const text = await (await plant.ask(null, '/metrics')).text()
  expect(text).toContain('flowviz_device_state{device="scale-1",state="ok"} 1')
  expect(text).toContain('flowviz_device_rtt_seconds{device="scale-1",quantile="0.95"} 0.03')
  expect(text).toContain('flowviz_device_events_count{device="scale-1",kind="samples"} 1')
  expect(text).not.toContain('flowviz_device_rtt_seconds{device="probe-1"')
})

test('the readings of a run are sealed when it stops, and the metrics count them', async () => {
  const plant = await startPlant()
  const sensor = await connected(plant.mqtt_port, PROBE.identity)
  for (const temp of [1, 2, 3]) await sensor.publishAsync(PROBE.transport.topic, `{"temp":${temp}}`, { qos: 1 })
  await sensor.publishAsync(PROBE.transport.topic, 'not json', { qos: 1 })
  const text = await (await plant.ask(null, '/metrics')).text()
  expect(text).toMatch(/^flowviz_readings_accepted_total 3$/m)
  expect(text).toMatch(/^flowviz_quarantined_total 1$/m)
  expect(text).toMatch(/^flowviz_reading_commit_seconds_count 3$/m)
  await plant.stop()
  const again = await startPlant(plant.files)
  const [sealed] = await eventsOf(again, 'reading.sealed')
  expect(sealed?.data).toMatchObject({ from_seq: 1, to_seq: 3, channels: [{ device_id: PROBE.id, count: 3 }] })
})
