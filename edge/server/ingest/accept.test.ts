import type { Channel } from '@flowviz/contract/device'
import type { Measurement } from '@flowviz/contract/measurement'
import { Reading } from '@flowviz/contract/reading'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { weight } from '../testing/device.ts'
import { accept, type Stamp } from './accept.ts'

const RECEIVED = Date.parse('2026-11-23T05:00:00.000Z')
const channels: Channel[] = [
  { name: 'weight', unit: 'kg', limits: { hard_low: '-10', low: '1', high: '20', hard_high: '30' } },
]
const stamp: Stamp = {
  device_id: 'scale-1',
  source: '0123456789abcdef:1',
  measured_ms: RECEIVED,
  received_ms: RECEIVED,
  retained: false,
}
const shape = Compile(Reading)

/** The reading, held to the contract; or the cause. */
function read(measurement: Measurement, change: Partial<Stamp> = {}) {
  const accepted = accept(measurement, channels, { ...stamp, ...change })
  if (!('reading' in accepted)) return accepted
  expect(shape.Errors({ seq: 1, ...accepted.reading })).toEqual([])
  return accepted.reading
}

test('a good weight keeps its text, its frame and its source', () => {
  expect(read(weight('12.50'))).toEqual({
    device_id: 'scale-1',
    ...weight('12.50'),
    verdict: 'within',
    measured_at: '2026-11-23T05:00:00.000Z',
    received_at: '2026-11-23T05:00:00.000Z',
    source: '0123456789abcdef:1',
  })
})

test('a value is judged by its limits, and the limits themselves are within', () => {
  const verdicts = ['0.999999999', '1', '1.0', '20', '20.000000001'].map(value => read(weight(value)))
  expect(verdicts.map(reading => 'verdict' in reading && reading.verdict)).toEqual([
    'low',
    'within',
    'within',
    'within',
    'high',
  ])
})

test('a value that cannot be is no value, and what the device said stays in raw', () => {
  expect(read(weight('31', { raw: 'abcd' }))).toMatchObject({
    value: null,
    reason: 'out_of_physical_range',
    raw: 'abcd',
  })
  const { raw: _none, ...bare } = weight('-11')
  const reading = read(bare)
  expect(reading).toMatchObject({ value: null, quality: 'bad', reason: 'out_of_physical_range', verdict: 'unjudged' })
  expect('raw' in reading && Buffer.from(reading.raw!, 'hex').toString()).toBe('-11 kg')
})

test('another unit than the configured one is never converted by guess', () => {
  expect(read(weight('12500', { unit: 'g' }))).toMatchObject({ value: null, unit: null, reason: 'unit_mismatch' })
})

test('a time five minutes ahead or seven days behind is doubted, and nothing is reordered by it', () => {
  const at = (offset_ms: number) => read(weight('2'), { measured_ms: RECEIVED + offset_ms })
  const day = 86_400_000
  expect(at(300_000)).toMatchObject({ quality: 'good' })
  expect(at(300_001)).toMatchObject({ quality: 'uncertain', reason: 'clock_suspect', value: '2' })
  expect(at(-7 * day)).toMatchObject({ quality: 'good' })
  expect(at(-7 * day - 1)).toMatchObject({ reason: 'clock_suspect', received_at: '2026-11-23T05:00:00.000Z' })
})

test('what was wrong already is not made better by a later doubt', () => {
  const unstable = weight('2', { quality: 'uncertain', reason: 'unstable' })
  expect(read(unstable, { measured_ms: RECEIVED + 3_600_000, retained: true })).toMatchObject({ reason: 'unstable' })
  const overload: Measurement = { channel: 'weight', value: null, unit: null, quality: 'bad', reason: 'overload' }
  expect(read(overload, { retained: true })).toMatchObject({ quality: 'bad', reason: 'overload', value: null })
})

test('a retained message may be old', () => {
  expect(read(weight('2'), { retained: true })).toMatchObject({ quality: 'uncertain', reason: 'retained', value: '2' })
})

test('what contradicts itself or is of no channel goes to quarantine', () => {
  for (const measurement of [
    weight('2', { channel: 'flow' }),
    weight('2', { quality: 'good', reason: 'overload' }),
    weight('2', { quality: 'bad', reason: 'overload' }),
    { ...weight('2'), value: null },
    weight('2', { weight: { stable: false, basis: 'net' } }),
  ])
    expect(read(measurement)).toEqual({ cause: expect.any(String) })
})

test('a doubtful value is kept, uncertain and still judged by its limits', () => {
  const doubtful: Channel[] = [{ name: 'weight', unit: 'kg', limits: { high: '20', warn_high: '15' } }]
  const said = (value: string) => accept(weight(value), doubtful, stamp)
  const uncertain = { quality: 'uncertain', reason: 'range_warning' }
  expect(said('15')).toMatchObject({ reading: { quality: 'good', verdict: 'within' } })
  expect(said('16')).toMatchObject({ reading: { ...uncertain, value: '16', verdict: 'within' } })
  expect(said('21')).toMatchObject({ reading: { ...uncertain, value: '21', verdict: 'high' } })
})

test('after the last day of its calibration every good value is uncertain, and says so', () => {
  const due = (due_on: string): Channel[] => [{ name: 'weight', unit: 'kg', calibration: { due_on } }]
  const overdue = { quality: 'uncertain', reason: 'calibration_overdue', value: '5' }
  expect(accept(weight('5'), due('2026-11-23'), stamp)).toMatchObject({ reading: { quality: 'good' } })
  expect(accept(weight('5'), due('2026-11-22'), stamp)).toMatchObject({ reading: overdue })
  expect(read(weight('5'), { calibration_overdue: true })).toMatchObject(overdue)
  const moving = weight('5', { quality: 'uncertain', reason: 'unstable', weight: { stable: false, basis: 'net' } })
  expect(read(moving, { calibration_overdue: true })).toMatchObject({ reason: 'unstable' })
})

test('what a device said is kept unless the file says otherwise, and always with a weight and with what is not good', () => {
  const air = (change: Partial<Channel>): Channel[] => [
    { name: 't', unit: 'Cel', limits: { warn_high: '9' }, ...change },
  ]
  const rawOf = (value: string | null, channels: Channel[], given = 'abcd') => {
    const said = value === null ? { quality: 'bad', reason: 'sensor_fault' } : { quality: 'good', reason: 'ok' }
    const accepted = accept({ channel: 't', value, unit: 'Cel', raw: given, ...said } as Measurement, channels, stamp)
    return 'reading' in accepted ? accepted.reading.raw : accepted.cause
  }
  const dropped = air({ keep_raw: false })
  expect([rawOf('4', air({})), rawOf('4', dropped)]).toEqual(['abcd', undefined])
  expect([rawOf('10', dropped), rawOf(null, dropped)]).toEqual(['abcd', 'abcd'])
  const scale: Channel[] = [{ name: 'weight', unit: 'kg', keep_raw: false }]
  expect(accept(weight('5', { raw: 'abcd' }), scale, stamp)).toMatchObject({ reading: { raw: 'abcd' } })
})
