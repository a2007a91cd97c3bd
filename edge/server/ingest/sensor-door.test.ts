import type { DeviceConfig } from '@flowviz/contract/device'
import { rebirthRequest, writePayload } from '@flowviz/firmware-adapters/payload/sparkplug/write'
import { expect, test } from 'vitest'
import type { NewReading, QuarantineEntry } from '../parts.ts'
import { PROBE } from '../testing/device.ts'
import { heldWriter, startHouse } from '../testing/house.ts'
import { closing, connected, event } from '../testing/mqtt.ts'
import { sensorDoor } from './sensor-door.ts'

const sensor = (driver: string, topic: string, more: Partial<DeviceConfig> = {}): DeviceConfig => ({
  ...PROBE,
  driver,
  transport: { kind: 'mqtt-door', topic },
  channels: [{ name: 'temperature', unit: 'Cel' }],
  ...more,
})
const AIR = { name: 'temperature', unit: 'Cel', path: 'temp' } as const
const NOW = Date.parse('2026-11-23T05:00:00.000Z')

/** What the door makes of messages, in words. */
function doorOf(...devices: DeviceConfig[]) {
  const hear = sensorDoor(() => NOW)
  return (topic: string, payload: string | Uint8Array, more: { retain?: boolean } = {}) => {
    const bytes = typeof payload === 'string' ? new TextEncoder().encode(payload) : payload
    const heard = hear({ topic, payload: bytes, retain: false, dup: false, ...more }, devices)
    heard.settle()
    const readings = heard.readings.flatMap(({ accepted }) => ('reading' in accepted ? [accepted.reading] : []))
    return { ...heard, readings }
  }
}

/** A house whose one sensor is this one; what it commits is let go at once. */
async function house(...devices: DeviceConfig[]) {
  const { writer, commits } = heldWriter()
  const { broker, ingest } = await startHouse({
    ...writer,
    append: async reading => {
      commits.push({ what: reading, go: () => undefined, fail: () => undefined })
      return { seq: commits.length, ...reading }
    },
    quarantine: async entry => {
      commits.push({ what: entry, go: () => undefined, fail: () => undefined })
    },
  })
  broker.configure(devices)
  const client = (options = {}) => connected(broker.port, PROBE.identity, options)
  return { client, broker, ingest, rows: () => commits.map(({ what }) => what) as NewReading[] }
}

test('a sensor at the door is understood by the family of its driver', async () => {
  const { client, rows } = await house(
    sensor('tasmota', 'tele/cold-1', {
      channels: [{ name: 'temperature', unit: 'Cel', path: 'AM2301.Temperature', limits: { high: '5' } }],
      settings: { utc_offset: '+00:00' },
    }),
  )
  const tasmota = await client()
  const say = '{"Time":"2026-11-23T04:59:00","AM2301":{"Temperature":5.10},"TempUnit":"C"}'
  await tasmota.publishAsync('tele/cold-1/SENSOR', say, { qos: 1 })
  expect(rows()).toMatchObject([{ value: '5.10', verdict: 'high', measured_at: '2026-11-23T04:59:00.000Z' }])
})

test('what a sensor publishes beside its values is acknowledged and kept nowhere', async () => {
  const { client, rows, broker } = await house(sensor('tasmota', 'tele/cold-1'))
  const tasmota = await client()
  for (const topic of ['tele/cold-1/INFO1', 'stat/cold-1/RESULT', 'tasmota/discovery/AA/config'])
    await tasmota.publishAsync(topic, '{}', { qos: 1 })
  expect([rows(), broker.counts().refused_topics]).toEqual([[], 0])
  const closed = closing(tasmota)
  tasmota.publish('tele/cold-2/SENSOR', '{}', { qos: 1 })
  await closed
})

test('the last will of a sensor says that it is gone; a will on any other topic is not taken', async () => {
  const { client, rows } = await house(sensor('tasmota', 'tele/cold-1'))
  const will = { topic: 'tele/cold-1/LWT', payload: Buffer.from('Offline'), qos: 1, retain: true } as const
  const tasmota = await client({ will })
  const closed = closing(tasmota)
  tasmota.stream.destroy()
  await closed
  await expect.poll(rows).toMatchObject([{ value: null, quality: 'bad', reason: 'comm_lost' }])
  const forged = { ...will, topic: 'tele/cold-1/SENSOR', payload: Buffer.from('{"temperature":4}') }
  const again = await client({ will: forged })
  const gone = closing(again)
  again.stream.destroy()
  await gone
  await client()
  expect(rows()).toHaveLength(1)
})

test('a bridge speaks for several sensors, each known by its own address', () => {
  const at = (id: string, ieee_address: string) =>
    sensor('zigbee2mqtt', 'zigbee2mqtt', { id, settings: { ieee_address } })
  const hear = doorOf(at('cold-1', '0x0000000000000001'), at('cold-2', '0x0000000000000002'))
  hear('zigbee2mqtt/bridge/devices', '[{"ieee_address":"0x0000000000000002","friendly_name":"dairy"}]')
  const { readings, noise } = hear('zigbee2mqtt/dairy', '{"temperature":4.2}')
  expect(readings.map(({ device_id, value }) => [device_id, value])).toEqual([['cold-2', '4.2']])
  expect(noise).toBeNull()
  expect(hear('zigbee2mqtt/bridge/state', 'offline').readings.map(({ device_id }) => device_id)).toEqual([
    'cold-1',
    'cold-2',
  ])
})

test('a frame that two gateways heard is one reading, and a kept one has its own moment', () => {
  const eui = '24e124136b502217'
  const hear = doorOf(
    sensor('chirpstack', `application/1/device/${eui}`, { settings: { codec: 'milesight', f_port: 85 } }),
  )
  const uplink = (data: string, fCnt: number) =>
    JSON.stringify({ deviceInfo: { devEui: eui }, fCnt, fPort: 85, data: Buffer.from(data, 'hex').toString('base64') })
  const topic = `application/1/device/${eui}/event/up`
  const [first] = hear(topic, uplink('03672800', 1)).readings
  expect(first!.value).toBe('4.0')
  expect(hear(topic, uplink('03672800', 1)).readings).toEqual([])
  const [kept] = hear(topic, uplink('20ce9e74466310015d00', 2)).readings
  expect(kept).toMatchObject({ reason: 'historical', measured_at: '2022-10-12T08:02:38.000Z' })
  expect(kept!.source).not.toBe(first!.source)
})

test('a Sparkplug node at the door is asked for its births, hears it, and is followed', async () => {
  const { client, rows } = await house(
    sensor('sparkplug-b', 'spBv1.0/plant/line-1/probe', {
      channels: [{ name: 'temperature', unit: 'Cel', path: 'T' }],
    }),
  )
  const node = await client()
  const ncmd = 'spBv1.0/plant/NCMD/line-1'
  expect((await node.subscribeAsync(ncmd, { qos: 0 }))[0]?.qos).toBe(0)
  const heard = event(node, 'message')
  const say = (type: string, metrics: Parameters<typeof writePayload>[0]['metrics'], seq: number) =>
    node.publishAsync(`spBv1.0/plant/${type}`, Buffer.from(writePayload({ metrics, seq, timestamp_ms: NOW })), {
      qos: 0,
    })
  await say('DDATA/line-1/probe', [{ alias: 1, value: { float: 99 } }], 9)
  expect((await heard).slice(0, 2)).toEqual([ncmd, Buffer.from(rebirthRequest(NOW))])
  await say('NBIRTH/line-1', [{ name: 'bdSeq', datatype: 8, value: { long: 0n } }], 0)
  await say('DBIRTH/line-1/probe', [{ name: 'T', alias: 1, datatype: 9, value: { float: 4.5 } }], 1)
  await say('DDATA/line-1/probe', [{ alias: 1, value: { float: -18.25 } }], 2)
  await expect.poll(() => rows().map(({ value }) => value)).toEqual(['4.5', '-18.25'])
})

test('what no family understands goes to quarantine, and is acknowledged', async () => {
  const { client, rows } = await house(sensor('shelly-gen2', 'cold/plus-1'))
  const shelly = await client()
  await shelly.publishAsync('cold/plus-1/events/rpc', '{"method":', { qos: 1 })
  expect(rows() as unknown as QuarantineEntry[]).toMatchObject([
    { topic: 'cold/plus-1/events/rpc', cause: expect.stringContaining('JSON') },
  ])
})

test('a sensor at the door is held to what can be, corrected by its calibration, and nothing it says is dropped', () => {
  const limits = { hard_low: '-40', hard_high: '85', warn_high: '30', rate: { by: '5.0', within_s: 60 } }
  const calibration = { offset: '-0.5' }
  const say = doorOf(sensor('plain-json', 'cold/1', { channels: [{ ...AIR, limits, calibration }] }))
  const said = ['4.5', '14.5', '31.5', '127'].map(temp => say('cold/1', `{"temp":${temp}}`).readings[0]!)
  expect(said.map(({ value, reason }) => `${value} ${reason}`)).toEqual([
    '4.0 ok',
    '14.0 rate_of_change',
    '31.0 range_warning',
    'null out_of_physical_range',
  ])
  expect(Buffer.from(said[3]!.raw!, 'hex').toString()).toBe('127 Cel')
})
