import { expect, test } from 'vitest'
import { rebuildProjections } from '../../store/rebuild.ts'
import { type Box, openBox, refusal } from '../testing/box.ts'

const item = (box: Box, item_id: string, change = {}) =>
  box.act('define-item', { params: { item_id }, body: { title: item_id, lot_type: 'RAW', ...change } })
const place = (box: Box, location_id: string, parent_id?: string) =>
  box.act('define-location', {
    params: { location_id },
    body: { title: location_id, kind: 'storage', ...(parent_id === undefined ? {} : { parent_id }) },
  })

test('an item counts its versions, and the same content again is no version and no event', () => {
  const box = openBox()
  expect(item(box, 'beef')).toMatchObject({ item_id: 'beef', version: 1 })
  expect(item(box, 'beef', { shelf_life_days: 5 })).toMatchObject({ shelf_life_days: 5, version: 2 })
  const { seq } = box.engine.head()
  expect(
    box.act('define-item', {
      params: { item_id: 'beef' },
      body: { shelf_life_days: 5, lot_type: 'RAW', title: 'beef' },
    }),
  ).toMatchObject({ version: 2 })
  expect(box.engine.head().seq).toBe(seq)
  expect(item(box, 'beef')).toEqual({ item_id: 'beef', title: 'beef', lot_type: 'RAW', version: 3 })
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})

test('a mistyped GTIN or GLN and an unknown plan are refused', () => {
  const box = openBox()
  expect(item(box, 'beef', { gtin: '04012345000016' })).toMatchObject({ gtin: '04012345000016' })
  expect(refusal(() => item(box, 'beef', { gtin: '04012345000017' }))).toBe('gtin_invalid')
  expect(refusal(() => item(box, 'beef', { plan_id: 'nobodys' }))).toBe('record_not_found')
  const party = (gln: string) =>
    box.act('define-party', { params: { party_id: 'acme' }, body: { title: 'Acme', kinds: ['supplier'], gln } })
  expect(party('4012345000009')).toMatchObject({ version: 1 })
  expect(refusal(() => party('4012345000008'))).toBe('gtin_invalid')
})

test('a place stands in a room that is there, and never in itself', () => {
  const box = openBox()
  expect(refusal(() => place(box, 'rack', 'cold-room'))).toBe('record_not_found')
  place(box, 'building')
  place(box, 'cold-room', 'building')
  place(box, 'rack', 'cold-room')
  expect(refusal(() => place(box, 'building', 'rack'))).toBe('location_circle')
  expect(refusal(() => place(box, 'building', 'building'))).toBe('location_circle')
  const limits = { title: 'Cold room', kind: 'storage', low_c: '5', high_c: '4.9' } as const
  expect(refusal(() => box.act('define-location', { params: { location_id: 'cold-room' }, body: limits }))).toBe(
    'limits_invalid',
  )
  const thermometer = { title: 'Probe', kind: 'thermometer', location_id: 'cellar' } as const
  expect(refusal(() => box.act('define-instrument', { params: { instrument_id: 'probe-9' }, body: thermometer }))).toBe(
    'record_not_found',
  )
})

test('a site that is configured as it is stays at its version, in whatever order the weekdays come', () => {
  const box = openBox()
  const settings = {
    strict_signature: false,
    dual_control: true,
    training_required: false,
    review_days: 7,
    working_days: [1, 2, 3],
    tolerance_pct: '1.5',
    hold_descendants: false,
    plan_id: 'seven-gates',
  }
  expect(box.act('configure-site', { body: settings })).toMatchObject({ version: 1, tolerance_pct: '1.5' })
  expect(box.act('configure-site', { body: { ...settings, working_days: [3, 1, 2, 3] } })).toMatchObject({ version: 1 })
  expect(refusal(() => box.act('configure-site', { body: { ...settings, plan_id: 'nobodys' } }))).toBe(
    'record_not_found',
  )
})
