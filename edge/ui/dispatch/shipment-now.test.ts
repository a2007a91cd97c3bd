import type { Shipment } from '@flowviz/contract/logistics-view'
import { expect, test } from 'vitest'
import { cannedEntry } from '../run/testing/canned.ts'
import { shipmentNow } from './shipment-now.ts'
import { cannedShipment } from './testing/canned.ts'

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
