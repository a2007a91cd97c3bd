import type { SyncStatus } from '@flowviz/contract/live'
import { expect, test } from 'vitest'
import { syncMark } from './sync-state.ts'

const NOW = Date.parse('2026-11-23T12:00:00.000Z')
const status = (change: Partial<SyncStatus>): SyncStatus => ({
  state: 'ok',
  pending_events: 0,
  pending_readings: 0,
  oldest_pending_at: null,
  last_ack_at: null,
  problem: null,
  ...change,
})
const waiting = (minutes: number, state: SyncStatus['state']) =>
  status({ state, pending_events: 3, oldest_pending_at: new Date(NOW - minutes * 60_000).toISOString() })

test('what waits for headquarters is told with its age, amber from 10 minutes and red from 60', () => {
  expect(syncMark(status({}), NOW)).toEqual({ tone: 'ok', word: 'Has everything' })
  expect(syncMark(waiting(4, 'behind'), NOW)).toEqual({ tone: 'pending', word: '3 wait · oldest 4\u00a0min' })
  expect(syncMark(waiting(10, 'behind'), NOW).tone).toBe('warn')
  expect(syncMark(waiting(60, 'behind'), NOW)).toEqual({ tone: 'alarm', word: '3 wait · oldest 1\u00a0h' })
})

test('an unreachable headquarters is said as that', () => {
  expect(syncMark(waiting(4, 'unreachable'), NOW)).toEqual({
    tone: 'warn',
    word: 'Headquarters is not reached · 3 wait · oldest 4\u00a0min',
  })
})

test('a plant that works alone waits for nobody', () => {
  expect(syncMark(status({ state: 'off', pending_events: 9 }), NOW).word).toBe('Works alone')
})
