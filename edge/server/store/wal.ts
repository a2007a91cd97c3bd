import type { Sqlite } from './open.ts'

const WAL_PAGES_MAX = 1_000

/**
 * Makes what moves the WAL into the database once it has passed a thousand pages. PASSIVE waits for nobody: it never
 * stalls a reader or the writer. Called after a batch is answered, so no acknowledgement waits for it; never where
 * Litestream runs, which reads the WAL and owns its checkpoints.
 */
export function walKeeper(db: Sqlite): () => void {
  // Asked after every batch: prepared each time, the question alone took 7 % of the writer's thread.
  const size = db.prepare<[], { log: number; checkpointed: number }>('PRAGMA wal_checkpoint(NOOP)')
  return () => {
    const wal = size.get()
    if (wal !== undefined && wal.log - wal.checkpointed > WAL_PAGES_MAX) db.pragma('wal_checkpoint(PASSIVE)')
  }
}
