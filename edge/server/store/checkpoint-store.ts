import type { Sqlite } from './open.ts'

const KEPT = 20_000

export type CheckpointStore = ReturnType<typeof checkpointStore>

/** Signed heads by tree size. */
export function checkpointStore(db: Sqlite) {
  const keep = db.prepare<[number, string]>(
    'INSERT INTO checkpoint (size, note) VALUES (?, ?) ON CONFLICT (size) DO NOTHING',
  )
  const newest = db
    .prepare<[number], string>('SELECT note FROM checkpoint WHERE size <= ? ORDER BY size DESC LIMIT 1')
    .pluck()
  const lastSize = db.prepare<[], number | null>('SELECT max(size) FROM checkpoint').pluck()
  const all = db.prepare<[], { size: number; note: string }>('SELECT size, note FROM checkpoint ORDER BY size')
  const thin = db.prepare<[number]>(
    'DELETE FROM checkpoint WHERE size <= (SELECT size FROM checkpoint ORDER BY size DESC LIMIT 1 OFFSET ?)',
  )
  return {
    keep: (size: number, note: string): void => void keep.run(size, note),
    /** The newest note of a tree no larger than this. */
    newest: (maxSize: number): string | null => newest.get(maxSize) ?? null,
    lastSize: (): number => lastSize.get() ?? 0,
    all: () => all.all(),
    /** Forgets the oldest beyond 20,000: a later signed tree holds the rows of an earlier one. */
    thin: (): void => void thin.run(KEPT),
  }
}
