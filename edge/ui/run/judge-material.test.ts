import { SEVEN_GATES } from '@flowviz/contract/plant/seven-gates'
import { expect, test } from 'vitest'
import { judgeLot } from '../lot/judge-lot.ts'
import { judgeMaterial } from './judge-material.ts'
import { cannedEntry, cannedLot, cannedRun } from './testing/canned.ts'

const into = { purpose: 'consume', plan: SEVEN_GATES, today: '2026-11-26', entries: [] } as const
const material = {
  run: cannedRun(),
  recipe: { inputs: [{ item_id: 'onions', target_kg: '34' }] },
  inside_mg: 0,
  max_mg: null,
}

test('a released lot that has not expired may be consumed, also on its last day', () => {
  expect(judgeLot(cannedLot(), into)).toBe(null)
  expect(judgeLot(cannedLot({ expires_on: '2026-11-26' }), into)).toBe(null)
})

test('a lot that is held, failed, expired, used up or not past its gate is refused with its own word', () => {
  expect(judgeLot(cannedLot({ status: 'HOLD' }), into)).toBe('held')
  expect(judgeLot(cannedLot({ status: 'REJECTED' }), into)).toBe('rejected')
  expect(judgeLot(cannedLot({ expires_on: '2026-11-25' }), into)).toBe('expired')
  expect(judgeLot(cannedLot({ on_hand_mg: 0 }), into)).toBe('gone')
  expect(judgeLot(cannedLot({ gate_passed: 0 }), into)).toBe('wrong_gate')
  expect(judgeLot(cannedLot(), { ...into, plan: null })).toBe('no_plan')
})

test('a finished good needs its last gate before it leaves', () => {
  const ship = { ...into, purpose: 'ship' } as const
  expect(judgeLot(cannedLot({ lot_type: 'FG', gate_passed: 6 }), ship)).toBe('wrong_gate')
  expect(judgeLot(cannedLot({ lot_type: 'FG', gate_passed: 7 }), ship)).toBe(null)
})

test('a hold of this tablet counts before it has arrived', () => {
  const hold = cannedEntry('place-hold', { body: { lot_ids: ['NOR-261126-L1-0030'], reason: 'Foreign body' } })
  expect(judgeLot(cannedLot(), { ...into, entries: [hold] })).toBe('held')
})

test('what the recipe does not have, or the label does not declare, does not go in', () => {
  expect(judgeMaterial(cannedLot(), material)).toBe(null)
  expect(judgeMaterial(cannedLot({ item_id: 'water' }), material)).toBe('not_in_recipe')
  expect(judgeMaterial(cannedLot({ allergens: ['milk'] }), material)).toBe('allergen')
  expect(judgeMaterial(cannedLot(), { ...material, inside_mg: 20_000_000, max_mg: 20_000_000 })).toBe('enough')
})

test('rework goes in where the recipe allows a share of it', () => {
  const rework = cannedLot({ item_id: 'curry-sauce', lot_type: 'REWORK' })
  expect(judgeMaterial(rework, material)).toBe('not_in_recipe')
  const recipe = { ...material.recipe, rework_max_pct: '5' }
  expect(judgeMaterial(rework, { ...material, recipe })).toBe(null)
})
