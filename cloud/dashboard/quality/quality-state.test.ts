import type { Deviation, DeviationView, HoldView } from '@flowviz/contract/hq-plant'
import { DEVIATION_STATES, HOLD_STATES } from '@flowviz/contract/quality-word'
import type { Answer } from '@flowviz/contract/screen/trouble'
import { expect, test } from 'vitest'
import { createQualityState, deviationMark, holdMark } from './quality-state.ts'

const deviation = (change: Partial<DeviationView>) =>
  ({ state: 'CONTAINED', cause: 'excursion', ended_at: null, ...change }) as DeviationView

test('an excursion that goes on is an alarm, one that ended still wants somebody, a closed one nobody', () => {
  expect(deviationMark(deviation({}))).toEqual({ tone: 'alarm', word: 'going on' })
  expect(deviationMark(deviation({ ended_at: '2026-11-23T05:00:00.000Z' })).tone).toBe('warn')
  expect(deviationMark(deviation({ state: 'CLOSED' })).tone).toBe('stale')
})

test('every state of a hold and of a deviation has a word of its own', () => {
  const holds = HOLD_STATES.map(state => holdMark({ state } as HoldView).word)
  const deviations = DEVIATION_STATES.map(state => deviationMark(deviation({ state, cause: 'gate' })).word)
  expect(new Set(holds).size).toBe(HOLD_STATES.length)
  expect(new Set(deviations).size).toBe(DEVIATION_STATES.length)
})

test('the deviation that was chosen last is the one that is shown', async () => {
  const waiting = new Map<string, (answer: Answer<Deviation>) => void>()
  const state = createQualityState({
    holds: async () => ({ ok: true, value: { rows: [], next: null } }),
    deviations: async () => ({ ok: true, value: { rows: [], next: null } }),
    deviation: (_, id) => new Promise(resolve => waiting.set(id, resolve)),
  })
  const first = state.choose('north', 'a')
  const second = state.choose('north', 'b')
  waiting.get('b')!({ ok: true, value: { deviation_id: 'b' } as Deviation })
  waiting.get('a')!({ ok: true, value: { deviation_id: 'a' } as Deviation })
  await Promise.all([first, second])
  expect(state.chosen.value?.deviation_id).toBe('b')
})
