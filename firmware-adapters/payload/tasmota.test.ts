import type { Channel } from '@flowviz/contract/device'
import { expect, test } from 'vitest'
import { messageOf, RECEIVED_MS, wordsOf } from '../testing/mqtt-message.ts'
import { decodeTasmota, type TasmotaSettings, tasmota } from './tasmota.ts'

const AIR: Channel[] = [
  { name: 'air', unit: 'Cel', path: 'AM2301.Temperature' },
  { name: 'humidity', unit: '%', path: 'AM2301.Humidity' },
]
const SENSOR =
  '{"Time":"2026-11-23T05:00:03","AM2301":{"Temperature":22.60,"Humidity":32.4},"DS18B20":{"Id":"3C01B607F2C8","Temperature":-18.2},"TempUnit":"C"}'

const on = (topic: string, payload: string, channels = AIR) =>
  decodeTasmota(messageOf(topic, payload), { topic: 'tele/cold-1', settings: {}, channels })
const hear = (payload: string, channels = AIR, settings: TasmotaSettings = {}) =>
  decodeTasmota(messageOf('tele/cold-1/SENSOR', payload), { topic: 'tele/cold-1', settings, channels })

test('tasmota: a sensor message gives each quantity with the digits and the unit that were sent', () => {
  expect(wordsOf(hear(SENSOR))).toEqual(['air 22.60 Cel', 'humidity 32.4 %'])
})

test('tasmota: a probe is found by its id, whatever number it has on the wire at the moment', () => {
  const probe: Channel[] = [{ name: 'core', unit: 'Cel', path: '3C01B607F2C8.Temperature' }]
  expect(wordsOf(hear(SENSOR, probe))).toEqual(['core -18.2 Cel'])
  const renumbered = SENSOR.replace('"DS18B20"', '"DS18B20-2"')
  expect(wordsOf(hear(renumbered, probe))).toEqual(['core -18.2 Cel'])
  expect(wordsOf(hear(SENSOR.replace('3C01B607F2C8', '3C01B607F2C9'), probe))).toEqual(['core no_value'])
})

test('tasmota: a sensor that gives nothing is bad, and the others are not affected', () => {
  expect(wordsOf(hear('{"AM2301":{"Temperature":null,"Humidity":32.4},"TempUnit":"C"}'))).toEqual([
    'air no_value',
    'humidity 32.4 %',
  ])
  expect(wordsOf(hear('{"Time":"2026-11-23T05:00:03","TempUnit":"C"}'))).toEqual(['air no_value', 'humidity no_value'])
})

test('tasmota: Fahrenheit is never taken for Celsius', () => {
  expect(wordsOf(hear(SENSOR.replace('"C"', '"F"')))).toEqual(['air unit_mismatch', 'humidity 32.4 %'])
  const warm: Channel[] = [{ name: 'air', unit: '[degF]', path: 'AM2301.Temperature' }]
  expect(wordsOf(hear(SENSOR.replace('"C"', '"F"'), warm))).toEqual(['air 22.60 [degF]'])
})

test('tasmota: its time has no zone, so it dates a value only when the zone is configured', () => {
  const at = (settings: TasmotaSettings, payload = SENSOR) => {
    const heard = hear(payload, AIR, settings)
    return heard.kind === 'told' ? heard.told[0]!.at_ms : heard.kind
  }
  expect(at({})).toBeNull()
  expect(at({ utc_offset: '+01:00' })).toBe(RECEIVED_MS + 3_000 - 3_600_000)
  expect(at({ utc_offset: '-05:30' })).toBe(RECEIVED_MS + 3_000 + 5.5 * 3_600_000)
  expect(at({}, SENSOR.replace('05:00:03', '05:00:03+01:00'))).toBe(RECEIVED_MS + 3_000 - 3_600_000)
  expect(at({ utc_offset: '+01:00' }, SENSOR.replace('2026-11-23T', '2026-13-23T'))).toBeNull()
})

test('tasmota: its last will says whether it is there, and the state message is for those who ask', () => {
  const say = (...given: Parameters<typeof on>) => wordsOf(on(...given))
  expect(say('tele/cold-1/LWT', 'Offline')).toBe('offline')
  expect(say('tele/cold-1/LWT', 'Online')).toBe('online')
  expect(say('tele/cold-1/LWT', 'on')).toBe('noise')
  const state = '{"Time":"2026-11-23T05:00:03","Uptime":"1T00:00:00","Wifi":{"RSSI":72}}'
  expect(say('tele/cold-1/STATE', state)).toBe('nothing')
  expect(say('tele/cold-1/STATE', state, [{ name: 'wifi', unit: '%', path: 'STATE.Wifi.RSSI' }])).toEqual(['wifi 72 %'])
  expect(say('tele/cold-2/SENSOR', SENSOR)).toBe('nothing')
  expect(say('tele/cold-1/SENSOR', '{"AM2301"')).toBe('noise')
})

test('tasmota: a path without a quantity is told before the plant starts', () => {
  const subject = { topic: 'tele/cold-1', settings: {}, channels: [{ name: 'air', unit: 'Cel' as const }] }
  expect(tasmota.problems(subject)).toMatchObject([{ path: '/channels/0/path' }])
  expect(tasmota.filters(subject)).toEqual(['tele/cold-1/SENSOR', 'tele/cold-1/STATE', 'tele/cold-1/LWT'])
})
