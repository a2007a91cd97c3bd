import { createHash } from 'node:crypto'
import { type Cell, csvRow } from '@flowviz/contract/csv'
import type { LedgerRow } from '../parts.ts'
import type { PackRecord } from '../print/pack-record.ts'

/** A row of the ledger, and what is known of it. */
export interface ReadRow {
  row: LedgerRow
  record: PackRecord
}

/** A record as it stands in `records.json`. */
export interface PackedRecord extends PackRecord {
  /** Hash of the row before, hex. */
  previous: string
  /** The exact text that was hashed. */
  body: string
}

const json = (value: unknown): Cell => (value === null || value === undefined ? null : JSON.stringify(value))

const COLUMNS: readonly [name: string, cell: (record: PackRecord) => Cell][] = [
  ['seq', record => record.seq],
  ['hash', record => record.hash],
  ['fits', record => String(record.fits)],
  ['section', record => record.section],
  ['event_id', record => record.facts.event_id],
  ['recorded_at', record => record.facts.recorded_at],
  ['occurred_at', record => record.facts.occurred_at],
  ['type', record => record.facts.type],
  ['subject', record => record.facts.subject],
  ['lots', record => record.beside.lots.map(({ lot_code }) => lot_code).join(' ') || null],
  ['run', record => record.beside.run_code],
  ['person', record => record.facts.actor?.display_name ?? null],
  ['role', record => record.facts.actor?.role ?? null],
  ['actor', record => json(record.facts.actor)],
  ['reason', record => record.facts.reason],
  ['corrects', record => record.facts.corrects],
  ['data', record => json(record.facts.data)],
  ['reviews', record => (record.beside.reviews.length === 0 ? null : json(record.beside.reviews))],
  ['signature', record => json(record.beside.signature)],
  ['brought_back_at', record => record.brought_back_at],
]

export const CSV_HEAD = csvRow(COLUMNS.map(([name]) => name))
export const csvLine = (record: PackRecord): string => csvRow(COLUMNS.map(([, cell]) => cell(record)))

/** The records as CSV with a head. */
export function* csvFile(rows: Iterable<ReadRow>): Generator<string> {
  yield CSV_HEAD
  for (const { record } of rows) yield csvLine(record)
}

/**
 * The records as one JSON document, one on each line. `body` is the exact text that was hashed: with `previous` it gives
 * the row's hash. `sha256` is over the lines, each followed by LF.
 */
export function* jsonFile(
  rows: Iterable<ReadRow>,
  { site, previousOf }: { site: string; previousOf: (seq: number) => string },
): Generator<string> {
  const digest = createHash('sha256')
  let count = 0
  yield `{"site":${JSON.stringify(site)},"records":[`
  for (const { row, record } of rows) {
    const { seq, hash, ...known } = record
    const packed: PackedRecord = { seq, hash, previous: previousOf(seq), body: row.body, ...known }
    const line = JSON.stringify(packed)
    digest.update(`${line}\n`)
    yield count === 0 ? `\n${line}` : `,\n${line}`
    count += 1
  }
  yield `\n],"rows":${count},"sha256":"${digest.digest('hex')}"}\n`
}
