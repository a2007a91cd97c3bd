import type { RecordKind } from '@flowviz/contract/change'
import type { Sqlite } from './open.ts'
import type { StoredRecord } from './record-store.ts'

const PAGE = 500

/** Stock that went from one place of the plant to another. */
export interface MoveRow {
  seq: number
  n: number
  lot_key: number
  from_account: string
  to_account: string
  weight_mg: number
  count: number | null
}

interface Row {
  id: string
  parent: string | null
  state: string | null
  at: number
  body: string
}

export type FsmaStore = ReturnType<typeof fsmaStore>

/**
 * What the traceability spreadsheet goes through, oldest first and page by page: no statement and no snapshot stays
 * open while rows are written, or the WAL could not be checkpointed. `upto` is the last row of the ledger that counts.
 */
export function fsmaStore(db: Sqlite) {
  const records = db.prepare<[string, string, number, number, string, number], Row>(
    `SELECT id, parent, state, at, body FROM record
     WHERE kind = +? AND state = +? AND at <= ? AND (at, id) > (?, ?) ORDER BY at, id LIMIT ?`,
  )
  const countRecords = db
    .prepare<[string, string], number>('SELECT count(*) FROM record WHERE kind = ? AND state = ?')
    .pluck()
  const anyOf = db.prepare<[string], number>('SELECT EXISTS (SELECT 1 FROM record WHERE kind = ?)').pluck()
  const incoming = db
    .prepare<[number, string, number, number], number>(
      `SELECT lot_key FROM lot
       WHERE lot_key > ? AND lot_type IN ('RAW', 'PACKAGING') AND day >= ? AND seq <= ? ORDER BY lot_key LIMIT ?`,
    )
    .pluck()
  const countIncoming = db
    .prepare<[string], number>(`SELECT count(*) FROM lot WHERE lot_type IN ('RAW', 'PACKAGING') AND day >= ?`)
    .pluck()
  const madeOf = db
    .prepare<[number, number, number], number>(
      `SELECT DISTINCT dst FROM link
       WHERE dst > ? AND src > 0 AND kind IN ('TRANSFORM', 'MERGE', 'REPACK', 'RELABEL') AND seq <= ?
       ORDER BY dst LIMIT ?`,
    )
    .pluck()
  const moves = db.prepare<[number, number, number, number], MoveRow>(
    `SELECT seq, n, lot_key, from_account, to_account, weight_mg, count FROM posting
     WHERE (seq, n) > (?, ?) AND seq <= ?
       AND substr(from_account, 1, 9) = 'location:' AND substr(to_account, 1, 9) = 'location:'
     ORDER BY seq, n LIMIT ?`,
  )
  return {
    /** Records of a kind in a state, in the order in which they began. */
    *records(kind: RecordKind, state: string, upto: number): Generator<StoredRecord> {
      let [at, id] = [-1, '']
      for (;;) {
        const page = records.all(kind, state, upto, at, id, PAGE)
        for (const row of page) yield { ...row, body: JSON.parse(row.body) as Record<string, unknown> }
        const last = page.at(-1)
        if (last === undefined || page.length < PAGE) return
        at = last.at
        id = last.id
      }
    },
    countRecords: (kind: RecordKind, state: string): number => countRecords.get(kind, state) ?? 0,
    has: (kind: RecordKind): boolean => anyOf.get(kind) === 1,
    /** Keys of raw material and packaging, registered on a UTC day or later. */
    incoming: (day: string, upto: number): Generator<number> => keys(after => incoming.all(after, day, upto, PAGE)),
    countIncoming: (day: string): number => countIncoming.get(day) ?? 0,
    /** Keys of lots that were made of other lots outside of a run: merged, repacked, relabelled. */
    madeOfLots: (upto: number): Generator<number> => keys(after => madeOf.all(after, upto, PAGE)),
    *moves(upto: number): Generator<MoveRow> {
      let [seq, n] = [0, 0]
      for (;;) {
        const page = moves.all(seq, n, upto, PAGE)
        yield* page
        const last = page.at(-1)
        if (last === undefined || page.length < PAGE) return
        seq = last.seq
        n = last.n
      }
    },
  }
}

function* keys(page: (after: number) => number[]): Generator<number> {
  for (let after = 0; ; ) {
    const found = page(after)
    yield* found
    if (found.length < PAGE) return
    after = found.at(-1)!
  }
}
