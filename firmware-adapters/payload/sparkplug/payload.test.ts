import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOfHex, vectors } from '../../testing/vector.ts'
import { saidBy, signedOf } from './datatype.ts'
import { type Metric, readPayload } from './payload.ts'
import { writePayload } from './write.ts'

const metric = (more: Partial<Metric>): Metric => ({
  name: 'T',
  alias: null,
  timestamp: null,
  datatype: null,
  historical: false,
  null: false,
  value: null,
  quality: null,
  unit: null,
  ...more,
})
const KEY_OF = {
  int: 'int',
  long: 'long',
  float: 'float',
  double: 'double',
  boolean: 'bool',
  string: 'string',
} as const

/** A metric in the words of the vectors. */
function plain({ name, alias, timestamp, datatype, historical, value, ...rest }: Metric): Record<string, unknown> {
  const written =
    value === null || value.as === 'other'
      ? {}
      : { [KEY_OF[value.as]]: typeof value.value === 'bigint' ? Number(value.value) : value.value }
  return {
    ...(name === null ? {} : { name }),
    ...(alias === null ? {} : { alias: Number(alias) }),
    ...(timestamp === null ? {} : { timestamp: Number(timestamp) }),
    ...(datatype === null ? {} : { datatype }),
    ...(historical ? { is_historical: true } : {}),
    ...(rest.null ? { is_null: true } : {}),
    ...written,
  }
}

test('sparkplug: the vectors of another encoder mean the same here', () => {
  for (const { id, hex, expect: meant } of vectors('sparkplug')) {
    const payload = readPayload(bytesOfHex(hex))!
    const { metrics, timestamp, seq } = meant as { metrics: Record<string, unknown>[]; timestamp: number; seq?: number }
    expect(Number(payload.timestamp), id).toBe(timestamp)
    expect(payload.seq === null ? undefined : Number(payload.seq), id).toBe(seq)
    expect(payload.metrics.map(plain), id).toEqual(metrics.map(({ signed: _, ...rest }) => rest))
    for (const [at, { signed }] of metrics.entries())
      if (signed !== undefined) expect(saidBy(payload.metrics[at]!, 3).value, id).toBe(String(signed))
  }
})

test('sparkplug: integers are read by their datatype, extended or not', () => {
  const read = (datatype: number, value: bigint) => saidBy(metric({ value: { as: 'int', value } }), datatype)
  expect(read(1, 0xfbn).value).toBe('-5')
  expect(read(1, 0xffff_fffbn).value).toBe('-5')
  expect(read(2, 0xffff_ffff_ffff_fffbn).value).toBe('-5')
  expect(read(3, 0xffff_fffbn).value).toBe('-5')
  expect(read(4, 0xffff_ffff_ffff_fffbn).value).toBe('-5')
  expect(read(5, 200n).value).toBe('200')
  expect(read(7, 0xffff_fffbn).value).toBe('4294967291')
  // Neither eight bits nor their extension.
  expect(read(1, 0x1_00n)).toEqual({ value: null, reason: 'sensor_fault' })
  expect(read(5, 256n)).toEqual({ value: null, reason: 'sensor_fault' })
  expect(signedOf(0xffff_ff7fn, 8)).toBeNull()
})

test('sparkplug: a float is the shortest text that it is, and what is no number is a fault', () => {
  const float = (value: number) => saidBy(metric({ value: { as: 'float', value: Math.fround(value) } }), 9)
  expect(float(4.2).value).toBe('4.2')
  expect(float(-18.25).value).toBe('-18.25')
  expect(float(1e-7).value).toBe('0.0000001')
  expect(float(Number.NaN).reason).toBe('sensor_fault')
  expect(float(Number.POSITIVE_INFINITY).reason).toBe('sensor_fault')
  expect(saidBy(metric({ value: { as: 'double', value: 1e300 } }), 10).reason).toBe('out_of_physical_range')
  expect(saidBy(metric({ value: { as: 'boolean', value: true } }), 11).value).toBe('1')
  expect(saidBy(metric({ value: { as: 'string', value: '4.20' } }), 12).value).toBe('4.20')
})

test('sparkplug: null, a bad quality and a value of another kind than its datatype are no value', () => {
  const int = { as: 'int', value: 4n } as const
  expect(saidBy(metric({ null: true, value: int }), 3).reason).toBe('no_value')
  expect(saidBy(metric({}), 3).reason).toBe('no_value')
  expect(saidBy(metric({ value: int, quality: 192n }), 3).value).toBe('4')
  expect(saidBy(metric({ value: int, quality: 0n }), 3).reason).toBe('sensor_fault')
  expect(saidBy(metric({ value: int, quality: 500n }), 3).reason).toBe('comm_lost')
  expect(saidBy(metric({ value: int }), 9).reason).toBe('sensor_fault')
  expect(saidBy(metric({ value: { as: 'other' } }), 16).reason).toBe('no_value')
  // A date is no quantity.
  expect(saidBy(metric({ value: { as: 'long', value: 4n } }), 13).reason).toBe('no_value')
})

test('sparkplug: the properties of a metric say its quality and its unit', () => {
  // name T, Int32 4, properties { Quality: Int32 500, engUnit: "C" }
  const properties = '0a075175616c6974790a07656e67556e69741205080318f403' + '1205080c420143'
  const body = `0a0154200350044a${(properties.length / 2).toString(16).padStart(2, '0')}${properties}`
  const bytes = bytesOfHex(`12${(body.length / 2).toString(16).padStart(2, '0')}${body}1800`)
  expect(readPayload(bytes)?.metrics).toMatchObject([{ name: 'T', quality: 500n, unit: 'C' }])
})

test('sparkplug: a payload that is cut off, or no such message, is none', () => {
  const whole = writePayload({ timestamp_ms: 1, metrics: [{ name: 'T', datatype: 9, value: { float: 4.5 } }], seq: 1 })
  expect(readPayload(whole)?.metrics).toHaveLength(1)
  for (let length = 0; length < whole.length; length += 1) {
    const cut = readPayload(whole.slice(0, length))
    // Between two fields a shorter message is whole; it has lost its number then, and a host takes none without.
    if (cut !== null) expect(cut.seq).toBeNull()
  }
  for (const hex of ['07', '0f', '03', 'ff', '08', '0affffffffff0f', '0800ffffffffffffffffff7f', '1201ff'])
    expect(readPayload(bytesOfHex(hex)), hex).toBeNull()
})

test('sparkplug: whatever the bytes are, nothing is thrown and reading takes no longer than they are long', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      const payload = readPayload(bytes)
      if (payload !== null) expect(payload.metrics.length).toBeLessThanOrEqual(bytes.length)
    }),
    { numRuns: 7_000 },
  )
  const began = performance.now()
  for (const fill of [0x12, 0x80, 0x08, 0x00]) readPayload(new Uint8Array(65_536).fill(fill))
  expect(performance.now() - began).toBeLessThan(1_000)
})
