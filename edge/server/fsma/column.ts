import type { Cell } from '@flowviz/contract/csv'

/** A column of a sheet: what it shows, and which key data element that is. */
export interface Column<Row> {
  title: string
  /** Paragraph of 21 CFR and its element; null for what FlowViz adds. */
  kde: string | null
  /** Which record of the plant it is read from. */
  from: string
  /** Food of the list has it; where it is empty the row says so. */
  required?: true
  cell: (row: Row) => Cell
}

/** What a row of any event has. */
export interface EventRow {
  event_id: string
  event: string
  ledger_seq: number
  at: string
  day: string
  zone: string
  documents: readonly { type: string; number: string }[]
  corrected: readonly string[]
  /** What else has to be known to read the row. */
  notes: readonly string[]
  listed: boolean
}

export const kilograms = (weight_mg: number): number => weight_mg / 1e6
export const yesNo = (yes: boolean): string => (yes ? 'yes' : 'no')

/** Columns with which every event begins. */
export const head = <Row extends EventRow>(): Column<Row>[] => [
  { title: 'Event ID', kde: null, from: 'id of the record; rows of one event share it', cell: row => row.event_id },
  { title: 'Event', kde: null, from: 'kind of the record', cell: row => row.event },
]

/** Columns with which every event ends. */
export const tail = <Row extends EventRow>(columns: () => readonly Column<Row>[]): Column<Row>[] => [
  { title: 'Time Zone', kde: null, from: 'traceability plan: time_zone', cell: row => row.zone },
  { title: 'Recorded Time (UTC)', kde: null, from: 'time of the event', cell: row => row.at },
  { title: 'FTL Food', kde: null, from: 'item: ftl_category', cell: row => yesNo(row.listed) },
  {
    title: 'Corrected',
    kde: null,
    from: 'kde.corrected: what stood there before',
    cell: row => (row.corrected.length === 0 ? null : `corrected: ${row.corrected.join('; ')}`),
  },
  { title: 'Notes', kde: null, from: 'lot, run: state', cell: row => listed(row.notes) },
  {
    title: 'Missing KDEs',
    kde: null,
    from: 'what the record does not have',
    cell: row => missingOf(row, columns()),
  },
  { title: 'Ledger Row', kde: null, from: 'number in the hash-chained ledger', cell: row => row.ledger_seq },
]

/** Reference documents, type and number, in the same order in both cells. */
export const documentColumns = <Row extends EventRow>(cfr: string): Column<Row>[] => [
  {
    title: 'Ref Doc Type',
    kde: `${cfr} reference document type`,
    from: 'documents: type',
    required: true,
    cell: row => listed(row.documents.map(({ type }) => type)),
  },
  {
    title: 'Ref Doc Number',
    kde: `${cfr} reference document number`,
    from: 'documents: number',
    required: true,
    cell: row => listed(row.documents.map(({ number }) => number)),
  },
]

const listed = (texts: readonly string[]): Cell => (texts.length === 0 ? null : texts.join('; '))

function missingOf<Row extends EventRow>(row: Row, columns: readonly Column<Row>[]): Cell {
  const missing = columns.filter(({ required, cell }) => required && (cell(row) ?? '') === '')
  return listed(missing.map(({ title }) => title))
}
