import type { Channel } from '@flowviz/contract/device'
import { expect, test } from 'vitest'
import { messageOf, RECEIVED_MS, wordsOf } from '../testing/mqtt-message.ts'
import { type ChirpstackSettings, chirpstack } from './chirpstack.ts'
import { decodeMilesightUplink } from './milesight.ts'

const EUI = '24e124136b502217'
const AIR: Channel[] = [
  { name: 'temperature', unit: 'Cel' },
  { name: 'humidity', unit: '%' },
  { name: 'battery', unit: '%' },
  { name: 'cell', unit: '%', path: 'status.battery' },
]
const TOPIC = `application/1/device/${EUI}`
const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64')
const decoder = (settings: Partial<ChirpstackSettings> = {}) =>
  chirpstack.decoder({ topic: TOPIC, settings: { codec: 'object', f_port: 85, ...settings }, channels: AIR })
const hear = (uplink: object, settings: Partial<ChirpstackSettings> = {}, event = 'up') =>
  decoder(settings).hear(messageOf(`${TOPIC}/event/${event}`, JSON.stringify(uplink)))

const V4 = {
  deduplicationId: 'a-b-c',
  time: '2026-11-23T05:00:00.123456789+00:00',
  deviceInfo: { tenantId: 't', applicationId: '1', deviceName: 'cold 1', devEui: EUI, tags: {} },
  devAddr: '01020304',
  fCnt: 7,
  fPort: 85,
  data: base64('01755c03673401046865'),
  object: { temperature: 30.8, humidity: null },
  rxInfo: [{ gatewayId: 'g', rssi: -90, snr: 7 }],
}
const { deviceInfo: _, ...REST } = V4
const V3 = { ...REST, devEUI: base64(EUI), objectJSON: '{"temperature":30.80}', object: undefined, time: undefined }

test('chirpstack: version 4 gives what its codec made, and when it was received', () => {
  const heard = hear(V4)
  expect(wordsOf(heard)).toEqual(['temperature 30.8 Cel', 'humidity no_value'])
  expect(heard).toMatchObject({ told: [{ at_ms: RECEIVED_MS + 123 }, {}] })
})

test('chirpstack: version 3 writes the EUI in base64 and its object as text', () => {
  expect(wordsOf(hear(V3))).toEqual(['temperature 30.80 Cel'])
  expect(hear({ ...V3, rxInfo: [{ time: null }, { time: '2026-11-23T05:00:00Z' }] })).toMatchObject({
    told: [{ at_ms: RECEIVED_MS }],
  })
  expect(wordsOf(hear({ ...V3, devEUI: EUI.toUpperCase() }))).toEqual(['temperature 30.80 Cel'])
  expect(wordsOf(hear({ ...V3, objectJSON: '' }))).toBe('nothing')
  expect(wordsOf(hear({ ...V3, objectJSON: '{' }))).toBe('noise')
})

test('chirpstack: a frame without a codec at the server is decoded here, history included', () => {
  const codec = { codec: 'milesight' } as const
  expect(wordsOf(hear(V4, codec))).toEqual(['battery 92 %', 'temperature 30.8 Cel', 'humidity 50.5 %'])
  const kept = hear({ ...V4, data: base64('20ce9e74466310015d00') }, codec)
  expect(wordsOf(kept)).toEqual(['temperature 27.2 Cel historical', 'humidity 46.5 % historical'])
  expect(kept).toMatchObject({ told: [{ at_ms: 1_665_561_758_000 }, { at_ms: 1_665_561_758_000 }] })
  expect(wordsOf(hear({ ...V4, fPort: 1 }, codec))).toBe('nothing')
  expect(wordsOf(hear({ ...V4, data: base64('9999') }, codec))).toBe('noise')
})

test('chirpstack: a frame has one name, however many gateways and however many times it comes; a join begins anew', () => {
  const one = decoder()
  const say = (event: string, uplink: object) =>
    one.hear(messageOf(`${TOPIC}/event/${event}`, JSON.stringify(uplink))) as { key?: string }
  const first = say('up', V4).key
  expect(say('up', { ...V4, deduplicationId: 'x', rxInfo: [] }).key).toBe(first)
  expect(say('up', { ...V4, fCnt: 8 }).key).not.toBe(first)
  say('join', { devEUI: EUI })
  expect(say('up', V4).key).not.toBe(first)
})

test('chirpstack: an uplink of another device, or one that is none, tells nothing', () => {
  for (const change of [
    { deviceInfo: { devEui: '24e124136b502218' } },
    { deviceInfo: {} },
    { data: '***' },
    { fCnt: '7' },
    { fCnt: -1 },
    { fPort: 1.5 },
    { object: [1] },
  ])
    expect(wordsOf(hear({ ...V4, ...change })), JSON.stringify(change)).toBe('noise')
})

test('chirpstack: the battery of the status is unknown on mains power', () => {
  const status = { deviceInfo: { devEui: EUI }, time: V4.time, margin: 7, batteryLevel: 87.5 }
  expect(wordsOf(hear(status, {}, 'status'))).toEqual(['cell 87.5 %'])
  expect(wordsOf(hear({ ...status, batteryLevel: 0, externalPowerSource: true }, {}, 'status'))).toEqual([
    'cell no_value',
  ])
  expect(wordsOf(hear({ ...status, batteryLevel: 0, batteryLevelUnavailable: true }, {}, 'status'))).toEqual([
    'cell no_value',
  ])
})

test('milesight: its gateway publishes all of its sensors on one topic', () => {
  const settings = { dev_eui: EUI, codec: 'milesight', f_port: 85 } as const
  const say = (change: object) =>
    decodeMilesightUplink(
      messageOf(
        'lora',
        JSON.stringify({
          applicationID: 1,
          data: 'A2fqAARoTwUAAA==',
          devEUI: EUI,
          deviceName: 'cold 1',
          fCnt: 7,
          fPort: 85,
          time: '2026-11-23T05:00:00Z',
          ...change,
        }),
      ),
      { topic: 'lora', settings, channels: AIR },
    )
  expect(wordsOf(say({}))).toEqual(['temperature 23.4 Cel', 'humidity 39.5 %'])
  expect(wordsOf(say({ devEUI: '24e124136b502218' }))).toBe('nothing')
  expect(wordsOf(say({ devEUI: 'cold' }))).toBe('noise')
})
