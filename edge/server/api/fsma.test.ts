import { hash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TraceRequest } from '@flowviz/contract/fsma'
import type { Lot } from '@flowviz/contract/lot'
import { ROLES } from '@flowviz/contract/role'
import { expect, test } from 'vitest'
import { pagesOf } from '../testing/pdf.ts'
import { PIN, plantFiles, startPlant, type TestPlant } from '../testing/plant.ts'
import { sheetsOf } from '../testing/workbook.ts'

const EXPORTS = '/api/v1/fsma/exports'
const REQUEST = { caller: 'FDA, Ms Smith', phone: '+1 301 555 0100', reason: 'outbreak of listeria' }
const DAYS = { from: '2020-01-01', to: '2099-12-31' }

async function asked(plant: TestPlant, change: object = {}): Promise<TraceRequest> {
  const body = { request: REQUEST, filter: DAYS, format: 'xlsx', ...change }
  const response = await plant.post('AUDITOR', EXPORTS, { body })
  expect(response.status).toBe(201)
  return (await response.json()) as TraceRequest
}

async function done(plant: TestPlant, request_id: string): Promise<TraceRequest> {
  return expect
    .poll(
      async () => {
        const request = (await (await plant.ask('AUDITOR', `${EXPORTS}/${request_id}`)).json()) as TraceRequest
        return request.state === 'DONE' || request.state === 'FAILED' ? request : null
      },
      { timeout: 20_000, interval: 100 },
    )
    .not.toBeNull()
    .then(async () => (await (await plant.ask('AUDITOR', `${EXPORTS}/${request_id}`)).json()) as TraceRequest)
}

/** The file of a request, and its sheets. */
async function opened(plant: TestPlant, request_id: string) {
  const file = await plant.ask('AUDITOR', `${EXPORTS}/${request_id}/file`)
  const bytes = Buffer.from(await file.arrayBuffer())
  const path = join(plant.files.FLOWVIZ_DATA_DIR!, 'again.xlsx')
  writeFileSync(path, bytes)
  return { bytes, sheets: await sheetsOf(path) }
}

test('a request is logged with its clock of 24 hours, answered without headquarters, and its file is what it says', async () => {
  const plant = await startPlant()
  for (let at = 0; at < 3; at += 1)
    await plant.post('OPERATOR', '/api/v1/lots', {
      body: { lot_type: 'RAW', weight_kg: '1.5', supplier_lot_code: `00${at}` },
    })
  const request = await asked(plant)
  expect(request).toMatchObject({ ...REQUEST, format: 'xlsx', delivered_at: null })
  expect(Date.parse(request.due_at) - Date.parse(request.asked_at)).toBe(86_400_000)
  const answer = await done(plant, request.request_id)
  expect(answer).toMatchObject({ state: 'DONE', progress: null, cause: null })
  expect(answer.sheets!.map(({ sheet }) => sheet)).toEqual([
    'Index',
    'Receiving',
    'Transformation',
    'Shipping',
    'Locations',
    'Products',
    'Glossary',
    'KDE Map',
  ])
  const { bytes, sheets } = await opened(plant, request.request_id)
  expect(hash('sha256', bytes)).toBe(answer.sha256)
  expect(
    sheets
      .get('Receiving')!
      .slice(1)
      .map(row => row[2]),
  ).toEqual(['000', '001', '002'])
  expect(sheets.get('Index')!.flat()).toContain('FDA, Ms Smith, +1 301 555 0100')
})

test('a job that a restart interrupted begins anew', async () => {
  const files = plantFiles()
  const first = await startPlant(files)
  const { request_id } = await asked(first)
  await first.stop()
  const second = await startPlant(files)
  const answer = await done(second, request_id)
  expect(answer.state).toBe('DONE')
  expect(existsSync(join(files.FLOWVIZ_DATA_DIR!, 'fsma', answer.file!))).toBe(true)
})

test('what names neither days nor lots is no request, and an operator asks for none', async () => {
  const plant = await startPlant()
  const body = { request: REQUEST, filter: {}, format: 'csv' }
  const empty = await plant.post('AUDITOR', EXPORTS, { body })
  expect(await empty.json()).toMatchObject({ code: 'trace_filter_empty' })
  const upsideDown = { ...body, filter: { from: '2026-02-02', to: '2026-02-01' } }
  expect((await plant.post('AUDITOR', EXPORTS, { body: upsideDown })).status).toBe(422)
  expect((await plant.post('OPERATOR', EXPORTS, { body })).status).toBe(403)
  const { request_id } = await asked(plant, { filter: { lots: ['00017'] }, format: 'csv' })
  const answer = await done(plant, request_id)
  expect(answer.file).toMatch(/^fsma204-plant-a-.*\.zip$/)
  expect((await plant.ask('AUDITOR', `${EXPORTS}/${request_id}/file`)).headers.get('content-type')).toBe(
    'application/zip',
  )
})

test('A-T7 whoever throws a record away, it is given still', async () => {
  const plant = await startPlant()
  const body = { lot_type: 'RAW', weight_kg: '1.5', supplier_lot_code: '00017' }
  const { lot_id, lot_code } = (await (await plant.post('OPERATOR', '/api/v1/lots', { body })).json()) as Lot
  const { request_id } = await asked(plant)
  await done(plant, request_id)
  for (const role of ROLES)
    for (const path of [
      `${EXPORTS}/${request_id}`,
      `${EXPORTS}/${request_id}/file`,
      '/api/v1/receipts',
      '/api/v1/ledger',
    ])
      expect([404, 405]).toContain((await plant.ask(role, path, { method: 'DELETE' })).status)
  const statuses: number[] = []
  for (const role of ROLES) {
    const init = {
      method: 'DELETE',
      headers: { 'content-type': 'application/json' },
      body: '{"reason":"no longer needed"}',
    }
    statuses.push((await plant.ask(role, `/api/v1/lots/${lot_id}`, init)).status)
  }
  expect(statuses).toContain(200)
  const again = await asked(plant, { filter: { lots: ['00017'] } })
  const { sheets } = await done(plant, again.request_id)
  expect(sheets!.find(({ sheet }) => sheet === 'Receiving')!.rows).toBe(1)
  const book = (await opened(plant, again.request_id)).sheets
  expect(book.get('Receiving')!.flat()).toEqual(expect.arrayContaining(['00017', `lot ${lot_code} was voided`]))
  expect((await plant.ask('AUDITOR', `${EXPORTS}/${request_id}/file`)).status).toBe(200)
})

const PLAN = {
  place: {
    business: 'Werk Kiel GmbH',
    phone: '+49 431 1000',
    street: 'Hafen 1',
    city: 'Kiel',
    region: 'SH',
    postal_code: '24103',
    country: 'DE',
    gln: null,
    ffrn: '12345678901',
    source_url: null,
  },
  contact: { name_or_title: 'Head of quality', phone: '+49 431 1001' },
  time_zone: 'Europe/Berlin',
  procedures: 'All records stand in the ledger of the appliance in the plant.',
  identification: 'Items on the list carry their category in the master data.',
  assignment: 'The appliance gives a code to every lot that is made.',
  farm_map: null,
}

test('a traceability plan is issued with a signature, printed, and kept 24 months after the next one', async () => {
  const plant = await startPlant()
  const plans = '/api/v1/fsma/plans'
  const sign = { name: 'manager', secret: PIN }
  expect(await (await plant.post('MANAGER', plans, { body: { plan: PLAN } })).json()).toMatchObject({
    code: 'signature_missing',
  })
  const nowhere = { plan: { ...PLAN, time_zone: 'Mars/Olympus' }, sign }
  expect(await (await plant.post('MANAGER', plans, { body: nowhere })).json()).toMatchObject({
    code: 'time_zone_unknown',
  })
  const first = await plant.post('MANAGER', plans, { body: { plan: PLAN, sign } })
  expect(await first.json()).toMatchObject({
    version: 1,
    superseded_at: null,
    setup: { lot_code_pattern: 'PLA-YYMMDD-LINE-NNNN' },
  })
  await plant.post('MANAGER', plans, { body: { plan: PLAN, sign } })
  const { records } = (await (await plant.ask('AUDITOR', plans)).json()) as {
    records: { version: number; superseded_at: string; kept_until: string }[]
  }
  expect(records.map(({ version }) => version)).toEqual([2, 1])
  const { superseded_at, kept_until } = records[1]!
  expect(Number(kept_until.slice(0, 4)) - Number(superseded_at.slice(0, 4))).toBe(2)
  const pdf = await plant.ask('AUDITOR', `${plans}/1/pdf`)
  const text = (await pagesOf(new Uint8Array(await pdf.arrayBuffer()))).join(' ').replace(/\s+/g, ' ')
  for (const part of ['version 1', 'Superseded', 'Head of quality', 'MANAGER', 'VALID', 'PLA-YYMMDD-LINE-NNNN'])
    expect(text).toContain(part)
})
