import type { LabelContent } from '@flowviz/contract/label'

/** A case of soup. */
export const CASE: LabelContent = {
  label: 'case',
  site: 'plant-a',
  title: 'Tomato soup with basil, 6 x 500 g',
  lot_code: 'PLA-261125-L1-0012',
  gtin: '09521234543213',
  sscc: null,
  hold_id: null,
  produced_on: '2026-11-25',
  best_before: '2027-03-01',
  expires_on: null,
  weight_kg: null,
  count: null,
  allergens: ['milk', 'celery'],
  storage: 'chilled',
  lines: ['NET 3.0 kg'],
}

export const PALLET: LabelContent = { ...CASE, label: 'pallet', sscc: '006141411234567890', count: 48 }

export const HOLD: LabelContent = {
  ...CASE,
  label: 'hold',
  title: 'Metal detector failed its test at 10:40',
  lot_code: null,
  gtin: null,
  hold_id: '019ab0a2-5c00-7000-8000-000000000001',
  produced_on: null,
  best_before: null,
  allergens: [],
  storage: null,
  lines: ['Since 2026-11-25 10:41 UTC', 'PLA-261125-L1-0012'],
}
