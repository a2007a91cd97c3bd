import { expect, onTestFinished, test } from 'vitest'
import { pagesOf } from '../testing/pdf.ts'
import { openPrinter } from './printer.ts'
import type { PrintedRecord } from './record.ts'

const record = (title: string): PrintedRecord => ({
  site: 'kiel',
  site_name: 'Werk Kiel',
  subject: 'lot:1',
  title,
  from: null,
  to: null,
  printed_at: '2026-11-23T06:00:00.000Z',
  printed_by: 'Anna',
  entries: [],
  broken: [],
  signatures: [],
  head: { epoch: 1, seq: 0, hash: '' },
  public_key: null,
  checkpoint: null,
  receipt: null,
})

test('prints are made beside the main thread, each its own, and more than it can hold are refused', async () => {
  const printer = openPrinter()
  onTestFinished(() => printer.close())
  const prints = Array.from({ length: 10 }, (_, at) => printer.print(record(`LOT-${at}`)))
  const results = await Promise.allSettled(prints)
  const codes = results.flatMap(result =>
    result.status === 'rejected' ? [(result.reason as { code: string }).code] : [],
  )
  expect(codes).toEqual(['printer_busy', 'printer_busy'])
  const [first] = results
  expect(first?.status === 'fulfilled' && (await pagesOf(first.value))[0]).toContain('LOT-0')
  expect((await pagesOf(await printer.print(record('LATER'))))[0]).toContain('LATER')
})

test('a print that cannot be made is refused, and the next one is made', async () => {
  const printer = openPrinter()
  onTestFinished(() => printer.close())
  const broken = { ...record('X'), entries: null } as unknown as PrintedRecord
  await expect(printer.print(broken)).rejects.toMatchObject({ code: 'internal' })
  expect((await printer.print(record('Y'))).length).toBeGreaterThan(1_000)
})

test('whoever waits when the printer is closed is told', async () => {
  const printer = openPrinter()
  const print = printer.print(record('Z'))
  const told = expect(print).rejects.toMatchObject({ code: 'internal' })
  await printer.close()
  await told
})
