import type { LedgerEvent } from '@flowviz/contract/event'
import type { Sqlite } from './open.ts'
import { plantStore } from './plant-store.ts'
import { projector } from './project.ts'

/** Rows of one projection that the ledger does not give, and rows that it gives and were not there. */
export interface Difference {
  table: string
  only_live: number
  only_rebuilt: number
  /** One of them, as JSON. */
  example: string
}

const PROJECTIONS = [
  'event_place',
  'event_about',
  'event_block',
  'clock_step',
  'lot',
  'lot_number',
  'supplier_tlc',
  'stock',
  'stay',
  'posting',
  'stage',
  'link',
  'gate',
  'hold_lot',
  'record',
  'device',
  'person',
  'seal',
] as const
const PAGE = 1_000

/**
 * Makes every projection anew from the ledger, in one transaction, and says where the live ones differed. The new ones
 * stay. Nobody else may write meanwhile.
 */
export function rebuildProjections(db: Sqlite): { events: number; differences: Difference[] } {
  return db
    .transaction(() => {
      for (const table of PROJECTIONS) {
        db.exec(`CREATE TEMP TABLE live_${table} AS SELECT * FROM main.${table}`)
        db.exec(`DELETE FROM main.${table}`)
      }
      const events = replay(db)
      const differences = PROJECTIONS.flatMap(table => difference(db, table))
      for (const table of PROJECTIONS) db.exec(`DROP TABLE temp.live_${table}`)
      return { events, differences }
    })
    .immediate()
}

function replay(db: Sqlite): number {
  const store = plantStore(db)
  const project = projector(store)
  let last = 0
  for (;;) {
    const rows = store.ledger.rows(last + 1, PAGE)
    for (const { seq, body } of rows) project(JSON.parse(body) as LedgerEvent, seq)
    if (rows.length < PAGE) return last + rows.length
    last += rows.length
  }
}

function difference(db: Sqlite, table: (typeof PROJECTIONS)[number]): Difference[] {
  const live = `SELECT * FROM temp.live_${table}`
  const rebuilt = `SELECT * FROM main.${table}`
  const onlyLive = db.prepare(`${live} EXCEPT ${rebuilt}`).all()
  const onlyRebuilt = db.prepare(`${rebuilt} EXCEPT ${live}`).all()
  const [example] = [...onlyLive, ...onlyRebuilt]
  if (example === undefined) return []
  return [
    { table, only_live: onlyLive.length, only_rebuilt: onlyRebuilt.length, example: JSON.stringify(example, hexBytes) },
  ]
}

/** A Buffer arrives here as what its `toJSON` gives. */
function hexBytes(_key: string, value: unknown): unknown {
  const bytes = value as { type?: unknown; data?: unknown } | null
  return bytes !== null && typeof bytes === 'object' && bytes.type === 'Buffer'
    ? Buffer.from(bytes.data as number[]).toString('hex')
    : value
}
