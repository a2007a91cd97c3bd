import type { Channel } from '@flowviz/contract/device'
import { expect, test } from 'vitest'
import { messageOf, wordsOf } from '../testing/mqtt-message.ts'
import { decodeShellyGen1, shellyGen1 } from './shelly-gen1.ts'
import { decodeShellyGen2 } from './shelly-gen2.ts'

const FIRST: Channel[] = [
  { name: 'air', unit: 'Cel', path: 'sensor/temperature' },
  { name: 'humidity', unit: '%', path: 'sensor/humidity' },
]
const first = (rest: string, payload: string, sleeps = false) =>
  wordsOf(
    decodeShellyGen1(messageOf(`shellies/ht-1/${rest}`, payload), {
      topic: 'shellies/ht-1',
      settings: { sleeps },
      channels: FIRST,
    }),
  )

test('shelly, first generation: each topic is one bare number', () => {
  expect(first('sensor/temperature', '4.20')).toEqual(['air 4.20 Cel'])
  expect(first('sensor/humidity', '55')).toEqual(['humidity 55 %'])
  expect(first('sensor/battery', '90')).toBe('nothing')
  expect(first('sensor/temperature', 'null')).toEqual(['air no_value'])
  expect(first('sensor/temperature', '4,2')).toBe('noise')
  expect(first('sensor/temperature', '{"tC":4}')).toBe('noise')
  expect(first('sensor/temperature', '')).toBe('noise')
})

test('shelly, first generation: 999 degrees is a probe that is not there', () => {
  expect(first('sensor/temperature', '999')).toEqual(['air sensor_fault'])
  expect(first('sensor/temperature', '999.00')).toEqual(['air sensor_fault'])
  expect(first('sensor/humidity', '99.9')).toEqual(['humidity 99.9 %'])
})

test('shelly: the will says that it is gone, unless it only sleeps', () => {
  expect(first('online', 'false')).toBe('offline')
  expect(first('online', 'true')).toBe('online')
  expect(first('online', 'false', true)).toBe('nothing')
  expect(first('online', 'no')).toBe('noise')
  const subject = { topic: 'shellies/ht-1', settings: { sleeps: false }, channels: FIRST }
  expect(shellyGen1.filters(subject)).toContain('shellies/ht-1/sensor/temperature')
})

const SECOND: Channel[] = [
  { name: 'air', unit: 'Cel', path: 'temperature:0.tC' },
  { name: 'humidity', unit: '%', path: 'humidity:0.rh' },
  { name: 'battery', unit: '%', path: 'devicepower:0.battery.percent' },
  { name: 'door', unit: '1', path: 'input:0.state' },
]
const second = (payload: string, rest = 'events/rpc') =>
  decodeShellyGen2(messageOf(`cold/plus-1/${rest}`, payload), {
    topic: 'cold/plus-1',
    settings: { sleeps: false },
    channels: SECOND,
  })
const notify = (params: string, method = 'NotifyStatus') =>
  `{"src":"shellyplusht-1","dst":"cold/plus-1/events","method":"${method}","params":${params}}`

test('shelly, second generation: a delta tells what it carries and nothing else', () => {
  expect(wordsOf(second(notify('{"ts":1763874000.5,"temperature:0":{"id":0,"tC":4.20,"tF":39.6}}')))).toEqual([
    'air 4.20 Cel',
  ])
  const full =
    '{"ts":1763874000.5,"temperature:0":{"id":0,"tC":4.2,"tF":39.6},"humidity:0":{"id":0,"rh":55.1},"devicepower:0":{"id":0,"battery":{"V":5.1,"percent":90}},"input:0":{"id":0,"state":true}}'
  expect(wordsOf(second(notify(full, 'NotifyFullStatus')))).toEqual([
    'air 4.2 Cel',
    'humidity 55.1 %',
    'battery 90 %',
    'door 1 1',
  ])
  expect(wordsOf(second(notify('{"ts":1,"events":[]}', 'NotifyEvent')))).toBe('nothing')
  expect(wordsOf(second('{"id":0.5,"rh":55.1}', 'status/humidity:0'))).toEqual(['humidity 55.1 %'])
})

test('shelly, second generation: the time is that of the device, once its clock was set', () => {
  const at = (ts: string) => {
    const heard = second(notify(`{${ts}"temperature:0":{"tC":4}}`))
    return heard.kind === 'told' ? heard.told[0]!.at_ms : heard.kind
  }
  expect(at('"ts":1763874000.5,')).toBe(1_763_874_000_500)
  expect(at('"ts":0,')).toBeNull()
  expect(at('"ts":null,')).toBeNull()
  expect(at('')).toBeNull()
})

test('shelly, second generation: a sensor that could not be read has no value', () => {
  expect(wordsOf(second(notify('{"temperature:0":{"id":0,"tC":null,"tF":null}}')))).toEqual(['air no_value'])
  expect(wordsOf(second(notify('{"temperature:0":{"id":0,"tC":4.2,"errors":["out_of_range"]}}')))).toEqual([
    'air sensor_fault',
  ])
  expect(wordsOf(second(notify('{"temperature:0":{"id":0,"errors":["read"]}}')))).toEqual(['air sensor_fault'])
  for (const broken of ['{', '[]', '{"method":4}', notify('[]').replace('[]', '7')])
    expect(wordsOf(second(broken)), broken).toBe('noise')
})
