import type { Sqlite } from './open.ts'

/** The steps of a batch: one transaction, and where it is needed one savepoint a command. */
export interface Transaction {
  begin(): void
  commit(): void
  /** Ends what is left of a failed transaction; SQLite may have ended it already. */
  abandon(): void
  mark(): void
  keep(): void
  undo(): void
  /** Rows changed on this connection so far: equal before and after means that nothing was written. */
  changes(): number
}

export function transactionOf(db: Sqlite): Transaction {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const mark = db.prepare('SAVEPOINT command')
  const keep = db.prepare('RELEASE command')
  const undo = db.prepare('ROLLBACK TO command')
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck()
  return {
    begin: () => void begin.run(),
    commit: () => void commit.run(),
    abandon: () => void (db.inTransaction && rollback.run()),
    mark: () => void mark.run(),
    keep: () => void keep.run(),
    undo: () => {
      undo.run()
      keep.run()
    },
    changes: () => changes.get()!,
  }
}
