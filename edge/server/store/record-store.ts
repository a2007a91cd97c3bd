import type { Change, RecordKind } from '@flowviz/contract/change'
import type { Sqlite } from './open.ts'

type RecordChange = Extract<Change, { to: 'record' }>

/** A record as it is now. */
export interface StoredRecord {
  id: string
  parent: string | null
  state: string | null
  at: number
  body: Record<string, unknown>
}

interface Row {
  id: string
  parent: string | null
  state: string | null
  at: number
  body: string
}

/** Which records of a kind; in order of `at`, newest first. */
export interface RecordQuery {
  kind: RecordKind
  parent?: string | undefined
  state?: string | undefined
  /** Only those behind this one. */
  before?: { at: number; id: string } | undefined
  limit: number
}

const ROW = 'SELECT id, parent, state, at, body FROM record'
const PAGE = 'AND (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT ?'
const LAST = { at: Number.MAX_SAFE_INTEGER, id: '' }
const recordOf = (row: Row): StoredRecord => ({ ...row, body: JSON.parse(row.body) as Record<string, unknown> })

export type RecordStore = ReturnType<typeof recordStore>

/** Records of every kind: found by id, listed by parent and state. */
export function recordStore(db: Sqlite) {
  const get = db.prepare<[string, string], Row>(`${ROW} WHERE kind = ? AND id = ?`)
  const put = db.prepare<[string, string, string | null, string | null, number, number, string]>(
    `INSERT INTO record (kind, id, parent, state, at, seq, body) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (kind, id) DO UPDATE SET parent = excluded.parent, state = excluded.state, at = excluded.at,
       seq = excluded.seq, body = excluded.body`,
  )
  // `= +?`: for `= ?` beside an ORDER BY, SQLite 3.54 prepares the statement anew for every value, which takes 14 us.
  const all = db.prepare<[string, number, string, number], Row>(`${ROW} WHERE kind = +? ${PAGE}`)
  const byParent = db.prepare<[string, string, number, string, number], Row>(
    `${ROW} WHERE kind = +? AND parent = +? ${PAGE}`,
  )
  const byState = db.prepare<[string, string, number, string, number], Row>(
    `${ROW} WHERE kind = +? AND state = +? ${PAGE}`,
  )
  const byBoth = db.prepare<[string, string, string, number, string, number], Row>(
    `${ROW} WHERE kind = +? AND parent = +? AND state = +? ${PAGE}`,
  )
  const page = ({ kind, parent, state, before, limit }: RecordQuery): Row[] => {
    const { at, id } = before ?? LAST
    if (parent !== undefined && state !== undefined) return byBoth.all(kind, parent, state, at, id, limit)
    if (parent !== undefined) return byParent.all(kind, parent, at, id, limit)
    if (state !== undefined) return byState.all(kind, state, at, id, limit)
    return all.all(kind, at, id, limit)
  }
  return {
    /** Merges the fields of a change over those that are there. The first order of a record stays. */
    change({ of, id, parent, state, at, set }: RecordChange, seq: number): void {
      const before = get.get(of, id)
      const body = before === undefined ? set : { ...(JSON.parse(before.body) as object), ...set }
      put.run(
        of,
        id,
        parent ?? before?.parent ?? null,
        state ?? before?.state ?? null,
        at ?? before?.at ?? seq,
        seq,
        JSON.stringify(body),
      )
    },
    get(kind: RecordKind, id: string): StoredRecord | null {
      const row = get.get(kind, id)
      return row === undefined ? null : recordOf(row)
    },
    page: (query: RecordQuery): StoredRecord[] => page(query).map(recordOf),
  }
}
