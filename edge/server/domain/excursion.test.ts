import type { Monitor } from '@flowviz/contract/plant/monitor'
import type { Reading } from '@flowviz/contract/reading'
import { timestampOf } from '@flowviz/contract/time'
import { expect, test } from 'vitest'
import type { Watch } from '../store/monitor-record.ts'
import { type Fact, judgeReading, newState } from './excursion.ts'
import { followVersion, upkeep, versionAt } from './excursion-upkeep.ts'

const at = (s: number) => timestampOf(Date.UTC(2026, 10, 23, 5) + s * 1_000)

function watching(change: Partial<Monitor> = {}, version = 1, approved_s = 0): Watch {
  const monitor: Monitor = {
    monitor_id: 'cold-room-air',
    title: 'Cold room air',
    device_id: 'probe-1',
    channel: 'temperature',
    location_id: 'cold-room',
    unit: 'Cel',
    high: '5',
    duration_s: 60,
    missing_s: 120,
    ccp: true,
    ...change,
  }
  return { monitor, version, approved_at: at(approved_s) }
}

type Said = [s: number, value: string | null, change?: Partial<Reading>]

function readingOf([s, value, change = {}]: Said, seq: number): Reading {
  return {
    seq,
    device_id: 'probe-1',
    channel: 'temperature',
    value,
    unit: value === null ? null : 'Cel',
    quality: value === null ? 'bad' : 'good',
    reason: value === null ? 'sensor_fault' : 'ok',
    verdict: 'unjudged',
    measured_at: at(s),
    received_at: at(s),
    source: `s:${seq}`,
    ...change,
  }
}

/** Judges readings from the beginning and gives what followed, in short. */
function judged(watch: Watch, said: Said[], listening_s = 0) {
  let state = newState(watch)
  const facts: Fact[] = []
  said.forEach((one, index) => {
    const measure = { watch, listening_since: at(listening_s) }
    const result = judgeReading(state, readingOf(one, index + 1), measure)
    state = result.state
    facts.push(...result.facts)
  })
  return { state, facts, kinds: facts.map(({ kind }) => kind) }
}

const TABLE: [what: string, change: Partial<Monitor>, said: Said[], kinds: Fact['kind'][]][] = [
  ['at the limit is inside', {}, [[0, '5.0']], []],
  ['the last digit counts', { duration_s: 0 }, [[0, '5.000000001']], ['began', 'confirmed']],
  ['without a duration the first reading confirms', { duration_s: 0 }, [[0, '6']], ['began', 'confirmed']],
  [
    'a reading inside cancels',
    {},
    [
      [0, '6'],
      [59, '5'],
      [61, '6'],
    ],
    ['began', 'cancelled', 'began'],
  ],
  [
    'outside for long enough confirms, and only once',
    {},
    [
      [0, '6'],
      [59, '6'],
      [60, '6'],
      [99, '7'],
    ],
    ['began', 'confirmed'],
  ],
  [
    'an uncertain reading neither confirms nor clears',
    {},
    [
      [0, '6'],
      [70, '6', { quality: 'uncertain', reason: 'clock_suspect' }],
      [80, '4', { quality: 'uncertain', reason: 'retained' }],
      [90, '6'],
    ],
    ['began', 'confirmed'],
  ],
  [
    'a broken sensor neither confirms nor clears',
    {},
    [
      [0, '6'],
      [70, null],
      [90, '6'],
    ],
    ['began', 'confirmed'],
  ],
  [
    'what is only doubted accuses',
    {},
    [
      [0, '6', { quality: 'uncertain', reason: 'range_warning' }],
      [60, '9', { quality: 'uncertain', reason: 'calibration_overdue' }],
    ],
    ['began', 'confirmed'],
  ],
  [
    'and never acquits',
    { duration_s: 0 },
    [
      [0, '6'],
      [10, '4', { quality: 'uncertain', reason: 'rate_of_change' }],
      [20, '3', { quality: 'uncertain', reason: 'calibration_overdue' }],
      [30, '3'],
    ],
    ['began', 'confirmed', 'ended'],
  ],
  ['another unit says nothing', { duration_s: 0 }, [[0, '6', { unit: 'kg' }]], []],
  ['Fahrenheit at the limit is inside', { duration_s: 0 }, [[0, '41', { unit: '[degF]' }]], []],
  [
    'Fahrenheit just above it is not',
    { duration_s: 0 },
    [[0, '41.000000001', { unit: '[degF]' }]],
    ['began', 'confirmed'],
  ],
  [
    'it ends inside by the hysteresis, not before',
    { duration_s: 0, hysteresis: '0.5' },
    [
      [0, '6'],
      [10, '4.9'],
      [20, '4.6'],
      [30, '4.5'],
      [40, '4.9'],
    ],
    ['began', 'confirmed', 'ended'],
  ],
  [
    'out again within the hysteresis is the same excursion',
    { duration_s: 0, hysteresis: '0.5' },
    [
      [0, '6'],
      [10, '4.9'],
      [20, '6'],
      [30, '1'],
    ],
    ['began', 'confirmed', 'ended'],
  ],
  [
    'too cold is outside too',
    { duration_s: 0, low: '0' },
    [
      [0, '-0.1'],
      [10, '0'],
    ],
    ['began', 'confirmed', 'ended'],
  ],
  [
    'in a narrow band the limit that was crossed decides',
    { duration_s: 0, low: '0', high: '5', hysteresis: '3' },
    [
      [0, '6'],
      [10, '2.1'],
      [20, '1.9'],
    ],
    ['began', 'confirmed', 'ended'],
  ],
  [
    'a gap is silence and its end',
    {},
    [
      [0, '4'],
      [121, '4'],
    ],
    ['silent', 'heard'],
  ],
  [
    'a clock that is set back takes no time outside away',
    {},
    [
      [0, '6'],
      [50, '6'],
      [-3_600, '6'],
      [-3_590, '6'],
    ],
    ['began', 'confirmed'],
  ],
]

for (const [what, change, said, kinds] of TABLE)
  test(`${what}`, () => expect(judged(watching(change), said).kinds).toEqual(kinds))

test('it begins with the first reading outside, and says when it was still right', () => {
  const { state } = judged(watching(), [
    [0, '4'],
    [10, '6'],
    [70, '8'],
    [80, '7'],
  ])
  expect(state).toMatchObject({ phase: 'confirmed', since: at(10), latest: { value: '7' } })
  expect(state.excursion).toMatchObject({
    first: { seq: 2, value: '6' },
    began_at: at(10),
    last_good_at: at(0),
    worst: '8',
  })
})

test('after a silence it begins with the last good reading, because nobody knows better', () => {
  const { state } = judged(watching({ duration_s: 0 }), [
    [0, '4'],
    [600, '6'],
  ])
  expect(state.excursion).toMatchObject({ began_at: at(0), last_good_at: at(0), first: { seq: 2 } })
  const first = judged(watching({ duration_s: 0 }), [[600, '6']], 600)
  expect(first.state.excursion).toMatchObject({ began_at: at(600), last_good_at: null })
})

test('a temperature of the other scale is shown in that of the monitor', () => {
  const { state } = judged(watching({ duration_s: 0 }), [[0, '42.0', { unit: '[degF]' }]])
  expect(state.excursion?.worst).toBe('5.555556')
  const inverse = judged(watching({ duration_s: 0, unit: '[degF]', high: '41' }), [
    [0, '-40.5'],
    [1, '5.5'],
  ])
  expect(inverse.state.latest?.value).toBe('41.9')
})

test('the worst value is the farthest beyond either limit', () => {
  const { facts } = judged(watching({ duration_s: 0, low: '0', hysteresis: '1' }), [
    [0, '6'],
    [10, '-3'],
    [20, '7'],
    [30, '2'],
  ])
  expect(facts.at(-1)).toMatchObject({ kind: 'ended', excursion: { worst: '-3' } })
})

test('silence counts from the start of listening, and once', () => {
  const watch = watching()
  const { state } = judged(watch, [[0, '4']])
  const look = (s: number, since: number, of = state) => upkeep(of, [watch], { now: at(s), listening_since: at(since) })
  expect(look(120, 0).facts).toEqual([])
  expect(look(121, 0).facts).toEqual([{ kind: 'silent', last_good_at: at(0), missing_s: 120 }])
  expect(look(500, 400).facts).toEqual([])
  expect(look(521, 400).facts).toHaveLength(1)
  expect(look(999, 0, { ...state, silent: true }).facts).toEqual([])
  // The clock was set back by an hour and listening began anew.
  expect(look(-3_500, -3_600).facts).toEqual([])
  expect(look(-3_479, -3_600).facts).toHaveLength(1)
})

test('nothing to keep up leaves the very same state, so that nothing is written', () => {
  const watch = watching()
  const { state } = judged(watch, [[0, '4']])
  expect(upkeep(state, [watch], { now: at(60), listening_since: at(0) }).state).toBe(state)
})

test('a reading is judged by the version that was in force when it came, and never by an older one again', () => {
  const versions = [watching({}, 1, 0), watching({ high: '8' }, 2, 100), watching({ active: false }, 3, 200)]
  expect(versionAt(versions, at(-1), null)).toBeNull()
  expect(versionAt(versions, at(50), null)?.version).toBe(1)
  expect(versionAt(versions, at(150), null)?.version).toBe(2)
  expect(versionAt(versions, at(250), null)).toBeNull()
  const state = { ...newState(versions[1]!), version: 2 }
  expect(versionAt(versions, at(50), state)?.version).toBe(2)
})

test('a version for another place ends what is confirmed, and drops what is not', () => {
  const watch = watching({ duration_s: 0 })
  const { state } = judged(watch, [[0, '6']])
  const moved = followVersion(state, watching({ location_id: 'hall' }, 2), at(9))
  expect(moved.state).toMatchObject({ location_id: 'hall', phase: 'inside', excursion: null, version: 2 })
  expect(moved.facts).toMatchObject([
    { kind: 'ended', at: at(9), reading_seq: 1, why: 'Version 2 watches something else.' },
  ])
  const pending = judged(watching(), [[0, '6']]).state
  expect(followVersion(pending, null, at(9))).toEqual({ state: null, facts: [{ kind: 'cancelled' }] })
  expect(followVersion(pending, watching({ high: '7' }, 2), at(9))).toMatchObject({
    state: { phase: 'inside', excursion: null },
    facts: [{ kind: 'cancelled' }],
  })
  expect(followVersion(pending, watching({ high: '5.5' }, 2), at(9))).toMatchObject({
    state: { phase: 'outside', version: 2 },
    facts: [],
  })
})
