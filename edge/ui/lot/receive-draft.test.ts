import { expect, test } from 'vitest'
import { changed, EMPTY_DRAFT } from './receive-draft.ts'

const RICE = {
  ...EMPTY_DRAFT,
  item_id: 'rice',
  supplier_id: 'golden-grain',
  supplier_lot: 'GG-0099',
  expires_on: '2027-03-01',
  label_kg: '12.5',
  containers: 3,
}

test('other goods never take over the lot, the dates and the label weight of those before', () => {
  expect(changed(RICE, { item_id: 'onions' })).toEqual({
    ...EMPTY_DRAFT,
    item_id: 'onions',
    supplier_id: 'golden-grain',
  })
})

test('goods that nobody has set up take the product away, and what their own label says stays', () => {
  expect(changed(RICE, { item_id: null, supplier_lot: 'A1' })).toMatchObject({
    item_id: null,
    supplier_lot: 'A1',
    expires_on: null,
    label_kg: null,
    containers: 1,
  })
})

test('a lot that was scanned before its product stays, and so does all of the same product', () => {
  const lot = { ...EMPTY_DRAFT, supplier_lot: 'GG-0099' }
  expect(changed(lot, { item_id: 'rice' })).toEqual({ ...lot, item_id: 'rice' })
  expect(changed(RICE, { item_id: 'rice', expires_on: '2027-04-01' })).toEqual({ ...RICE, expires_on: '2027-04-01' })
})
