import type { MonitorStatus } from '@flowviz/contract/monitor-status'
import { expect, test } from 'vitest'
import { asHeard, keptPoint, shownPoints } from './monitored.ts'

const COLD: MonitorStatus = {
  monitor_id: 'cold-room',
  version: 1,
  title: 'Cold room',
  device_id: 'cold-1',
  channel: 'temperature',
  location_id: 'cold-room',
  unit: 'Cel',
  low: null,
  high: '5.0',
  ccp: true,
  state: 'inside',
  silent: false,
  since: null,
  value: '3.7',
  received_at: '2026-11-26T05:33:00.000Z',
  reading_seq: 1,
  deviation_id: null,
}

test('a point that is heard live has its monitor; one that is not is shown as it was, and says so', () => {
  const live = { ...keptPoint(COLD), value: '4.0' }
  expect(shownPoints([live], [COLD])).toEqual([{ point: live, monitor: COLD }])
  const [kept] = shownPoints([], [COLD])
  expect(kept?.point).toMatchObject({ value: '3.7', mark: { tone: 'stale', word: 'As last heard' } })
})

test('a point that nothing watches stands there without a monitor', () => {
  const point = { ...keptPoint(COLD), key: 'hall/humidity' }
  expect(shownPoints([point], [])).toEqual([{ point, monitor: null }])
})

test('without the live stream the last value stays in sight, and is no good one any more', () => {
  const good = { ...keptPoint(COLD), mark: { tone: 'ok', word: 'Within limits' } } as const
  expect(asHeard(good, true).mark.tone).toBe('ok')
  expect(asHeard(good, false)).toMatchObject({ value: '3.7', mark: { tone: 'stale' } })
})
