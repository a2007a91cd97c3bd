import type { Shipment } from '@flowviz/contract/logistics-view'
import { expect, test } from 'vitest'
import { cannedEntry } from '../run/testing/canned.ts'
import { shipmentNow } from './shipment-now.ts'
import { cannedLine, cannedShipment } from './testing/canned.ts'

const entry = (command: Parameters<typeof cannedEntry>[0], more: Parameters<typeof cannedEntry>[1] = {}) =>
  cannedEntry(command, { params: { shipment_id: cannedShipment().shipment_id }, ...more })
const at = (state: Shipment['state'], entries: Parameters<typeof shipmentNow>[1]) =>
  shipmentNow(cannedShipment({ state }), entries, Date.parse('2026-11-26T06:00:00.000Z'))

test('a pick that waits is in the shipment, hatched, and the shipment is being picked', () => {
  const now = at('PLANNED', [entry('pick-shipment', { about: 'NOR-1' })])
  expect(now).toMatchObject({ state: 'PICKING', picks: [{ title: 'NOR-1', refused: false }] })
})

test('a shipment has not left before the appliance has said yes', () => {
  expect(at('STAGED', [entry('ship-shipment')])).toMatchObject({ state: 'STAGED', is_leaving: true })
})

test('a refused pick is told, and nothing behind it happens', () => {
  const now = at('PICKING', [
    entry('pick-shipment', { state: 'rejected' }),
    entry('stage-shipment', { state: 'parked' }),
  ])
  expect(now).toMatchObject({ state: 'PICKING', picks: [{ refused: true }] })
  expect(now.refused).toHaveLength(1)
})

test('the answer of a departure is what the shipment is, with its warnings left aside', () => {
  const answer = { shipment: cannedShipment({ state: 'SHIPPED' }), warnings: [] }
  const acked = entry('ship-shipment', { state: 'acked', answer, closed_at: '2026-11-26T06:00:01.000Z' })
  expect(at('STAGED', [acked])).toMatchObject({ state: 'SHIPPED', is_leaving: false })
})

test('a pick that was taken back before it was sent is in the shipment no more', () => {
  const body = { lot_id: '01a2-lot' }
  const pick = entry('pick-shipment', { key: 'a', body })
  const now = at('PLANNED', [pick, { ...pick, key: 'b' }, entry('unpick-shipment', { body })])
  expect(now.picks.map(({ key }) => key)).toEqual(['a'])
})

test('a line that is taken out is marked until the appliance has said so, a pallet with all that is on it', () => {
  const lines = ['a', 'b', 'c'].map(line_id => cannedLine({ line_id, hu_id: line_id === 'a' ? null : '01a2-unit' }))
  const told = cannedShipment({ state: 'STAGED', lines })
  const now = shipmentNow(told, [entry('unpick-shipment', { body: { line_id: 'b' } })], 0)
  expect([now.state, [...now.out]]).toEqual(['PICKING', ['b', 'c']])
  const both = shipmentNow(told, [entry('unpick-shipment', { body: { lot_id: '01a2-lot' } })], 0)
  expect([...both.out]).toEqual(['a'])
})
