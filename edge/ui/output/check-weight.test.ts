import { expect, test } from 'vitest'
import type { ShownEntry } from '../outbox/entry.ts'
import { outputsOf, rangeOf, weightsEach } from './check-weight.ts'

const entry = (body: Record<string, unknown>, state: ShownEntry['state'] = 'queued', run_id = 'RUN-1') =>
  ({ command: 'produce-lot', params: { run_id }, body, state }) as unknown as ShownEntry

test('three trays of 10 kg weigh 30 kg, give or take three per cent', () => {
  expect(rangeOf('10', { percent: 3, containers: 3 })).toEqual({ min_kg: '29.1', target_kg: '30', max_kg: '30.9' })
  expect(rangeOf(undefined, { percent: 3, containers: 1 }).target_kg).toBeNull()
})

test('what was weighed together counts for each, and rework not at all', () => {
  const outputs = [
    { weight_mg: 30_000_000, count: 3, rework: false },
    { weight_mg: 9_700_000, count: null, rework: false },
    { weight_mg: 1_000_000, count: null, rework: true },
  ]
  expect(weightsEach(outputs, [])).toEqual(['10', '9.7'])
})

test('what waits on this tablet counts too, unless the scale has still to say what it weighs', () => {
  const entries = [
    entry({ kind: 'good', weight_kg: '20', count: 2 }),
    entry({ kind: 'good', scale_id: 'scale-1' }),
    entry({ kind: 'rework', weight_kg: '3' }),
    entry({ kind: 'good', weight_kg: '7' }, 'acked'),
  ]
  expect(weightsEach([], entries)).toEqual(['10'])
})

test('a run is named by its id or its code', () => {
  const run = { run_id: 'id-1', run_code: 'RUN-1' }
  expect(outputsOf([entry({}), entry({}, 'queued', 'id-1'), entry({}, 'queued', 'RUN-2')], run)).toHaveLength(2)
})
