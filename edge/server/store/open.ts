import { FlowError } from '@flowviz/contract/error'
import Database from 'better-sqlite3'
import { type Kind, migrate } from './migrate.ts'

export type Sqlite = Database.Database

const BUSY_MS = 5_000
const FULL = 2

/**
 * The one write connection of a file, migrated. WAL with `synchronous=FULL`: a commit that returned survives a power
 * cut (better-sqlite3's default in WAL mode is NORMAL, which loses acknowledged rows). SQLite's own checkpoints are
 * off: they would run inside a commit, and where Litestream runs they are its own; see `walKeeper`.
 * @throws FlowError store_unfit when the file is not this kind of database, or its disk cannot hold WAL with FULL.
 */
export function openForWriting(path: string, kind: Kind): Sqlite {
  const db = new Database(path, { timeout: BUSY_MS })
  try {
    const journal = pragma(db, 'journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma('wal_autocheckpoint = 0')
    // An I/O error on a mapped page is a signal that ends the process; on a read page it is an error with a code.
    db.pragma('mmap_size = 0')
    db.pragma('cache_size = -32000')
    db.pragma('temp_store = MEMORY')
    db.pragma('trusted_schema = OFF')
    if (journal !== 'wal' || pragma(db, 'synchronous') !== FULL)
      throw new FlowError('store_unfit', `${path} cannot be written durably: journal ${journal}, not WAL with FULL.`)
    migrate(db, kind)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** A read-only connection of a file that exists. Every read here is one statement, so no snapshot is held open. */
export function openForReading(path: string): Sqlite {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_MS })
  db.pragma('mmap_size = 0')
  db.pragma('query_only = ON')
  db.pragma('trusted_schema = OFF')
  return db
}

/** `ok`, or the first problems that SQLite finds in the file. */
export function integrityOf(db: Sqlite): string {
  const rows = db.pragma('integrity_check(10)') as { integrity_check: string }[]
  return rows.map(row => row.integrity_check).join('; ')
}

/** The value of `PRAGMA synchronous` on this connection; 2 is FULL. */
export function synchronousOf(db: Sqlite): number {
  return Number(pragma(db, 'synchronous'))
}

/** Lets the file grow to so many pages and no further. For tests of a full disk. */
export function limitPages(db: Sqlite, pages: number): void {
  db.pragma(`max_page_count = ${pages}`)
}

/** Pages that the file has now. */
export function pageCount(db: Sqlite): number {
  return Number(pragma(db, 'page_count'))
}

function pragma(db: Sqlite, source: string): unknown {
  return db.pragma(source, { simple: true })
}
