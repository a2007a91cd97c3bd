import type { ChannelView, HqReading } from '@flowviz/contract/hq'
import { expect, test } from 'vitest'
import { nowMark } from './now-mark.ts'

const NOW = Date.parse('2026-11-23T12:00:00.000Z')
const channel = (latest: Partial<HqReading> | null): ChannelView =>
  ({
    latest:
      latest === null
        ? null
        : { value: '3.1', verdict: 'within', received_at: new Date(NOW - 1000).toISOString(), ...latest },
  }) as ChannelView

test('a temperature outside its limits is an alarm, one without a value is not taken for good', () => {
  expect(nowMark(channel({}), NOW)).toEqual({ tone: 'ok', word: 'within limits' })
  expect(nowMark(channel({ verdict: 'high' }), NOW)).toEqual({ tone: 'alarm', word: 'too high' })
  expect(nowMark(channel({ value: null, verdict: 'unjudged' }), NOW).tone).toBe('warn')
})

test('a doubted temperature inside its limits is no good one, and outside them it is an alarm all the same', () => {
  const doubted = { quality: 'uncertain', reason: 'calibration_overdue' } as const
  expect(nowMark(channel(doubted), NOW)).toEqual({ tone: 'warn', word: 'calibration overdue' })
  expect(nowMark(channel({ ...doubted, verdict: 'low' }), NOW)).toEqual({ tone: 'alarm', word: 'too low' })
})

test('an old reading says nothing about now, however good it was', () => {
  const old = new Date(NOW - 301_000).toISOString()
  expect(nowMark(channel({ received_at: old }), NOW)).toEqual({ tone: 'stale', word: '5\u00a0min old' })
  expect(nowMark(channel(null), NOW).tone).toBe('stale')
})
