import { buildElementString } from '@flowviz/contract/gs1/build'
import type { LabelPreview } from '@flowviz/contract/label'
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

/** The refusal of a scan of which nothing is known here. */
async function refused(plant: TestPlant, ...symbols: string[]) {
  const answer = await plant.post('VIEWER', '/api/v1/scans', { body: { symbols } })
  expect(answer.status).toBe(404)
  return (await answer.json()) as { code: string; hint: string }
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
  expect(await scan(plant, `]E0${GTIN.slice(1)}`, ']C0F/77')).toMatchObject(found)
  expect(await scan(plant, `]I1${GTIN}`, ']A0BEEF-1\r')).toMatchObject(found)
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

test('what nobody here knows is refused with what was read, and what is no label says why', async () => {
  const { plant } = await plantWithBeef()
  expect(await refused(plant, '(01)19521234543210(10)LOT9')).toMatchObject({
    code: 'scan_unknown',
    label: { gtin: '19521234543210', lot: 'LOT9' },
    fault: null,
  })
  expect(await refused(plant, 'BEEF-9')).toMatchObject({ code: 'scan_unknown', fault: { code: 'gs1_unknown_ai' } })
  const wrong = await refused(plant, ']C10109521234543214')
  expect(wrong).toMatchObject({ elements: [], fault: { code: 'gs1_check_digit', at: 18 } })
  expect(wrong.hint).toContain('One digit is wrong')
  expect(await scan(plant, `]C101${GTIN}10LOT4217261231`)).toMatchObject({ warnings: [{ code: 'separator_lost' }] })
  expect((await plant.post('VIEWER', '/api/v1/scans', { body: { symbols: [] } })).status).toBe(400)
  expect((await plant.post('VIEWER', '/api/v1/scans', { body: { symbols: [null] } })).status).toBe(400)
})

test('control characters travel as they are or as their pictures, and line ends and tabs are no part of a code', async () => {
  const { plant, lot } = await plantWithBeef()
  for (const text of [
    `]C101${GTIN}10BEEF-1\u001d17991231\r\n`,
    `\u0002]d201${GTIN}10BEEF-1\u241d17991231\u0003`,
    '\u0002]C0BEEF-1\u0003\t',
    ']c0BEEF-1\r',
  ]) {
    const answer = await plant.post('VIEWER', '/api/v1/scans', { body: { symbols: [text] } })
    expect([text, await answer.json()]).toMatchObject([text, { what: 'lot', lots: [{ lot_id: lot.lot_id }] }])
  }
})

test('a code that several lots bear lists them all, whoever gave it', async () => {
  const { plant, lot } = await plantWithBeef()
  const other = await made<Lot>(plant, '/lots', {
    lot_type: 'RAW',
    lot_code: 'PORK-1',
    supplier: 'Other farm',
    supplier_lot_code: 'F/77',
    weight_kg: '10',
    manual_reason: 'no scale here',
  })
  const both = [lot, other].map(({ lot_id, lot_code }) => ({ lot_id, lot_code }))
  expect(await scan(plant, ']C0F/77')).toMatchObject({ what: 'lot', lots: both })
  expect(await scan(plant, ']C110F/77')).toMatchObject({ what: 'lot', lots: both, warnings: [{ code: 'incomplete' }] })
  expect(await scan(plant, lot.lot_id)).toMatchObject({ what: 'lot', lots: [both[0]] })
})

test('every symbol of every label that the plant prints is found again', async () => {
  const { plant, lot } = await plantWithBeef()
  const bare = { lot_type: 'RAW', weight_kg: '10', manual_reason: 'no scale here' }
  const salt = await made<Lot>(plant, '/lots', { ...bare, lot_code: 'TEST-00000042-LOAD-0001' })
  const hu = await made<HandlingUnit>(plant, '/handling-units', {
    kind: 'pallet',
    location_id: 'receiving',
    sscc: SSCC,
  })
  const held = { lot_ids: [salt.lot_id], reason: 'torn sack' }
  const { hold_id } = await made<{ hold_id: string }>(plant, '/holds', held)
  const labels = [
    [
      { label: 'case', lot_id: lot.lot_id },
      { what: 'lot', lots: [{ lot_id: lot.lot_id }] },
    ],
    [
      { label: 'ingredient', lot_id: salt.lot_id },
      { what: 'lot', lots: [{ lot_id: salt.lot_id }] },
    ],
    [
      { label: 'hold', hold_id },
      { what: 'hold', hold_id },
    ],
  ] as const
  for (const [subject, found] of labels) {
    const body = { ...subject, format: 'zpl' }
    const preview = (await (await plant.post('VIEWER', '/api/v1/labels/preview', { body })).json()) as LabelPreview
    expect([subject, await scan(plant, preview.elements)]).toMatchObject([subject, found])
    if (preview.link !== null) expect(await scan(plant, preview.link)).toMatchObject(found)
  }
  // A pallet has three rows of bars and a link, and a person scans any of them.
  const pallet = { what: 'handling_unit', hu_id: hu.hu_id }
  for (const symbol of [`]C100${SSCC}`, `https://id.gs1.org/00/${SSCC}`, `]d200${SSCC}02${GTIN}374\u001d10BEEF-1`])
    expect(await scan(plant, symbol)).toMatchObject(pallet)
  const row = { warnings: [{ code: 'incomplete' }] }
  expect(await scan(plant, `]C102${GTIN}374`)).toMatchObject({ ...row, what: 'item', item_id: 'beef' })
  expect(await scan(plant, ']C110BEEF-1')).toMatchObject({ ...row, what: 'lot', lots: [{ lot_id: lot.lot_id }] })
})
