import { expect, test } from 'vitest'
import { aboutOf, concerns, toldBy } from './about.ts'

const person = { kind: 'person', id: 'p-1', device: 'tablet-1' }

test('a consumption is about its run, its lot, the places it left and the machines that took part', () => {
  const event = {
    type: 'run.consumed',
    subject: 'run:r-1',
    actor: person,
    data: {
      run_id: 'r-1',
      lot_id: 'l-1',
      weight: { method: 'captured', scale_id: 'scale-1' },
      allergens: ['milk'],
      postings: [{ lot_id: 'l-1', from: 'location:cold-room/hu:h-1', to: 'run:r-1' }],
      passed_over: ['l-2'],
    },
  }
  expect(aboutOf(event).sort()).toEqual(
    ['run:r-1', 'lot:l-1', 'lot:l-2', 'device:scale-1', 'device:tablet-1', 'location:cold-room', 'hu:h-1'].sort(),
  )
})

test('ids are read by the last word of their key, at any depth, and words that name no record are not', () => {
  const data = {
    source_lot_ids: ['l-1', 'l-2'],
    to_location_id: 'dock',
    supplier_id: 'acme',
    signer_id: 'p-2',
    lots: [{ lot_id: 'l-3', status: 'HOLD' }],
    signs: [{ seq: 1, subject: 'hold:h-1' }],
    from: 'RUNNING',
    to: 'customer:shop',
    reading_id: 'x',
    freed: [],
  }
  expect(aboutOf({ type: 'x', data }).sort()).toEqual(
    ['lot:l-1', 'lot:l-2', 'lot:l-3', 'location:dock', 'party:acme', 'party:shop', 'person:p-2', 'hold:h-1'].sort(),
  )
})

test('an event of a newer release that has another shape is about what can be read of it', () => {
  const strange = { type: 'x', subject: 7, data: 'text', actor: null } as never
  expect(aboutOf(strange)).toEqual([])
})

test('what a recovery row brings back is found, but by its own type alone', () => {
  const inner = { type: 'lot.registered', subject: 'lot:l-1', actor: person, data: { lot_id: 'l-1' } }
  const row = toldBy({ type: 'ledger.recovered', subject: 'event:e-1', data: { body: JSON.stringify(inner) } })
  expect(concerns(row, { subject: 'lot:l-1', person: 'p-1', device: 'tablet-1' })).toBe(true)
  expect(concerns(row, { type: 'ledger.recovered' })).toBe(true)
  expect(concerns(row, { type: 'lot.registered' })).toBe(false)
  expect(concerns(row, { person: 'p-2' })).toBe(false)
})
