import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Session } from '@flowviz/contract/identity'
import type { Lot } from '@flowviz/contract/lot'
import type { PrintJob } from '@flowviz/contract/print'
import { expect, onTestFinished, test } from 'vitest'
import { startLabelPrinter } from '../testing/label-printer.ts'
import { PIN, plantFiles } from '../testing/plant.ts'

const MAIN = new URL('../main.ts', import.meta.url).pathname
const JSON_TYPE = { 'content-type': 'application/json' }

/** The appliance as a process of its own, until it is killed. */
async function startBox(files: Record<string, string>) {
  const env = { PATH: process.env.PATH, ...files, FLOWVIZ_LOG_LEVEL: 'info' }
  const child: ChildProcess = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const port = await new Promise<number>(resolve => {
    createInterface({ input: child.stdout! }).on('line', text => {
      const line = JSON.parse(text) as { msg: string; http_port?: number }
      if (line.msg === 'ready') resolve(line.http_port!)
    })
  })
  const ask = async <T>(path: string, { method = 'GET', body, token }: Asked = {}): Promise<T> => {
    const headers = { ...JSON_TYPE, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) }
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, { method, headers, ...sent })
    expect([path, answer.ok]).toEqual([path, true])
    return (await answer.json()) as T
  }
  const login = { method: 'POST', body: { name: 'manager', secret: PIN } }
  const { access_token: token } = await ask<Session>('/login', login)
  return {
    ask: <T>(path: string, asked: Asked = {}) => ask<T>(path, { ...asked, token }),
    async kill() {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}
interface Asked {
  method?: string
  body?: unknown
  token?: string
}
type Box = Awaited<ReturnType<typeof startBox>>

/** A plant whose appliance can be killed, with a printer that goes on without it. */
async function openPlant() {
  const files = plantFiles()
  const { printer, port } = await startLabelPrinter()
  const box = await startBox(files)
  const put = (path: string, body: object) => box.ask(path, { method: 'PUT', body })
  await put('/printers/dock', { host: '127.0.0.1', port, dpi: 203, width_mm: 102, height_mm: 76 })
  await put('/items/soup', { title: 'Tomato soup', lot_type: 'FG', gtin: '09521234543213' })
  const goods = { lot_type: 'FG', weight_kg: '10', item_id: 'soup', best_before: '2027-03-01' }
  const { lot_id } = await box.ask<Lot>('/lots', { method: 'POST', body: goods })
  const print = async (copies: number) => {
    const body = { label: 'case', lot_id, printer_id: 'dock', copies }
    return (await box.ask<PrintJob>('/print-jobs', { method: 'POST', body })).job_id
  }
  return { files, printer, box, print }
}

const moment = () => new Promise(resolve => setTimeout(resolve, 5))
const jobOf = (box: Box, job_id: string) => box.ask<PrintJob>(`/print-jobs/${job_id}`)

async function ended(box: Box, job_id: string): Promise<PrintJob> {
  for (;;) {
    const job = await jobOf(box, job_id)
    if (job.state !== 'QUEUED') return job
    await moment()
  }
}

test('an appliance that is killed while labels come out waits for them, and sends none again', async () => {
  const { files, printer, box, print } = await openPlant()
  printer.paper = 3
  const job_id = await print(8)
  while (printer.out.length < 3) await moment()
  await box.kill()
  const again = await startBox(files)
  expect(await jobOf(again, job_id)).toMatchObject({ state: 'QUEUED', copies_sent: 8 })
  printer.paper = 100
  expect(await ended(again, job_id)).toMatchObject({ state: 'DONE', copies_done: 8, duplicates_max: 0 })
  expect(printer.out).toHaveLength(8)
}, 60_000)

test('labels that came out while the appliance was dead are sent again, and the job says that they may exist twice', async () => {
  const { files, printer, box, print } = await openPlant()
  const job_id = await print(4)
  while (printer.formats.length === 0) await moment()
  await box.kill()
  while (printer.out.length < 4) await moment()
  const again = await startBox(files)
  expect(await ended(again, job_id)).toMatchObject({ state: 'DONE', copies_done: 4, duplicates_max: 4 })
  expect(printer.out).toHaveLength(8)
}, 60_000)

test('jobs that wait for a printer when the appliance is killed all come out afterwards, in their order', async () => {
  const { files, printer, box, print } = await openPlant()
  printer.head_open = true
  const jobs = [await print(3), await print(1), await print(2)]
  await box.kill()
  printer.head_open = false
  const again = await startBox(files)
  for (const job_id of jobs) expect(await ended(again, job_id)).toMatchObject({ state: 'DONE' })
  expect(printer.out.map(zpl => /\^PQ(\d+)/.exec(zpl)?.[1])).toEqual(['3', '3', '3', '1', '2', '2'])
}, 60_000)
