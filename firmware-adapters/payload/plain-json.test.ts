import type { Channel } from '@flowviz/contract/device'
import { Measurement } from '@flowviz/contract/measurement'
import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { decodePlainJson } from './plain-json.ts'

const AIR: Channel[] = [
  { name: 'temperature', unit: 'Cel', path: 'climate.temp' },
  { name: 'humidity', unit: '%' },
]
const bytes = (text: string) => new TextEncoder().encode(text)

/** Values and reasons of the channels. */
function read(text: string, channels = AIR) {
  const decoded = decodePlainJson(bytes(text), channels)
  if (!decoded.ok) return decoded.cause
  return decoded.measurements.map(({ value, reason }) => value ?? reason)
}

test('numbers keep the digits that the sensor sent', () => {
  expect(read('{"climate":{"temp":4.20},"humidity":55}')).toEqual(['4.20', '55'])
  expect(read('{"climate":{"temp":-18.0},"humidity":"55.50"}')).toEqual(['-18.0', '55.50'])
  expect(read('21.50', [{ name: 'temperature', unit: 'Cel', path: '$' }])).toEqual(['21.50'])
})

test('exponents are written out and the noise of floats is rounded at the ninth place', () => {
  expect(read('{"climate":{"temp":2.15e1},"humidity":5E-3}')).toEqual(['21.5', '0.005'])
  expect(read('{"climate":{"temp":21.399999618530273},"humidity":99.9999999996}')).toEqual([
    '21.399999619',
    '100.000000000',
  ])
  expect(read('{"climate":{"temp":1e15},"humidity":1e-80}')).toEqual(['out_of_physical_range', '0'])
})

test('a channel without a value is bad and the others are not affected', () => {
  expect(read('{"climate":{"temp":null},"humidity":55}')).toEqual(['no_value', '55'])
  expect(read('{"humidity":55}')).toEqual(['no_value', '55'])
  expect(read('{"climate":7,"humidity":55}')).toEqual(['no_value', '55'])
  expect(read('{"climate":{"temp":NaN},"humidity":55}')).toEqual(['sensor_fault', '55'])
  expect(read('{"climate":{"temp":-Infinity},"humidity":"NaN"}')).toEqual(['sensor_fault', 'sensor_fault'])
  for (const text of ['"warm"', '"12.3C"', '" 4"', '"1e5"', 'true', '[4]', '{}'])
    expect(read(`{"climate":{"temp":${text}},"humidity":55}`), text).toEqual(['no_value', '55'])
})

test('what is no such payload is refused with a cause', () => {
  for (const text of ['', 'warm', '{"temp":4', '[]', 'true', '\u0000']) expect(typeof read(text), text).toBe('string')
  expect(decodePlainJson(Uint8Array.of(0xff, 0xfe), AIR).ok).toBe(false)
  expect(decodePlainJson(new Uint8Array(65_537).fill(0x20), AIR).ok).toBe(false)
  expect(read(`{"humidity":55,"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`)).toBe('not JSON in UTF-8')
})

test('keys that every object inherits are no values', () => {
  expect(read('{}', [{ name: 'a', unit: '1', path: 'constructor.length' }])).toEqual(['no_value'])
  expect(read('{"__proto__":{"x":4}}', [{ name: 'a', unit: '1', path: 'x' }])).toEqual(['no_value'])
})

test('a weight keeps its payload as evidence, and its stability is unknown', () => {
  const decoded = decodePlainJson(bytes('{"w":12.340}'), [{ name: 'weight', unit: 'kg', path: 'w' }])
  expect(decoded).toEqual({
    ok: true,
    measurements: [
      {
        channel: 'weight',
        value: '12.340',
        unit: 'kg',
        quality: 'good',
        reason: 'ok',
        weight: { stable: null, basis: 'unknown' },
        raw: Buffer.from('{"w":12.340}').toString('hex'),
      },
    ],
  })
})

test('whatever arrives, nothing is thrown and every measurement is valid', () => {
  const validator = Compile(Measurement)
  const channels: Channel[] = [...AIR, { name: 'weight', unit: 'kg', path: '$' }]
  const check = (payload: Uint8Array) => {
    const decoded = decodePlainJson(payload, channels)
    if (!decoded.ok) return
    expect(decoded.measurements).toHaveLength(3)
    for (const measurement of decoded.measurements) {
      expect(validator.Check(measurement)).toBe(true)
      expect(measurement.value === null).toBe(measurement.quality === 'bad')
    }
  }
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), check), { numRuns: 500 })
  const number = fc.oneof(fc.double(), fc.integer(), fc.constant(null), fc.string())
  const value = fc.record({ climate: fc.oneof(fc.record({ temp: number }), number), humidity: number })
  fc.assert(
    fc.property(fc.oneof(value, fc.jsonValue()), json => check(bytes(JSON.stringify(json)))),
    { numRuns: 1_000 },
  )
})
