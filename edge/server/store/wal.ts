import type { Sqlite } from './open.ts'

const WAL_PAGES_MAX = 1_000

/**
 * Moves the WAL into the database once it has passed a thousand pages. PASSIVE waits for nobody: it never stalls a
 * reader or the writer. Called after a batch is answered, so no acknowledgement waits for it; never where Litestream
 * runs, which reads the WAL and owns its checkpoints.
 */
export function checkpointWal(db: Sqlite): void {
  const [wal] = db.pragma('wal_checkpoint(NOOP)') as { log: number; checkpointed: number }[]
  if (wal !== undefined && wal.log - wal.checkpointed > WAL_PAGES_MAX) db.pragma('wal_checkpoint(PASSIVE)')
}
