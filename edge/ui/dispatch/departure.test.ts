import { expect, test } from 'vitest'
import { departureOf, missingOf } from './departure.ts'

const all = { bol: 'BOL-777', seal: '4471', truck_c: '-18.5' }

test('a truck leaves with its paper, its seal and its temperature, each asked for in turn', () => {
  expect(missingOf({ bol: '', seal: '', truck_c: '' }, false)).toBe('bol')
  expect(missingOf({ ...all, seal: ' ' }, false)).toBe('seal')
  expect(missingOf({ ...all, truck_c: '-' }, false)).toBe('truck_c')
  expect(missingOf(all, false)).toBe(null)
})

test('a shipment that brought its paper along needs no other', () => {
  expect(missingOf({ ...all, bol: '' }, true)).toBe(null)
  expect(departureOf({ ...all, bol: '' })).toEqual({
    documents: [
      { type: 'other', number: 'SEAL 4471' },
      { type: 'other', number: 'TRUCK -18.5 Cel' },
    ],
  })
})
