import { createHash } from 'node:crypto'
import type { AuditEntry } from '@flowviz/contract/audit'
import { type Cell, csvRow } from '@flowviz/contract/csv'

type Steps = AsyncIterable<{ entries: AuditEntry[] }>

/** Columns of the CSV; what has a structure of its own is JSON in one cell. */
const COLUMNS: readonly [name: string, cell: (entry: AuditEntry) => Cell][] = [
  ['seq', entry => entry.seq],
  ['hash', entry => entry.hash],
  ['event_id', entry => entry.event_id],
  ['recorded_at', entry => entry.recorded_at],
  ['occurred_at', entry => entry.occurred_at],
  ['type', entry => entry.type],
  ['subject', entry => entry.subject],
  ['person', entry => entry.actor?.display_name ?? null],
  ['role', entry => entry.actor?.role ?? null],
  ['actor', entry => json(entry.actor)],
  ['reason', entry => entry.reason],
  ['corrects', entry => entry.corrects],
  ['data', entry => json(entry.data)],
  ['before', entry => json(entry.before)],
  ['after', entry => json(entry.after)],
  ['before_complete', entry => json(entry.before_complete)],
  ['inside', entry => json(entry.inside)],
]

const json = (value: unknown): Cell => (value === null ? null : JSON.stringify(value))

/** The trail as CSV with a head, and a manifest as its last row. */
export async function* csvText(steps: Steps): AsyncGenerator<string> {
  const digest = createHash('sha256')
  let rows = 0
  const head = csvRow(COLUMNS.map(([name]) => name))
  digest.update(head)
  yield head
  for await (const { entries } of steps) {
    const text = entries.map(entry => csvRow(COLUMNS.map(([, cell]) => cell(entry)))).join('')
    digest.update(text)
    rows += entries.length
    if (text !== '') yield text
  }
  yield csvRow(['manifest', rows, digest.digest('hex'), ...COLUMNS.slice(3).map(() => null)])
}

/** The trail as one JSON document, an entry on each line. */
export async function* jsonText(steps: Steps, site: string): AsyncGenerator<string> {
  const digest = createHash('sha256')
  let rows = 0
  yield `{"site":${JSON.stringify(site)},"entries":[`
  for await (const { entries } of steps) {
    const lines = entries.map(entry => JSON.stringify(entry))
    for (const line of lines) digest.update(`${line}\n`)
    const text = lines.join(',\n')
    if (text !== '') yield rows === 0 ? `\n${text}` : `,\n${text}`
    rows += entries.length
  }
  yield `\n],"rows":${rows},"sha256":"${digest.digest('hex')}"}\n`
}
