import { rmSync } from 'node:fs'
import type { Cell } from '@flowviz/contract/csv'
import type { ExportedSheet } from '@flowviz/contract/event/fsma'
import { RUN_STATES } from '@flowviz/contract/run-word'
import type { TraceProgress } from '../store/fsma-record.ts'
import { fsmaStore } from '../store/fsma-store.ts'
import { openForReading } from '../store/open.ts'
import { plantStore } from '../store/plant-store.ts'
import { type Book, csvBook, xlsxBook } from './book.ts'
import type { Column } from './column.ts'
import { RECEIVING_COLUMNS, receivingRows } from './receiving.ts'
import { REFERENCE_SHEETS } from './reference-sheet.ts'
import { SHIPPING_COLUMNS, shippingRows } from './shipping.ts'
import { openSource, type Question, type Source } from './source.ts'
import { TRANSFORMATION_COLUMNS, transformationRows } from './transformation.ts'

/** One export: what was asked for, who asked, and the file that is to be written. */
export interface ExportJob extends Omit<Question, 'upto_seq'> {
  db: string
  path: string
  format: 'xlsx' | 'csv'
  /** Lines of the sheet Index about the request, in order. */
  about: readonly (readonly [key: string, value: string])[]
  /** Time that the file says it was made at. */
  at: string
}

export interface Exported {
  size_bytes: number
  sha256: string
  upto_seq: number
  sheets: ExportedSheet[]
}

const STEP = 250
const INDEX = 'Index'
const ORDER = [INDEX, 'Receiving', 'Transformation', 'Shipping', ...REFERENCE_SHEETS.map(({ sheet }) => sheet)]

/**
 * Writes the electronic sortable spreadsheet (21 CFR 1.1455(c)(3)(ii)) from a read-only connection, row by row.
 * @throws FlowError export_too_large; the unfinished file is removed.
 */
export function exportRecords(job: ExportJob, tell: (progress: TraceProgress) => void): Exported {
  const db = openForReading(job.db)
  try {
    const stores = { store: plantStore(db), fsma: fsmaStore(db) }
    const upto_seq = stores.store.ledger.state()?.seq ?? 0
    const progress: TraceProgress = { done: 0, total: 0, rows: 0 }
    const tick = () => {
      progress.done += 1
      if (progress.done % STEP === 0) tell({ ...progress })
    }
    const source = openSource(stores, { ...job, upto_seq }, tick)
    progress.total = recordsIn(source)
    tell({ ...progress })
    return write({ job, source, count: () => (progress.rows += 1) })
  } finally {
    db.close()
  }
}

function write({ job, source, count }: { job: ExportJob; source: Source; count: () => void }): Exported {
  const book = (job.format === 'xlsx' ? xlsxBook : csvBook)(job.path, job.at)
  try {
    const sheets = [
      sheetOf(book, { name: 'Receiving', columns: RECEIVING_COLUMNS, rows: receivingRows(source), count }),
      sheetOf(book, {
        name: 'Transformation',
        columns: TRANSFORMATION_COLUMNS,
        rows: transformationRows(source),
        count,
      }),
      sheetOf(book, { name: 'Shipping', columns: SHIPPING_COLUMNS, rows: shippingRows(source), count }),
      ...REFERENCE_SHEETS.map(({ sheet, titles, rows }) => {
        book.begin(sheet, titles)
        for (const row of rows(source)) book.row(row)
        return book.end()
      }),
    ]
    book.begin(INDEX, ['Key', 'Value', 'Rows', 'SHA-256 of its CSV'])
    for (const [key, value] of job.about) book.row([key, value, null, null])
    book.row(['Ledger row up to which was read', String(source.upto_seq), null, null])
    book.row(['Time zone of dates', source.zone, null, null])
    for (const { sheet, rows, csv_sha256 } of sheets) book.row(['Sheet', sheet, rows, csv_sha256])
    sheets.unshift(book.end())
    return { ...book.finish(ORDER), upto_seq: source.upto_seq, sheets }
  } catch (error) {
    book.close()
    rmSync(job.path, { force: true })
    throw error
  }
}

interface EventSheet<Row> {
  name: string
  columns: readonly Column<Row>[]
  rows: Iterable<Row>
  count: () => void
}

function sheetOf<Row>(book: Book, { name, columns, rows, count }: EventSheet<Row>): ExportedSheet {
  book.begin(
    name,
    columns.map(({ title }) => title),
  )
  for (const row of rows) {
    const cells: Cell[] = columns.map(({ cell }) => cell(row))
    book.row(cells)
    count()
  }
  return book.end()
}

/** How many records of the plant will be looked at. */
function recordsIn({ fsma, since }: Source): number {
  const of = (kind: Parameters<typeof fsma.countRecords>[0], states: readonly string[]) =>
    states.reduce((sum, state) => sum + fsma.countRecords(kind, state), 0)
  return (
    of('receipt', ['RECEIVED']) +
    of('shipment_line', ['RETURNED']) +
    of('shipment', ['SHIPPED', 'RETURNED']) +
    of('run', RUN_STATES) +
    fsma.countIncoming(since)
  )
}
