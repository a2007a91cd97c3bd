import type { LabelPreview } from '@flowviz/contract/label'
import type { Lot } from '@flowviz/contract/lot'
import type { LabelPrinterView, PrintJob } from '@flowviz/contract/print'
import { expect, test } from 'vitest'
import { startLabelPrinter } from '../testing/label-printer.ts'
import { startPlant, type TestPlant } from '../testing/plant.ts'

const GTIN = '09521234543213'
const PUT = { method: 'PUT', headers: { 'content-type': 'application/json' } }

async function withPrinter() {
  const plant = await startPlant()
  const { printer, port } = await startLabelPrinter()
  const put = async (path: string, body: object) => {
    const response = await plant.ask('MANAGER', path, { ...PUT, body: JSON.stringify(body) })
    expect(response.status).toBe(200)
  }
  await put('/api/v1/printers/dock', { host: '127.0.0.1', port, dpi: 203, width_mm: 102, height_mm: 76 })
  await put('/api/v1/items/soup', { title: 'Tomato soup', lot_type: 'FG', gtin: GTIN })
  const body = { lot_type: 'FG', weight_kg: '10', item_id: 'soup', best_before: '2027-03-01' }
  const lot = (await (await plant.post('OPERATOR', '/api/v1/lots', { body })).json()) as Lot
  return { plant, printer, lot }
}

const get = async <T>(plant: TestPlant, path: string) => (await (await plant.ask('AUDITOR', path)).json()) as T

test('an operator prints a label over the API, the printer says that it came out, and the job is done', async () => {
  const { plant, printer, lot } = await withPrinter()
  const body = { label: 'case', lot_id: lot.lot_id, printer_id: 'dock', copies: 3 }
  const response = await plant.post('OPERATOR', '/api/v1/print-jobs', { body })
  expect(response.status).toBe(201)
  const { job_id } = (await response.json()) as PrintJob
  let job = await get<PrintJob>(plant, `/api/v1/print-jobs/${job_id}`)
  while (job.state === 'QUEUED') job = await get<PrintJob>(plant, `/api/v1/print-jobs/${job_id}`)
  expect(job).toMatchObject({ state: 'DONE', copies_done: 3 })
  expect(printer.out).toHaveLength(3)
  const { printers } = await get<{ printers: LabelPrinterView[] }>(plant, '/api/v1/printers')
  expect(printers).toMatchObject([{ printer_id: 'dock', trouble: null, version: 1 }])
  const { records } = await get<{ records: PrintJob[] }>(plant, '/api/v1/print-jobs?printer_id=dock&state=DONE')
  expect(records.map(record => record.job_id)).toEqual([job_id])
})

test('what is previewed in ZPL is what the printer gets', async () => {
  const { plant, printer, lot } = await withPrinter()
  const subject = { label: 'case', lot_id: lot.lot_id, printer_id: 'dock' }
  const preview = await plant.post('AUDITOR', '/api/v1/labels/preview', { body: { ...subject, format: 'zpl' } })
  const { text, elements, link } = (await preview.json()) as LabelPreview
  expect(elements).toBe(`(01)${GTIN}(15)270301(10)${lot.lot_code}`)
  expect(link).toBe(`https://id.gs1.org/01/${GTIN}/10/${lot.lot_code}`)
  await plant.post('OPERATOR', '/api/v1/print-jobs', { body: { ...subject, copies: 1 } })
  while (printer.out.length === 0) await new Promise(resolve => setTimeout(resolve, 20))
  expect(printer.formats).toEqual([text.trim()])
})

test('a preview is an image of the true size, and queues nothing', async () => {
  const { plant, lot } = await withPrinter()
  await get(plant, '/api/v1/printers')
  await plant.seq()
  const seq = await plant.seq()
  const body = { label: 'ingredient', lot_id: lot.lot_code, format: 'svg', width_mm: 80, height_mm: 60 }
  const response = await plant.post('AUDITOR', '/api/v1/labels/preview', { body })
  const { text, width_mm } = (await response.json()) as LabelPreview
  expect(width_mm).toBe(80)
  expect(text).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="80mm" height="60mm"/)
  expect(await plant.seq()).toBe(seq)
})

test('an auditor looks at labels and prints none; an operator defines no printers', async () => {
  const { plant, lot } = await withPrinter()
  const body = { label: 'case', lot_id: lot.lot_id, printer_id: 'dock', copies: 1 }
  expect((await plant.post('AUDITOR', '/api/v1/print-jobs', { body })).status).toBe(403)
  const printer = JSON.stringify({ host: '127.0.0.1', dpi: 203, width_mm: 102, height_mm: 76 })
  expect((await plant.ask('OPERATOR', '/api/v1/printers/dock', { ...PUT, body: printer })).status).toBe(403)
})
