import type { Channel } from '@flowviz/contract/device'
import { expect, test } from 'vitest'
import { messageOf, RECEIVED_MS, wordsOf } from '../testing/mqtt-message.ts'
import { zigbee2mqtt } from './zigbee2mqtt.ts'

const AIR: Channel[] = [
  { name: 'temperature', unit: 'Cel' },
  { name: 'humidity', unit: '%' },
  { name: 'contact', unit: '1' },
]
const IEEE = '0x00158d0001a2b3c4'
const named = () => zigbee2mqtt.decoder({ topic: 'zigbee2mqtt/cold room/probe', settings: {}, channels: AIR })
const addressed = () => {
  const decoder = zigbee2mqtt.decoder({ topic: 'zigbee2mqtt', settings: { ieee_address: IEEE }, channels: AIR })
  return (rest: string, payload: string) => decoder.hear(messageOf(`zigbee2mqtt/${rest}`, payload))
}

test('zigbee2mqtt: unknown is no value, and what is not in the message was not told', () => {
  const hear = (payload: string) => wordsOf(named().hear(messageOf('zigbee2mqtt/cold room/probe', payload)))
  expect(hear('{"temperature":4.20,"humidity":55,"battery":90,"linkquality":87}')).toEqual([
    'temperature 4.20 Cel',
    'humidity 55 %',
  ])
  expect(hear('{"temperature":null,"humidity":55}')).toEqual(['temperature no_value', 'humidity 55 %'])
  expect(hear('{"contact":true}')).toEqual(['contact 1 1'])
  expect(hear('{"temperature":true}')).toEqual(['temperature unit_mismatch'])
  expect(hear('{"linkquality":87}')).toBe('nothing')
  for (const broken of ['', '[1]', '4.2', '{"temperature":4,"temperature":5}']) expect(hear(broken)).toBe('noise')
})

test('zigbee2mqtt: last_seen dates a value in either of its forms', () => {
  const at = (last_seen: string) => {
    const heard = named().hear(messageOf('zigbee2mqtt/cold room/probe', `{"temperature":4,"last_seen":${last_seen}}`))
    return heard.kind === 'told' ? heard.told[0]!.at_ms : heard.kind
  }
  expect(at('"2026-11-23T05:00:00.000Z"')).toBe(RECEIVED_MS)
  expect(at('"2026-11-23T06:00:00+01:00"')).toBe(RECEIVED_MS)
  expect(at(String(RECEIVED_MS))).toBe(RECEIVED_MS)
  expect(at('458737')).toBeNull()
  expect(at('"yesterday"')).toBeNull()
  expect(at('null')).toBeNull()
})

test('zigbee2mqtt: a device, or the whole bridge, that is away is told', () => {
  const hear = (topic: string, payload: string) => wordsOf(named().hear(messageOf(`zigbee2mqtt/${topic}`, payload)))
  expect(hear('cold room/probe/availability', '{"state":"offline"}')).toBe('offline')
  expect(hear('cold room/probe/availability', 'online')).toBe('online')
  expect(hear('bridge/state', '{"state":"offline"}')).toBe('offline')
  expect(hear('bridge/state', 'online')).toBe('nothing')
  expect(hear('bridge/state', '{"state":"starting"}')).toBe('noise')
  expect(hear('other/availability', 'offline')).toBe('nothing')
})

test('zigbee2mqtt: a device is known by its address, whatever it is called', () => {
  const hear = addressed()
  expect(wordsOf(hear('cold 1', '{"temperature":4.2}'))).toBe('nothing')
  expect(wordsOf(hear(IEEE, '{"temperature":4.2}'))).toEqual(['temperature 4.2 Cel'])
  const list = (name: string) =>
    `[{"ieee_address":"0x00124b0000000000","friendly_name":"Coordinator"},{"ieee_address":"${IEEE}","friendly_name":"${name}"}]`
  expect(wordsOf(hear('bridge/devices', list('cold 1')))).toBe('nothing')
  expect(wordsOf(hear('cold 1', '{"temperature":4.3}'))).toEqual(['temperature 4.3 Cel'])
  expect(wordsOf(hear('cold 1/availability', '{"state":"offline"}'))).toBe('offline')
  hear('bridge/devices', list('cold 2'))
  expect(wordsOf(hear('cold 1', '{"temperature":4.4}'))).toBe('nothing')
  expect(wordsOf(hear('cold 2', '{"temperature":4.5}'))).toEqual(['temperature 4.5 Cel'])
  // With device information in the message, the address in it decides.
  expect(wordsOf(hear('x', `{"temperature":4.6,"device":{"ieeeAddr":"${IEEE}"}}`))).toEqual(['temperature 4.6 Cel'])
  expect(wordsOf(hear('cold 2', '{"temperature":4.7,"device":{"ieeeAddr":"0x1"}}'))).toBe('nothing')
})
