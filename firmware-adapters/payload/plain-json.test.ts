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

test('what sensors print is a value with its digits, or bad with a reason, or no payload', () => {
  const A: Channel[] = [{ name: 'a', unit: '1', path: 'a.0.b' }]
  const cases: [string, string][] = [
    ['1e2', '100'],
    ['1E+2', '100'],
    ['1.50e1', '15.0'],
    ['-4.2E-1', '-0.42'],
    ['-0', '-0'],
    ['-0.0', '-0.0'],
    ['0.1000', '0.1000'],
    ['999999999999.999999999', '999999999999.999999999'],
    ['1000000000000', 'out_of_physical_range'],
    ['1e400', 'out_of_physical_range'],
    ['123456789012345678901234567890', 'out_of_physical_range'],
    ['nan', 'sensor_fault'],
    ['-inf', 'sensor_fault'],
    ['Infinity', 'sensor_fault'],
    ['"NaN"', 'sensor_fault'],
    ['"4.2 kg"', 'no_value'],
    ['true', 'no_value'],
    ['[5]', 'no_value'],
    ['""', 'no_value'],
  ]
  for (const [text, meant] of cases) expect(read(`{"a":[{"b":${text}}]}`, A), text).toEqual([meant])
  for (const text of ['01', '+5', '.5', '5.', '0x10', '1_000', '1,5', "'5'", 'None', 'NaN5'])
    expect(typeof read(`{"a":[{"b":${text}}]}`, A), text).toBe('string')
  expect(read('\uFEFF{"a":[{"b":5}]}', A)).toEqual(['5'])
  expect(read('{"a":[{"b":5}]}', [{ name: 'a', unit: '1', path: 'a.0.b.text' }])).toEqual(['no_value'])
})

test('an object with a key twice is no payload, whichever way the key is written', () => {
  const A: Channel[] = [{ name: 'a', unit: '1' }]
  for (const text of ['{"a":1,"a":2}', '{"a":1,"\\u0061":2}', '{"x":[{"b":1,"b":1}],"a":1}'])
    expect(read(text, A), text).toMatch(/twice/)
  expect(read('{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}', A)).toEqual(['1'])
  expect(read('{"x":"a\\":1,","a":1}', A)).toEqual(['1'])
})

test('a payload made to be slow costs no more than its length', () => {
  const began = performance.now()
  for (const text of [
    `"${'\\"'.repeat(32_000)}`,
    `{"a":${'"'.repeat(60_001)}`,
    `${'{"a":'.repeat(13_000)}`,
    'a '.repeat(32_000),
  ])
    expect(typeof read(text), text.slice(0, 20)).toBe('string')
  expect(performance.now() - began).toBeLessThan(500)
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
