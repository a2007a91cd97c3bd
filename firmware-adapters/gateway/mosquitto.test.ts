import { connectAsync, type MqttClient } from 'mqtt'
import { expect, onTestFinished, test } from 'vitest'
import { writePayload } from '../payload/sparkplug/write.ts'
import { type Mosquitto, mosquittoWanted, startMosquitto } from '../testing/mosquitto.ts'
import { scaleConfig, startPlant } from '../testing/plant.ts'

async function publisher({ url }: Mosquitto, clientId = 'sensor'): Promise<MqttClient> {
  const client = await connectAsync(url, { protocolVersion: 4, clientId, reconnectPeriod: 100 })
  client.on('error', () => undefined)
  onTestFinished(() => client.endAsync(true))
  return client
}

/** A device at the foreign broker, read by the bridge. */
function deviceAt({ url }: Mosquitto, [driver, topic]: [string, string], more: Record<string, unknown> = {}) {
  const { poll_ms: _, ...config } = scaleConfig('room-1', '', {
    driver,
    transport: { kind: 'mqtt', url, topic },
    settings: {},
    channels: [{ name: 'temperature', unit: 'Cel' }],
    ...more,
  })
  return config
}

test.skipIf(!mosquittoWanted)(
  'the bridge reads a real Mosquitto; it is killed in between, and nothing that it had accepted is lost',
  async () => {
    const broker = await startMosquitto()
    const plant = await startPlant({ pretended: [], devices: [deviceAt(broker, ['mqtt-json', 'room/1'])] })
    await plant.until('the bridge is connected', () => plant.health('room-1')?.state === 'not_monitored')
    const sensor = await publisher(broker)
    const said: string[] = []
    // A number of its own for each: QoS 1, and accepted once its PUBACK is here.
    const say = async (value: string) => {
      await sensor.publishAsync('room/1', `{"temperature":${value}}`, { qos: 1 })
      said.push(value)
    }
    const values = () => new Set(plant.of('room-1').map(({ measurement }) => measurement.value))
    const arrived = () => said.every(value => values().has(value))
    for (let at = 1; at <= 50; at += 1) await say(`1.${String(at).padStart(3, '0')}`)
    await plant.until('all fifty are here', arrived)
    await broker.kill()
    await plant.until('that it is gone is told', () => values().has(null))
    await broker.start()
    for (let at = 1; at <= 50; at += 1) await say(`2.${String(at).padStart(3, '0')}`)
    await plant.until('the bridge came back for the other fifty', arrived, 12_000)
    expect(said).toHaveLength(100)
  },
  30_000,
)

test.skipIf(!mosquittoWanted)(
  'what Mosquitto kept while the gateway was away comes once, and in its order',
  async () => {
    const broker = await startMosquitto()
    const device = deviceAt(broker, ['mqtt-json', 'room/1'])
    const plant = await startPlant({ pretended: [], devices: [device] })
    await plant.until('the bridge is connected', () => plant.health('room-1')?.state === 'not_monitored')
    const sensor = await publisher(broker)
    await sensor.publishAsync('room/1', '{"temperature":1}', { qos: 1 })
    await plant.until('the first is here', () => plant.of('room-1').length === 1)
    await plant.gateway.apply({ v: 1, site: 'plant-1', devices: [] })
    for (const value of [2, 3, 4]) await sensor.publishAsync('room/1', `{"temperature":${value}}`, { qos: 1 })
    await plant.gateway.apply({ v: 1, site: 'plant-1', devices: [device] })
    await plant.until('the others are here', () => plant.of('room-1').length === 4)
    expect(plant.of('room-1').map(({ measurement }) => measurement.value)).toEqual(['1', '2', '3', '4'])
  },
)

test.skipIf(!mosquittoWanted)(
  'what Mosquitto remembers is not fresh: without a time it is none, with one it has that',
  async () => {
    const broker = await startMosquitto()
    const sensor = await publisher(broker)
    const seen = new Date(Date.now() - 3_600_000).toISOString()
    await sensor.publishAsync('zigbee2mqtt/cold', `{"temperature":9,"last_seen":"${seen}"}`, { qos: 1, retain: true })
    await sensor.publishAsync('zigbee2mqtt/warm', '{"temperature":99}', { qos: 1, retain: true })
    const plant = await startPlant({
      pretended: [],
      devices: [
        deviceAt(broker, ['zigbee2mqtt', 'zigbee2mqtt/cold']),
        { ...deviceAt(broker, ['zigbee2mqtt', 'zigbee2mqtt/warm']), id: 'room-2' },
      ],
    })
    await plant.until('the remembered one is here', () => plant.of('room-1').length === 1)
    expect(plant.of('room-1')).toMatchObject([{ measured_at: seen, measurement: { value: '9', reason: 'retained' } }])
    expect(plant.health('room-1')?.last_sample_age_ms ?? null).toBeNull()
    await sensor.publishAsync('zigbee2mqtt/warm', '{"temperature":4}', { qos: 1 })
    await sensor.publishAsync('zigbee2mqtt/warm/availability', '{"state":"offline"}', { qos: 1, retain: true })
    await plant.until('the device is gone', () => plant.of('room-2').length === 2)
    expect(plant.of('room-2').map(({ measurement }) => measurement.value ?? measurement.reason)).toEqual([
      '4',
      'comm_lost',
    ])
  },
)

test.skipIf(!mosquittoWanted)(
  'the Sparkplug host says that it is there, asks for the births that it missed, and goes',
  async () => {
    const broker = await startMosquitto()
    const node = await publisher(broker, 'node')
    const heard: string[] = []
    let asked = 0
    node.on('message', (topic, payload) => {
      if (topic.startsWith('spBv1.0/STATE/')) heard.push(String(JSON.parse(String(payload)).online))
      else asked += 1
    })
    await node.subscribeAsync(['spBv1.0/STATE/flowviz', 'spBv1.0/plant/NCMD/line-1'], { qos: 1 })
    const device = deviceAt(broker, ['sparkplug-b', 'spBv1.0/plant/line-1/probe'], {
      settings: { host_id: 'flowviz' },
      channels: [{ name: 'temperature', unit: 'Cel', path: 'Temp' }],
    })
    const plant = await startPlant({ pretended: [], devices: [device] })
    await expect.poll(() => heard, { timeout: 8_000 }).toEqual(['true'])
    const say = (type: string, metrics: Parameters<typeof writePayload>[0]['metrics'], seq: number) =>
      node.publishAsync(
        `spBv1.0/plant/${type}`,
        Buffer.from(writePayload({ timestamp_ms: Date.now(), metrics, seq })),
        { qos: 0 },
      )
    await say('DDATA/line-1/probe', [{ alias: 1, value: { float: 99 } }], 7)
    await expect.poll(() => asked, { timeout: 8_000 }).toBe(1)
    await say('NBIRTH/line-1', [{ name: 'bdSeq', datatype: 8, value: { long: 0n } }], 0)
    await say('DBIRTH/line-1/probe', [{ name: 'Temp', alias: 1, datatype: 9, value: { float: 4.5 } }], 1)
    await say('DDATA/line-1/probe', [{ alias: 1, value: { float: -18.25 } }], 2)
    await plant.until('both values are here', () => plant.of('room-1').length === 2)
    expect(plant.of('room-1').map(({ measurement }) => measurement.value)).toEqual(['4.5', '-18.25'])
    await plant.gateway.apply({ v: 1, site: 'plant-1', devices: [] })
    await expect.poll(() => heard, { timeout: 8_000 }).toEqual(['true', 'false'])
  },
)
