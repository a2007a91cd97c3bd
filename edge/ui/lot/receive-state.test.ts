import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { createReceiveState, type ReceiveParts } from './receive-state.ts'

const RICE = { item_id: 'rice', title: 'Basmati rice', lot_type: 'RAW' }
const GRAIN = { party_id: 'golden-grain', title: 'Golden Grain', kinds: ['supplier'], approved: true }

/** A receiving dock that knows one product and its supplier; nothing stands on its scale. */
function dock() {
  const memory = new Map<string, string>()
  const book = (list: unknown) => ({ value: signal(list) })
  const parts = {
    weight: { view: signal({ kind: 'none', why: '', next: '' }), scale: signal(null), problem: signal(null) },
    shelf: { items: book([RICE]), parties: book([GRAIN]), locations: book([]) },
    outbox: { entry: () => undefined },
    storage: {
      getItem: (key: string) => memory.get(key) ?? null,
      setItem: (k: string, v: string) => void memory.set(k, v),
    },
  } as unknown as ReceiveParts
  return createReceiveState(parts)
}

test('a code that is keyed in counts letter by letter, and its keys stay under the finger', () => {
  const receive = dock()
  receive.edit({ item_id: 'rice' })
  receive.edit({ supplier_id: 'golden-grain' })
  expect(receive.open.value).toBe('lot')
  receive.enter({ supplier_lot: 'G' })
  receive.enter({ supplier_lot: 'GG' })
  expect(receive.open.value).toBe('lot')
  expect(receive.draft.value.supplier_lot).toBe('GG')
})

test('a date is stepped to touch by touch, though the label has said its lot already', () => {
  const receive = dock()
  receive.edit({ item_id: 'rice', supplier_id: 'golden-grain', supplier_lot: 'GG-0099' })
  receive.open.value = 'lot'
  receive.enter({ best_before: '2026-11-26' })
  receive.enter({ best_before: '2027-11-26' })
  expect(receive.open.value).toBe('lot')
  expect(receive.draft.value.best_before).toBe('2027-11-26')
})

test('what a scan says opens what is wanted next', () => {
  const receive = dock()
  receive.edit({ item_id: 'rice', supplier_id: 'golden-grain' })
  expect(receive.open.value).toBe('lot')
  receive.edit({ supplier_lot: 'GG-0099' })
  expect(receive.open.value).toBe('weight')
})
