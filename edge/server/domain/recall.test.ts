import { accountedPct, isAccounted, reaches } from '@flowviz/contract/recall-balance'
import { RECALL_GOAL } from '@flowviz/contract/recall-word'
import { expect, test } from 'vitest'
import { betweenCleanings, bounded, partsOf, recallState, scopeDiff } from './recall.ts'
import { STILL } from './same-room.ts'

test('who is notified late does not undo what others have answered, and a wider scope is held anew', () => {
  expect(recallState('notify', 'HOLD_PLACED')).toBe('NOTIFYING')
  expect(recallState('notify', 'RECOVERING')).toBe('RECOVERING')
  expect(recallState('scope', 'RECONCILED')).toBe('SCOPING')
  expect(recallState('task', 'MOCK')).toBe('MOCK')
  expect(() => recallState('reconcile', 'SCOPING')).toThrow()
})

test('a share is rounded away from 100, so that rounding never reaches a goal', () => {
  expect(accountedPct(0, 0)).toBe(null)
  expect(accountedPct(1_000_000, 0)).toBe('100.00')
  expect(accountedPct(1_000_000, 10_001)).toBe('98.99')
  expect(accountedPct(1_000_000, -10_001)).toBe('101.01')
  expect(isAccounted(RECALL_GOAL, '98.99')).toBe(false)
  expect(isAccounted(RECALL_GOAL, '101.01')).toBe(false)
  expect(isAccounted(RECALL_GOAL, '99.00')).toBe(true)
  expect(reaches(RECALL_GOAL, { accounted_pct: '100.00', minutes: 240 })).toBe(true)
  expect(reaches(RECALL_GOAL, { accounted_pct: '100.00', minutes: 241 })).toBe(false)
})

test('a scope is told by what is new and what is gone, in parts of a bounded size, and there is always one', () => {
  expect(scopeDiff(['a', 'b'], ['b', 'c'])).toEqual({ added: ['c'], removed: ['a'] })
  expect(partsOf({ added: ['a', 'b', 'c'], removed: ['d'] }, 2)).toEqual([
    { added: ['a', 'b'], removed: ['d'] },
    { added: ['c'], removed: [] },
  ])
  expect(partsOf({ added: [], removed: [] }, 2)).toHaveLength(1)
})

test('rows go into as few events as hold them, in order, and a large one stands alone', () => {
  const sizeOf = (row: number) => row
  expect(bounded([3, 3, 3, 9, 20, 1], { most: 10, sizeOf })).toEqual([[3, 3, 3], [9], [20], [1]])
  expect(bounded([], { most: 10, sizeOf })).toEqual([])
})

test('a cleaning that was entered late ends no window', () => {
  const clean = (occurred_at: string, entered_late = false) => ({ occurred_at, entered_late })
  expect(betweenCleanings([clean('9'), clean('7'), clean('4', true), clean('2'), clean('1')], '5')).toEqual({
    from: '2',
    to: '7',
  })
  expect(betweenCleanings([], '5')).toEqual({ from: '', to: STILL })
})
