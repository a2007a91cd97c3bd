import type { QcGate } from '@flowviz/contract/plant/qc-plan'
import { expect, test } from 'vitest'
import { lotOf, pendingLotOf } from '../hold/testing/lot-of.ts'
import { actionsOf, type Looking } from './lot-actions.ts'

const GATE: QcGate = { gate_no: 2, gate_id: 'pre-op', title: 'Pre-op', ccp: false, checks: [] } as never
const lot = lotOf()
const at = (minutes: number) => Date.parse(lot.registered_at) + minutes * 60_000
const looking = (change: Partial<Looking> = {}): Looking => ({
  role: 'OPERATOR',
  person_id: 'olga',
  now: at(1),
  gate: GATE,
  held_here: false,
  ...change,
})

test('an operator may check, move, hold and label a lot, and take back its own registration for 15 minutes', () => {
  expect(actionsOf(lot, looking())).toEqual(['check', 'move', 'hold', 'label', 'undo'])
  expect(actionsOf(lot, looking({ now: at(15) }))).not.toContain('undo')
  expect(actionsOf(lot, looking({ person_id: 'marco' }))).not.toContain('undo')
  expect(actionsOf(lotOf({ origin: 'received' }), looking())).not.toContain('undo')
})

test('an auditor checks, a viewer looks', () => {
  expect(actionsOf(lot, looking({ role: 'AUDITOR' }))).toEqual(['check'])
  expect(actionsOf(lot, looking({ role: 'VIEWER' }))).toEqual([])
})

test('a held lot is moved out of the way and held again, but not checked; one that is gone has nothing left to do', () => {
  expect(actionsOf(lotOf({ status: 'HOLD' }), looking({ now: at(60) }))).toEqual(['move', 'hold', 'label'])
  expect(actionsOf(lot, looking({ held_here: true }))).not.toContain('check')
  const gone = lotOf({ status: 'DESTROYED', on_hand_mg: 0, stock: [] })
  expect(actionsOf(gone, looking())).toEqual([])
})

test('a lot that waits on this tablet can be moved, held, labelled and taken back; one that was refused leads to the queue', () => {
  const pending = pendingLotOf()
  expect(actionsOf(pending, looking({ now: at(8) }))).toEqual(['move', 'hold', 'label', 'undo'])
  expect(actionsOf(pendingLotOf({ rejected: true }), looking())).toEqual([])
  expect(actionsOf(pendingLotOf({ lot_code: null }), looking())).toEqual([])
})
