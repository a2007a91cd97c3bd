import type { Kind } from './migrate.ts'
import type { Sqlite } from './open.ts'

/** What a database file is, by its tables; Litestream's own tables are left aside. Null: none of ours. */
export function kindOf(db: Sqlite): Kind | null {
  const named = db.prepare<[string], number>("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").pluck()
  if (named.get('ledger') !== undefined) return 'plant'
  return named.get('reading') === undefined ? null : 'telemetry'
}
