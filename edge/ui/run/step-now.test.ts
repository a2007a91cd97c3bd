import { SEVEN_GATES } from '@flowviz/contract/plant/seven-gates'
import { expect, test } from 'vitest'
import { runNow } from './run-now.ts'
import { stepNow } from './step-now.ts'
import { cannedEntry, cannedRun } from './testing/canned.ts'

const AROUND = {
  gate: 'passed',
  is_gate_waiting: false,
  is_finishing: false,
  explanation: null,
  role: 'OPERATOR',
  is_away: false,
} as const
const at = (state: ReturnType<typeof cannedRun>['state'], more = {}) => runNow(cannedRun({ state, ...more }), [], 0)

test('each state has one step with one main action', () => {
  const deeds = (['DRAFT', 'RELEASED', 'PRE_OP', 'PAUSED', 'COMPLETED', 'REVIEWED'] as const).map(
    state => stepNow(at(state), AROUND).deed,
  )
  expect(deeds).toEqual(
    ['release-run', 'prepare-run', 'start-run', 'resume-run', 'reconcile-run', 'close-run'].map(command => ({
      kind: 'put',
      command,
    })),
  )
})

test('a run whose line is not checked leads to its gate, and waits while the decision is on its way', () => {
  const gate = SEVEN_GATES.gates[1]!
  const step = stepNow(at('PRE_OP'), { ...AROUND, gate })
  expect(step.deed).toEqual({ kind: 'go', href: '/gate/run/RUN-261126-K1-05' })
  expect(step.missing).toBe(null)
  expect(stepNow(at('PRE_OP'), { ...AROUND, gate, is_gate_waiting: true }).missing).toBe('')
})

test('a running run without material asks for material, and then for output', () => {
  expect(stepNow(at('RUNNING'), AROUND).deed).toEqual({ kind: 'go', href: '/consume/RUN-261126-K1-05' })
  const fed = runNow(cannedRun(), [cannedEntry('consume-lot')], 0)
  expect(stepNow(fed, AROUND).deed).toEqual({ kind: 'go', href: '/output/RUN-261126-K1-05' })
})

test('finishing and closing take a finger that stays', () => {
  expect(stepNow(at('RUNNING'), { ...AROUND, is_finishing: true })).toMatchObject({
    hold: true,
    deed: { kind: 'put', command: 'complete-run' },
  })
  expect(stepNow(at('REVIEWED'), AROUND).hold).toBe(true)
})

test('a balance beyond the tolerance is explained and signed, which needs the appliance', () => {
  const balance = {
    unexplained_mg: 1_000_000,
    tolerance_mg: 200_000,
    closes: false,
    yield_pct: '90',
    yield_expected: null,
  }
  const open = at('COMPLETED', { balance })
  expect(stepNow(open, AROUND)).toMatchObject({ deed: { kind: 'sign', what: 'explain' } })
  expect(stepNow(open, AROUND).missing).not.toBe(null)
  expect(stepNow(open, { ...AROUND, explanation: 'Spilled' }).missing).toBe(null)
  expect(stepNow(open, { ...AROUND, explanation: 'Spilled', is_away: true }).missing).not.toBe(null)
})

test('only who may review is asked to sign a review', () => {
  expect(stepNow(at('RECONCILED'), AROUND).missing).not.toBe(null)
  expect(stepNow(at('RECONCILED'), { ...AROUND, role: 'MANAGER' }).missing).toBe(null)
})

test('a refusal is decided before the next step', () => {
  const refused = runNow(cannedRun({ state: 'RELEASED' }), [cannedEntry('prepare-run', { state: 'rejected' })], 0)
  expect(stepNow(refused, AROUND).missing).not.toBe(null)
})
