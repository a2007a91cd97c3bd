import { expect, test } from 'vitest'
import { labelOfLot } from '../label/printer-choice.ts'
import { typeOfOutput } from './type-of-output.ts'

const items = [
  { item_id: 'cooked-rice', lot_type: 'WIP' as const },
  { item_id: 'rice-tray', lot_type: 'FG' as const },
]

test('what the kitchen makes for the next line bears the label of an ingredient: nobody gave it a GTIN', () => {
  const type = typeOfOutput('good', { item_id: 'cooked-rice' }, items)
  expect(type).toBe('WIP')
  expect(labelOfLot(type)).toBe('ingredient')
})

test('goods to be sold bear a case label; what is left beside them does not', () => {
  expect(labelOfLot(typeOfOutput('good', { item_id: 'rice-tray' }, items))).toBe('case')
  expect(labelOfLot(typeOfOutput('rework', { item_id: 'rice-tray' }, items))).toBe('ingredient')
})

test('goods that this tablet does not know count as goods to be sold', () => {
  expect(typeOfOutput('good', { item_id: null }, items)).toBe('FG')
})
