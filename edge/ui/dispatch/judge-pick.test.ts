import { expect, test } from 'vitest'
import { cannedEntry, cannedLot } from '../run/testing/canned.ts'
import { judgePick } from './judge-pick.ts'
import { cannedLine, cannedShipment, cannedUnit } from './testing/canned.ts'

const lot = cannedLot({ lot_type: 'FG', gate_passed: 7 })
const shipment = cannedShipment()
const around = { shipment_id: shipment.shipment_id, shipments: [shipment], entries: [], judge: () => null }
const other = (lines: Parameters<typeof cannedLine>[0]) =>
  cannedShipment({ shipment_id: 'other', shipment_code: 'S-2', state: 'STAGED', lines: [cannedLine(lines)] })

test('a sound lot and a known pallet are picked', () => {
  expect(judgePick({ kind: 'lot', lot }, around)).toBe(null)
  expect(judgePick({ kind: 'unit', unit: cannedUnit(), lots: [lot] }, around)).toBe(null)
})

test('a lot that may not leave is told at the scan, also on a pallet', () => {
  const held = { ...around, judge: () => 'held' as const }
  expect(judgePick({ kind: 'lot', lot }, held)).toEqual({ why: 'may_not', unusable: 'held' })
  expect(judgePick({ kind: 'unit', unit: cannedUnit(), lots: [lot] }, held)).toEqual({
    why: 'may_not',
    unusable: 'held',
  })
})

test('a pallet whose lots this tablet does not know is not judged sound', () => {
  expect(judgePick({ kind: 'unit', unit: cannedUnit(), lots: [] }, around)).toEqual({ why: 'pallet_unknown' })
})

test('a lot that stands on a pallet is picked with its pallet', () => {
  const packed = { ...lot, stock: lot.stock.map(spot => ({ ...spot, hu_id: '01a2-unit' })) }
  expect(judgePick({ kind: 'lot', lot: packed }, around)).toEqual({ why: 'scan_pallet' })
})

test('a second scan of the same goods picks them no second time, on its way or confirmed', () => {
  const entry = cannedEntry('pick-shipment', {
    params: { shipment_id: shipment.shipment_id },
    body: { lot_id: lot.lot_id },
  })
  expect(judgePick({ kind: 'lot', lot }, { ...around, entries: [entry] })).toEqual({ why: 'already' })
  const shipments = [cannedShipment({ state: 'PICKING', lines: [cannedLine()] })]
  expect(judgePick({ kind: 'lot', lot }, { ...around, shipments })).toEqual({ why: 'already' })
})

test('what another shipment has is refused by its code, and what it left of a lot is not', () => {
  const whole = { ...around, shipments: [shipment, other({ weight_mg: lot.on_hand_mg })] }
  expect(judgePick({ kind: 'lot', lot }, whole)).toEqual({ why: 'elsewhere', code: 'S-2' })
  const part = { ...around, shipments: [shipment, other({ weight_mg: 1_000_000 })] }
  expect(judgePick({ kind: 'lot', lot }, part)).toBe(null)
  const unit = { ...around, shipments: [shipment, other({ hu_id: '01a2-unit' })] }
  expect(judgePick({ kind: 'unit', unit: cannedUnit(), lots: [lot] }, unit)).toEqual({ why: 'elsewhere', code: 'S-2' })
})

test('what was taken out here may be picked again at once, though the appliance has not heard of it yet', () => {
  const out = cannedEntry('unpick-shipment', {
    params: { shipment_id: shipment.shipment_id },
    body: { lot_id: lot.lot_id },
  })
  const shipments = [cannedShipment({ state: 'PICKING', lines: [cannedLine()] })]
  expect(judgePick({ kind: 'lot', lot }, { ...around, shipments, entries: [out] })).toBe(null)
})
