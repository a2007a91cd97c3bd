import type { PrintJob } from '@flowviz/contract/print'
import { expect, test } from 'vitest'
import type { ShownEntry } from '../outbox/entry.ts'
import { printedBefore, printLists } from './print-list.ts'

const job = (job_id: string, minute: number, more: Partial<PrintJob> = {}) =>
  ({
    job_id,
    printer_id: 'dock',
    state: 'QUEUED',
    copies: 2,
    copies_sent: 2,
    lot_id: 'lot-1',
    hu_id: null,
    queued_at: `2026-11-26T05:${String(minute).padStart(2, '0')}:00.000Z`,
    content: { title: 'Basmati rice', lot_code: 'NOR-1', sscc: null },
    ...more,
  }) as PrintJob
const entry = (key: string, state: ShownEntry['state']) =>
  ({
    key,
    command: 'print-label',
    about: 'T1-0001',
    body: { printer_id: 'dock', copies: 3 },
    state,
  }) as unknown as ShownEntry

test('a printer has its own list: what waits at the server first, then what waits on this tablet', () => {
  const [dock, hall] = printLists(
    ['dock', 'hall'],
    [job('b', 2), job('a', 1), job('x', 0, { state: 'DONE' })],
    [entry('k', 'queued'), entry('gone', 'acked')],
  )
  expect(dock?.waiting.map(({ key }) => key)).toEqual(['a', 'b', 'k'])
  expect(dock?.waiting[2]).toMatchObject({ what: 'T1-0001', copies: 3, job: null, rejected: false })
  expect(dock?.ended.map(({ key }) => key)).toEqual(['x'])
  expect(hall).toMatchObject({ waiting: [], ended: [] })
})

test('a label that was printed is printed again, whatever failed in between', () => {
  const jobs = [job('first', 1, { state: 'DONE' }), job('second', 5, { state: 'FAILED', copies_sent: 0 })]
  expect(printedBefore(jobs, { lot_id: 'lot-1' })?.job_id).toBe('first')
  expect(printedBefore(jobs, { lot_id: 'lot-2' })).toBeNull()
})
