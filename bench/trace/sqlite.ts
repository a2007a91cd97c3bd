import type { Sqlite } from '../../edge/server/store/open.ts'
import { openForReading, openForWriting } from '../../edge/server/store/open.ts'
import { traceDetail } from '../../edge/server/store/trace-detail.ts'
import { traceStore } from '../../edge/server/store/trace-store.ts'
import { type Batch, COLUMNS, type TableName, type YearPlan, year } from './year.ts'

const HEX: readonly string[] = ['lot_id', 'run_id']

/** Makes a plant's file of the generated year. */
export function fillSqlite(path: string, plan: YearPlan): void {
  const db = openForWriting(path, 'plant')
  db.pragma('synchronous = OFF')
  const adds = new Map<TableName, (rows: Batch['rows']) => void>()
  for (const [table, columns] of Object.entries(COLUMNS) as [TableName, readonly string[]][]) {
    const values = columns.map(name => (HEX.includes(name) ? 'unhex(?)' : '?'))
    const add = db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values.join(', ')})`)
    adds.set(table, rows => {
      for (const row of rows) add.run(...row)
    })
  }
  const write = db.transaction((batch: Batch) => adds.get(batch.table)!(batch.rows))
  for (const batch of year(plan)) write(batch)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.exec('ANALYZE')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

/** Traces in this thread with the product's own statements: the closure and the lots' own columns. */
export function leanSqlite(path: string) {
  const db: Sqlite = openForReading(path)
  const store = traceStore(db)
  const detail = traceDetail(db)
  const into = db.prepare<[number], number>('SELECT dst FROM link WHERE src = ?').pluck()
  const lot = db.prepare<[number], unknown>(
    'SELECT lot_code, lot_type, weight_mg, status, item_id FROM lot WHERE lot_key = ?',
  )
  const reached = (start: number) =>
    store.reached([start], { way: 'forward', rework: true, limit: Number.MAX_SAFE_INTEGER })
  return {
    /** Lots that a trace forward from a lot finds. */
    reach: (start: number): number => reached(start).filter(node => node > 0).length,
    trace: (start: number): number => detail.lots(reached(start).filter(node => node > 0)).length,
    /** The same by two statements for each node. */
    rowByRow(start: number): number {
      const seen = new Set([start])
      const waiting = [start]
      let lots = 0
      for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
        if (node > 0 && lot.get(node) !== undefined) lots += 1
        for (const next of into.all(node)) {
          if (seen.has(next)) continue
          seen.add(next)
          waiting.push(next)
        }
      }
      return lots
    },
    /** The first lot of each day: it goes into a silo. */
    firstOfDay: (): number[] =>
      db.prepare<[], number>('SELECT min(lot_key) FROM lot GROUP BY day ORDER BY day').pluck().all(),
    lots: (): number => db.prepare<[], number>('SELECT count(*) FROM lot').pluck().get()!,
    links: (): number => db.prepare<[], number>('SELECT count(*) FROM link').pluck().get()!,
    close: () => void db.close(),
  }
}
