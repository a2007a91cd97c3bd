import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Lot } from '@flowviz/contract/lot'
import type { PrintJob } from '@flowviz/contract/print'
import type { ScanAnswer } from '@flowviz/contract/scan'
import t, { type Test } from 'tap'
import { loadDecoder, symbolsOn } from '../edge/server/label/testing/read.ts'
import { call } from '../provisioning/call.ts'
import { PRINTER } from '../provisioning/demo/devices.ts'
import { steer } from '../provisioning/demo/lots.ts'
import { PLANT_PEOPLE } from '../provisioning/demo/people.ts'
import { type Plant, preparePlant } from '../provisioning/demo/plant.ts'
import { freePorts } from '../provisioning/demo/port.ts'
import { definePrinter } from '../provisioning/demo/printer.ts'
import { operatorOf, ownFolder, signIn } from './harness/house.ts'
import { until } from './harness/until.ts'

const PAPER = [102, 152, 8] as const
// Its module build finds no crypto in Node.
const { ready } = createRequire(import.meta.url)('zpl-renderer-js') as typeof import('zpl-renderer-js')

/** A plant of the demo with its label printer, and a lot of an item that has a GTIN. */
async function raise(t: Test) {
  const ports = (await freePorts(5)) as [number, number, number, number, number]
  const [httpPort, mqttPort, modbusPort, controlPort, printerPort] = ports
  const named = { site: 'north-kitchen', siteName: 'North Kitchen', dir: join(ownFolder(t), 'plant') }
  const now = () => Date.now()
  const plant = preparePlant({ ...named, httpPort, mqttPort, modbusPort, controlPort, printerPort, now })
  t.teardown(() => plant.kill())
  await Promise.all([plant.simulator.start(), plant.edge.start()])
  await definePrinter(plant, printerPort)
  const [operator, manager] = await Promise.all([
    operatorOf(plant),
    signIn(plant.url, '/api/v1/login', PLANT_PEOPLE.find(({ role }) => role === 'MANAGER')!),
  ])
  const item = { title: 'Chicken curry 400 g', lot_type: 'FG', gtin: '09521234543213', allergens: ['milk'] }
  await call(`${plant.url}/api/v1/items/curry`, { method: 'PUT', body: item, token: manager.token })
  const goods = {
    lot_type: 'FG',
    item_id: 'curry',
    weight_kg: '9.6',
    manual_reason: 'no scale',
    best_before: '2027-03-01',
  }
  const lot = await operator.post<Lot>('/api/v1/lots', goods)
  return { plant, operator, lot }
}

/** The labels that came out of the pretended printer, as its control door shows them. */
const labelsOf = async (plant: Plant) => (await call<{ labels: string[] }>(`${plant.controlUrl}/${PRINTER}`)).labels

t.test('a case label is printed in the demo, looked at, and scanned back to the same lot', async t => {
  const { plant, operator, lot } = await raise(t)
  const print = { label: 'case', lot_id: lot.lot_id, printer_id: PRINTER, copies: 2 }
  await steer(plant, PRINTER, { paper: 1 })
  const { job_id } = await operator.post<PrintJob>('/api/v1/print-jobs', print)
  const jobIs = (field: 'trouble' | 'state', value: string) =>
    until({ what: `the job is ${value}` }, async () => {
      const job = await operator.get<PrintJob>(`/api/v1/print-jobs/${job_id}`)
      return job[field] === value ? job : null
    })
  await jobIs('trouble', 'paper_out')
  await steer(plant, PRINTER, { paper: 100 })
  t.match(await jobIs('state', 'DONE'), { copies_done: 2, copies_sent: 2 }, 'with new paper the rest comes out')

  const labels = await labelsOf(plant)
  t.equal(labels.length, 2, 'no label is lost and none is there twice')
  await loadDecoder()
  const { api } = await ready
  const symbols = await symbolsOn(Buffer.from(await api.zplToBase64Async(labels[0]!, ...PAPER), 'base64'))
  t.ok(symbols.length >= 3, 'bars, a DataMatrix and a Digital Link are on it')
  for (const scanned of [symbols, ...symbols.map(symbol => [symbol])]) {
    const answer = await operator.post<ScanAnswer>('/api/v1/scans', { symbols: scanned })
    const ids = answer.lots.map(({ lot_id }) => lot_id)
    if (answer.what !== 'item') t.same(ids, [lot.lot_id], `${scanned.join(' and ')} is that lot`)
    else t.equal(answer.label.gtin, '09521234543213', `${scanned.join()} says the item alone`)
  }
})
