import type { Sqlite } from './open.ts'

export interface Remembered {
  digest: string
  /** JSON of the answer. */
  result: string
  seq: number
}

const PRUNED_MAX = 5_000

export type IdempotencyStore = ReturnType<typeof idempotencyStore>

/** Answers by the key of the command that got them. */
export function idempotencyStore(db: Sqlite) {
  const get = db.prepare<[string], Remembered>('SELECT digest, result, seq FROM idempotency WHERE key = ?')
  const keep = db.prepare<[string, string, string, number, number]>(
    'INSERT INTO idempotency (key, digest, result, seq, at_ms) VALUES (?, ?, ?, ?, ?)',
  )
  const recall = db.prepare<[string, number, number]>(
    `INSERT INTO idempotency (key, digest, result, seq, at_ms) VALUES (?, '', 'null', ?, ?)
     ON CONFLICT (key) DO NOTHING`,
  )
  const prune = db.prepare<[number, number]>(
    'DELETE FROM idempotency WHERE id IN (SELECT id FROM idempotency ORDER BY id LIMIT ?) AND at_ms < ?',
  )
  return {
    get: (key: string): Remembered | null => get.get(key) ?? null,
    keep: (key: string, answer: Remembered, atMs: number): void =>
      void keep.run(key, answer.digest, answer.result, answer.seq, atMs),
    /** A command whose events came back, without what it was asked by (its digest is empty) and without its answer. */
    recall: (key: string, seq: number, atMs: number): void => void recall.run(key, seq, atMs),
    /** Forgets keys older than a time, at most 5,000 at once. */
    prune: (beforeMs: number): number => prune.run(PRUNED_MAX, beforeMs).changes,
  }
}
