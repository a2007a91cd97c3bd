import { expect, test } from 'vitest'
import { openPrintRoom } from './testing/print-room.ts'

const codes = (out: string[]) => out.map(zpl => /\^PQ(\d+)/.exec(zpl)?.[1])

test('labels come out as often as was asked for, and the ledger says that they did', async () => {
  const { printer, print, job, until, spooler } = await openPrintRoom()
  const { job_id } = print({ copies: 7 })
  await until(() => job(job_id).state === 'DONE')
  expect(printer.out).toHaveLength(7)
  expect(printer.formats).toHaveLength(1)
  expect(job(job_id)).toMatchObject({ copies_done: 7, copies_sent: 7, trouble: null })
  await until(() => spooler.stateOf('printer-1').state === 'idle')
  expect(spooler.stateOf('printer-1')).toMatchObject({ trouble: null, queued: 0 })
})

test('jobs come out in the order in which they were queued, over one connection', async () => {
  const { printer, print, job, until } = await openPrintRoom()
  const jobs = [3, 1, 2].map(copies => print({ copies }).job_id)
  await until(() => jobs.every(job_id => job(job_id).state === 'DONE'))
  expect(codes(printer.out)).toEqual(['3', '3', '3', '1', '2', '2'])
  expect(printer.connections).toBe(1)
})

test('paper that runs out stops a job with its reason, and with new paper the rest comes out, no label twice', async () => {
  const { printer, print, job, until, spooler } = await openPrintRoom()
  printer.paper = 4
  const { job_id } = print({ copies: 10 })
  await until(() => job(job_id).trouble === 'paper_out')
  expect(job(job_id)).toMatchObject({ state: 'QUEUED', copies_done: 4, copies_sent: 10 })
  expect(spooler.stateOf('printer-1')).toMatchObject({ state: 'trouble', trouble: 'paper_out' })
  printer.paper = 100
  await until(() => job(job_id).state === 'DONE')
  expect(printer.out).toHaveLength(10)
})

test('nothing is sent while the head is open', async () => {
  const { printer, print, job, until } = await openPrintRoom()
  printer.head_open = true
  const { job_id } = print({ copies: 2 })
  await until(() => job(job_id).trouble === 'head_open')
  expect(printer.formats).toEqual([])
  printer.head_open = false
  await until(() => job(job_id).state === 'DONE')
  expect(printer.out).toHaveLength(2)
})

test('a printer that is off is tried again until it is there, and the job waits with its reason', async () => {
  const { box, printer, print, job, until } = await openPrintRoom()
  await printer.close()
  const { job_id } = print({ copies: 2 })
  await until(() => job(job_id).trouble === 'offline')
  expect(job(job_id)).toMatchObject({ state: 'QUEUED', copies_sent: 0 })
  const again = await printer.listen()
  const body = { host: '127.0.0.1', port: again, dpi: 203 as const, width_mm: 102, height_mm: 76 }
  box.act('define-printer', { params: { printer_id: 'printer-1' }, body })
  await until(() => job(job_id).state === 'DONE')
  expect(printer.out).toHaveLength(2)
})

test('a connection that drops while labels come out sends none of them again', async () => {
  const { printer, print, job, until } = await openPrintRoom()
  printer.copy_ms = 60
  printer.cut = { after_formats: 1, lost: false }
  const { job_id } = print({ copies: 8 })
  await until(() => job(job_id).state === 'DONE')
  expect(printer.out).toHaveLength(8)
  expect(job(job_id)).toMatchObject({ copies_done: 8, copies_sent: 8 })
})

test('what a printer lost with its connection is sent again, and counted as sent twice', async () => {
  const { printer, print, job, until } = await openPrintRoom()
  printer.cut = { after_formats: 1, lost: true }
  const { job_id } = print({ copies: 3 })
  await until(() => job(job_id).state === 'DONE')
  expect(printer.out).toHaveLength(3)
  expect(job(job_id)).toMatchObject({ copies_done: 3, copies_sent: 6 })
})

test('a printer that does not answer is silent, and is asked again', async () => {
  const { printer, print, job, until } = await openPrintRoom()
  printer.silent = true
  const { job_id } = print()
  await until(() => job(job_id).trouble === 'silent')
  expect(printer.formats).toEqual([])
  printer.silent = false
  await until(() => job(job_id).state === 'DONE')
  expect(printer.out).toHaveLength(1)
})

test('after a restart what was confirmed is not printed again, and what was not is', async () => {
  const { printer, print, job, until, restart } = await openPrintRoom()
  const first = print({ copies: 2 })
  await until(() => job(first.job_id).state === 'DONE')
  printer.head_open = true
  const second = print({ copies: 3 })
  await until(() => job(second.job_id).trouble === 'head_open')
  await restart()
  printer.head_open = false
  await until(() => job(second.job_id).state === 'DONE')
  expect(codes(printer.out)).toEqual(['2', '2', '3', '3', '3'])
})

test('a restart in the middle of a job waits for what the printer holds and sends nothing twice', async () => {
  const { printer, print, job, until, restart } = await openPrintRoom()
  printer.paper = 2
  const { job_id } = print({ copies: 6 })
  await until(() => job(job_id).trouble === 'paper_out')
  await restart()
  printer.paper = 100
  await until(() => job(job_id).state === 'DONE')
  expect(printer.out).toHaveLength(6)
  expect(job(job_id).copies_sent).toBe(6)
})

test('a job that does not fit on the new paper of its printer is given up, and the next one comes out', async () => {
  const { box, printer, print, job, until, port } = await openPrintRoom()
  printer.head_open = true
  const first = print()
  await until(() => job(first.job_id).trouble === 'head_open')
  const define = (width_mm: number, height_mm: number) => {
    const body = { host: '127.0.0.1', port, dpi: 203 as const, width_mm, height_mm }
    box.act('define-printer', { params: { printer_id: 'printer-1' }, body })
  }
  define(25, 15)
  await until(() => job(first.job_id).state === 'FAILED')
  expect(job(first.job_id)).toMatchObject({ trouble: 'unprintable', copies_done: 0 })
  define(102, 76)
  printer.head_open = false
  const second = print()
  await until(() => job(second.job_id).state === 'DONE')
  expect(printer.out).toHaveLength(1)
})

test('a printer that is used all day is left alone when there is nothing to print', async () => {
  const { printer, print, job, until } = await openPrintRoom()
  for (let round = 0; round < 15; round += 1) {
    const { job_id } = print()
    await until(() => job(job_id).state === 'DONE')
    await until(() => printer.connected === 0)
  }
  expect(printer.out).toHaveLength(15)
})

test('a job that is cancelled before it was sent never comes out', async () => {
  const { box, printer, print, job, until, tell } = await openPrintRoom()
  printer.head_open = true
  const first = print({ copies: 2 })
  const second = print({ copies: 1 })
  await until(() => job(first.job_id).trouble === 'head_open')
  box.act('cancel-print', { params: { job_id: first.job_id }, body: { reason: 'wrong lot' } })
  tell()
  printer.head_open = false
  await until(() => job(second.job_id).state === 'DONE')
  expect(codes(printer.out)).toEqual(['1'])
  expect(job(first.job_id)).toMatchObject({ state: 'FAILED', trouble: 'cancelled', copies_sent: 0 })
})

test('what is sent stands in the ledger before the printer has it', async () => {
  const { printer, print, job, until } = await openPrintRoom()
  const { job_id } = print({ copies: 3 })
  await until(() => printer.formats.length === 1)
  expect(job(job_id).copies_sent).toBe(3)
  await until(() => job(job_id).state === 'DONE')
})
