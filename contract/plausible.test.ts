import { expect, test } from 'vitest'
import { type Channel, devicesProblems } from './device.ts'
import { limitsProblems } from './limit.ts'
import type { Measurement } from './measurement.ts'
import { corrected, Plausibility } from './plausible.ts'

const good = (value: string, change: Partial<Measurement> = {}): Measurement => ({
  channel: 't',
  value,
  unit: 'Cel',
  quality: 'good',
  reason: 'ok',
  ...change,
})
const probe = (change: Partial<Channel> = {}): Channel => ({ name: 't', unit: 'Cel', ...change })
const LIMITS = { hard_low: '-50', warn_low: '-30', warn_high: '60', hard_high: '120' }

function judged(channel: Channel, ...said: [number, string][]): string[] {
  const plausibility = new Plausibility([channel])
  return said.map(([at_s, value]) => {
    const { value: kept, reason } = plausibility.judge(good(value), at_s * 1_000)
    return `${kept} ${reason}`
  })
}

test('an impossible value is none and its text is kept, a doubtful one is uncertain, the bounds themselves are good', () => {
  const said = ['-50.1', '-50', '-30', '60.0', '60.1', '120.000', '120.000000001'].map(
    (text, at) => [at, text] as const,
  )
  expect(judged(probe({ limits: LIMITS }), ...said.map(([at, text]): [number, string] => [at, text]))).toEqual([
    'null out_of_physical_range',
    '-50 range_warning',
    '-30 ok',
    '60.0 ok',
    '60.1 range_warning',
    '120.000 range_warning',
    'null out_of_physical_range',
  ])
  const none = new Plausibility([probe({ limits: LIMITS })]).judge(good('850'), 0)
  expect(none).toMatchObject({ quality: 'bad', value: null })
  expect(Buffer.from(none.raw!, 'hex').toString()).toBe('850 Cel')
})

test('what is worse already, in another unit or of another channel is left as it is', () => {
  const plausibility = new Plausibility([probe({ limits: LIMITS })])
  for (const said of [
    good('90', { quality: 'uncertain', reason: 'retained' }),
    good('900', { unit: '[degF]' }),
    good('900', { channel: 'other' }),
    good('', { value: null, quality: 'bad', reason: 'sensor_fault' }),
  ])
    expect(plausibility.judge(said, 0)).toEqual(said)
})

test('a spike is doubted and what comes after it is believed', () => {
  const channel = probe({ limits: { rate: { by: '2.0', within_s: 10 } } })
  expect(judged(channel, [0, '4.0'], [1, '5.9'], [2, '85.0'], [3, '5.8'])).toEqual([
    '4.0 ok',
    '5.9 ok',
    '85.0 rate_of_change',
    '5.8 ok',
  ])
})

test('a step is doubted until it could have come so far', () => {
  const channel = probe({ limits: { rate: { by: '2', within_s: 10 } } })
  const steps: [number, string][] = [0, 10, 20, 30, 40, 50].map(at => [at, at === 0 ? '0' : '8'])
  expect(judged(channel, ...steps).map(text => text.split(' ')[1])).toEqual([
    'ok',
    'rate_of_change',
    'rate_of_change',
    'rate_of_change',
    'ok',
    'ok',
  ])
})

test('many small steps that are too fast together are doubted too, and slow ones never', () => {
  const channel = probe({ limits: { rate: { by: '2.0', within_s: 10 } } })
  const ramp = (step_tenths: number): [number, string][] =>
    Array.from({ length: 300 }, (_, at) => [at / 10, ((at * step_tenths) / 100).toFixed(2)])
  expect(judged(channel, ...ramp(1.9)).every(text => text.endsWith(' ok'))).toBe(true)
  expect(judged(channel, ...ramp(4)).some(text => text.endsWith('rate_of_change'))).toBe(true)
})

test('a calibrated value is exact, keeps its places, and what was said is kept', () => {
  const by = (value: string, calibration: Channel['calibration']) =>
    corrected(good(value), probe({ ...(calibration === undefined ? {} : { calibration }) })).value
  expect(by('21.3', undefined)).toBe('21.3')
  expect(by('21.3', { offset: '-0.3' })).toBe('21.0')
  expect(by('-0.2', { offset: '0.25' })).toBe('0.05')
  expect(by('21.3', { slope: '1.002', offset: '-0.30' })).toBe('21.04')
  expect(by('-0.5', { slope: '0.9', offset: '0' })).toBe('-0.5')
  expect(by('999999999999', { slope: '10' })).toBeNull()
  const { raw } = corrected(good('21.3'), probe({ calibration: { offset: '-0.3' } }))
  expect(Buffer.from(raw!, 'hex').toString()).toBe('21.3 Cel')
  expect(corrected(good('1', { raw: 'abcd' }), probe({ calibration: { offset: '1' } })).raw).toBe('abcd')
})

test('bounds that would hide an alarm, a scale that is corrected here and a day that is none are problems of the file', () => {
  expect(limitsProblems({ hard_low: '0', low: '-1', high: '5', hard_high: '4' })).toEqual([
    { path: '/low', message: 'low is below hard_low' },
    { path: '/hard_high', message: 'hard_high is below high' },
  ])
  expect(limitsProblems({ warn_low: '5', hard_high: '4' })).toHaveLength(1)
  expect(limitsProblems({ rate: { by: '0', within_s: 1 } })).toHaveLength(1)
  expect(limitsProblems(LIMITS)).toEqual([])
  const channels: Channel[] = [
    { name: 'weight', unit: 'kg', calibration: { offset: '0.1' } },
    probe({ calibration: { slope: '0', due_on: '2026-02-30' } }),
  ]
  const device = { id: 'a', name: 'A', driver: 'x', location: 'l', identity: 'g', channels } as const
  const transport = { kind: 'mqtt-door', topic: 'a' } as const
  const problems = devicesProblems({ v: 1, site: 'kiel', devices: [{ ...device, channels, transport }] })
  expect(problems.map(({ path }) => path)).toEqual([
    '/devices/0/channels/0/calibration',
    '/devices/0/channels/1/calibration/slope',
    '/devices/0/channels/1/calibration/due_on',
  ])
})
