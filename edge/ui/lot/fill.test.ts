import type { Meaning } from '@flowviz/contract/gs1/meaning'
import type { Item } from '@flowviz/contract/plant/item'
import type { Party } from '@flowviz/contract/plant/party'
import { expect, test } from 'vitest'
import type { Finding } from '../scan/finding.ts'
import { fill } from './fill.ts'

const RICE: Item = { item_id: 'rice', title: 'Basmati rice', lot_type: 'RAW', gtin: '09521234543213' }
const GRAIN: Party = { party_id: 'golden-grain', title: 'Golden Grain', kinds: ['supplier'], gln: '4012345000009' }
const books = { items: [RICE], parties: [GRAIN] }

const NOTHING: Meaning = {
  gtin: null,
  lot: null,
  serial: null,
  sscc: null,
  gln: null,
  gln_extension: null,
  count: null,
  net: null,
  gross: null,
  production_date: null,
  packaging_date: null,
  best_before: null,
  sell_by: null,
  use_by: null,
}
const finding = (known: object, label: Partial<Meaning> | null = null) =>
  ({
    ...known,
    source: 'cache',
    label: label === null ? null : { ...NOTHING, ...label },
    warnings: [],
    incomplete: false,
  }) as unknown as Finding
const unknown = { kind: 'unknown', why: 'offline', message: null, hint: null }
const day = (date: string) => ({ date, precision: 'day' as const })

test('one code of a supplier fills product, lot, dates and net weight, with the server away', () => {
  const label = {
    gtin: '09521234543213',
    lot: 'GG-0099',
    best_before: day('2027-03-01'),
    net: { value: '12.500', unit: 'kg' as const, decimals: 3 },
    gln: '4012345000009',
  }
  expect(fill(']C1...', finding(unknown, label), { wanted: 'product', books })).toEqual({
    unknown_product: false,
    change: {
      item_id: 'rice',
      supplier_id: 'golden-grain',
      supplier_lot: 'GG-0099',
      best_before: '2027-03-01',
      label_kg: '12.500',
    },
  })
})

test('pounds of a label are kilograms here, to the milligram', () => {
  const label = { net: { value: '10.00', unit: 'lb' as const, decimals: 2 } }
  expect(fill('', finding(unknown, label), { wanted: 'lot', books })?.change).toEqual({ label_kg: '4.535924' })
})

test('a product that nobody has set up is said and takes the place of the one before; its lot is kept', () => {
  const filled = fill('', finding(unknown, { gtin: '00000000000017', lot: 'A1' }), { wanted: 'product', books })
  expect(filled).toEqual({ unknown_product: true, change: { item_id: null, supplier_lot: 'A1' } })
})

test('a code by itself is the lot of the supplier, or the number of the paper while that is asked for', () => {
  expect(fill(' GG-0099 ', finding(unknown), { wanted: 'lot', books })?.change).toEqual({ supplier_lot: 'GG-0099' })
  expect(fill('DN-7', finding(unknown), { wanted: 'document', books })?.change).toEqual({
    document: { type: 'bol', number: 'DN-7' },
  })
})

test('a lot of ours is not received again: that scan is somebody else’s', () => {
  const own = { kind: 'lot', lot: { lot_code: 'NOR-261126-L1-0001' } }
  expect(fill('NOR-261126-L1-0001', finding(own), { wanted: 'lot', books })).toBeNull()
  expect(fill('', finding(own, { lot: 'NOR-261126-L1-0001' }), { wanted: 'lot', books })).toBeNull()
})

test('the second crate of a lot that is here already fills like the first', () => {
  const here = { kind: 'lot', lot: { lot_code: 'NOR-1', supplier_lot_code: 'GG-0099' } }
  const filled = fill('', finding(here, { gtin: '09521234543213', lot: 'GG-0099' }), { wanted: 'product', books })
  expect(filled?.change).toEqual({ item_id: 'rice', supplier_lot: 'GG-0099' })
})

test('a plate that is on the container gives the lot its code, and what no lot can bear does not', () => {
  expect(fill('plt-0007', finding(unknown), { wanted: 'plate', books })?.change).toEqual({ plate: 'PLT-0007' })
  expect(fill('https://example.com/1', finding(unknown), { wanted: 'plate', books })).toBeNull()
})

test('a badge on this screen is no receipt', () => {
  expect(fill('B-1', finding({ kind: 'person', person: {} }), { wanted: 'lot', books })).toBeNull()
})
