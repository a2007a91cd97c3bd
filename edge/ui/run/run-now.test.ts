import { expect, test } from 'vitest'
import { runNow } from './run-now.ts'
import { cannedEntry, cannedRun } from './testing/canned.ts'

const AS_OF = Date.parse('2026-11-26T06:00:00.000Z')

test('a run goes on at once behind steps that wait on this tablet', () => {
  const steps = [cannedEntry('release-run'), cannedEntry('prepare-run', { key: 'b' })]
  const now = runNow(cannedRun({ state: 'DRAFT' }), steps, AS_OF)
  expect(now).toMatchObject({ state: 'PRE_OP', waits: null, pending: 2 })
})

test('finishing a run changes nothing before the appliance has said yes', () => {
  const now = runNow(cannedRun(), [cannedEntry('complete-run')], AS_OF)
  expect(now).toMatchObject({ state: 'RUNNING', waits: 'complete-run' })
})

test('what is parked behind a refusal does not move a run', () => {
  const entries = [cannedEntry('release-run', { state: 'rejected' }), cannedEntry('prepare-run', { state: 'parked' })]
  const now = runNow(cannedRun({ state: 'DRAFT' }), entries, AS_OF)
  expect(now.state).toBe('DRAFT')
  expect(now.refused).toHaveLength(1)
})

test('an answer that is newer than the shelf is what the run is', () => {
  const answer = cannedRun({ state: 'COMPLETED' })
  const acked = cannedEntry('complete-run', { state: 'acked', answer, closed_at: '2026-11-26T06:00:01.000Z' })
  expect(runNow(cannedRun(), [acked], AS_OF).state).toBe('COMPLETED')
  expect(runNow(cannedRun(), [acked], AS_OF + 5_000).state).toBe('RUNNING')
})

test('a run knows its own commands by id and by code, and no others', () => {
  const entries = [
    cannedEntry('pause-run', { params: { run_id: 'RUN-261126-K1-05' } }),
    cannedEntry('complete-run', { params: { run_id: 'another' } }),
  ]
  expect(runNow(cannedRun(), entries, AS_OF)).toMatchObject({ state: 'PAUSED', waits: null, pending: 1 })
})
