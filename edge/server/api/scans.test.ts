import { buildElementString } from '@flowviz/contract/gs1/build'
import type { HandlingUnit } from '@flowviz/contract/logistics-view'
import type { Lot } from '@flowviz/contract/lot'
import type { ScanAnswer } from '@flowviz/contract/scan'
import { expect, test } from 'vitest'
import { startPlant, type TestPlant } from '../testing/plant.ts'

const GTIN = '09521234543213'
const SSCC = '009521234500000012'

async function scan(plant: TestPlant, ...symbols: string[]): Promise<ScanAnswer> {
  const answer = await plant.post('VIEWER', '/api/v1/scans', {
    body: { symbols: symbols.map(text => text.replaceAll('\u001d', '\u241d')) },
  })
  expect(answer.status).toBe(200)
  return (await answer.json()) as ScanAnswer
}

async function made<T>(plant: TestPlant, path: string, body: unknown): Promise<T> {
  const answer = await plant.post('OPERATOR', `/api/v1${path}`, { body })
  expect([answer.status, path]).toEqual([201, path])
  return (await answer.json()) as T
}

async function plantWithBeef() {
  const plant = await startPlant()
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ title: 'Beef', lot_type: 'RAW', gtin: GTIN })
  await plant.ask('MANAGER', '/api/v1/items/beef', { method: 'PUT', headers, body })
  const lot = await made<Lot>(plant, '/lots', {
    lot_type: 'RAW',
    item_id: 'beef',
    lot_code: 'BEEF-1',
    supplier: 'Farm',
    supplier_lot_code: 'F/77',
    weight_kg: '10',
    manual_reason: 'no scale here',
  })
  return { plant, lot }
}

test('a label says which lot of the plant it is, by its own code and by the supplier’s', async () => {
  const { plant, lot } = await plantWithBeef()
  const built = buildElementString([
    { ai: '01', value: GTIN },
    { ai: '10', value: 'BEEF-1' },
    { ai: '17', value: '991231' },
  ])
  const own = await scan(plant, built.ok ? `]C1${built.text}` : '')
  const found = { what: 'lot', item_id: 'beef', lots: [{ lot_id: lot.lot_id, lot_code: 'BEEF-1' }], fault: null }
  expect(own).toMatchObject({
    ...found,
    symbology: ']C1',
    form: 'element_string',
    label: { gtin: GTIN, lot: 'BEEF-1' },
  })
  expect(await scan(plant, `https://id.gs1.org/01/${GTIN}/10/F%2F77`)).toMatchObject(found)
  expect(await scan(plant, ']C0BEEF-1')).toMatchObject({ ...found, item_id: null, form: 'plain' })
  expect(await scan(plant, 'BEEF-1')).toMatchObject({ what: 'lot', lots: found.lots })
  expect(await scan(plant, `(01)${GTIN}(10)BEEF-2`)).toMatchObject({ what: 'item', item_id: 'beef', lots: [] })
})

test('a pallet label is its handling unit, and a GTIN alone is the item', async () => {
  const { plant } = await plantWithBeef()
  const hu = await made<HandlingUnit>(plant, '/handling-units', {
    kind: 'pallet',
    location_id: 'receiving',
    sscc: SSCC,
  })
  const pallet = await scan(plant, `]C102${GTIN}3748`, `]C100${SSCC}`)
  expect(pallet).toMatchObject({
    what: 'handling_unit',
    hu_id: hu.hu_id,
    item_id: 'beef',
    label: { count: 48, sscc: SSCC },
  })
  expect(await scan(plant, SSCC)).toMatchObject({ what: 'handling_unit', hu_id: hu.hu_id, form: 'sscc' })
  expect(await scan(plant, ']E09521234543213')).toMatchObject({ what: 'item', item_id: 'beef' })
})

test('what nobody here knows is unknown, and what is no label says why', async () => {
  const { plant } = await plantWithBeef()
  expect(await scan(plant, '(01)19521234543210')).toMatchObject({ what: 'unknown', item_id: null, fault: null })
  expect(await scan(plant, ']C10109521234543214')).toMatchObject({
    what: 'unknown',
    elements: [],
    fault: { code: 'gs1_check_digit', at: 18 },
  })
  expect(await scan(plant, `]C101${GTIN}10LOT4217261231`)).toMatchObject({ warnings: [{ code: 'separator_lost' }] })
  expect((await plant.post('VIEWER', '/api/v1/scans', { body: { symbols: [] } })).status).toBe(400)
})
