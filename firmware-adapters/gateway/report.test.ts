import type { Channel, Report } from '@flowviz/contract/device'
import type { Measurement } from '@flowviz/contract/measurement'
import { expect, test } from 'vitest'
import { Reporter } from './report.ts'

const good = (value: string): Measurement => ({ channel: 't', value, unit: 'Cel', quality: 'good', reason: 'ok' })
const bad: Measurement = { channel: 't', value: null, unit: 'Cel', quality: 'bad', reason: 'sensor_fault' }

function reporter(report?: Report) {
  let now = 0
  const channel: Channel = { name: 't', unit: 'Cel', ...(report === undefined ? {} : { report }) }
  const reporter = new Reporter([channel], () => now)
  return {
    worth: (measurement: Measurement) => reporter.worth(measurement),
    reporter,
    later: (ms: number) => (now += ms),
  }
}

test('without a strategy every read is told', () => {
  const { worth } = reporter()
  expect([good('4.0'), good('4.0'), good('4.0')].map(worth)).toEqual([true, true, true])
})

test('a change is told from the dead band on, measured from what was told last', () => {
  const { worth } = reporter({ strategy: 'on_change', deadband: '0.3' })
  expect(['4.0', '4.1', '4.2', '4.3', '4.1', '4.0', '-4.0'].map(value => worth(good(value)))).toEqual([
    true,
    false,
    false,
    true,
    false,
    true,
    true,
  ])
})

test('without a dead band the smallest step is a change, and equal text is none', () => {
  const { worth } = reporter({ strategy: 'on_change' })
  expect(['0.300000001', '0.300000001', '0.300000002'].map(value => worth(good(value)))).toEqual([true, false, true])
  expect(worth(good('999999999999.999999999'))).toBe(true)
})

test('a change of quality, reason or stability is always told', () => {
  const { worth } = reporter({ strategy: 'on_change', deadband: '10' })
  const stable = (stable: boolean): Measurement => ({ ...good('4.0'), weight: { stable, basis: 'unknown' } })
  const steps = [
    good('4.0'),
    bad,
    bad,
    { ...bad, reason: 'comm_lost' as const },
    good('4.0'),
    stable(false),
    stable(true),
  ]
  expect(steps.map(worth)).toEqual([true, true, false, true, true, true, true])
})

test('a period lets the next fresh read through, and nothing by itself', () => {
  const { worth, later } = reporter({ strategy: 'on_change_or_period', period_s: 5 })
  expect(worth(good('4.0'))).toBe(true)
  later(4_999)
  expect(worth(good('4.0'))).toBe(false)
  later(1)
  expect(worth(good('4.0'))).toBe(true)
})

test('after a message was lost the same value is told again', () => {
  const { worth, reporter: it } = reporter({ strategy: 'on_change' })
  expect(worth(good('4.0'))).toBe(true)
  it.forget('t')
  expect(worth(good('4.0'))).toBe(true)
})
