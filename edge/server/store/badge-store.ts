import type { Sqlite } from './open.ts'

export type BadgeStore = ReturnType<typeof badgeStore>

/** Badges by the keyed digest of their number; the ledger knows only their ids. */
export function badgeStore(db: Sqlite) {
  const add = db.prepare<[string, string]>('INSERT INTO badge_number (digest, badge_id) VALUES (?, ?)')
  const idOf = db.prepare<[string], string>('SELECT badge_id FROM badge_number WHERE digest = ?').pluck()
  const remove = db.prepare<[string]>('DELETE FROM badge_number WHERE badge_id = ?')
  return {
    add: (digest: string, badgeId: string): void => void add.run(digest, badgeId),
    idOf: (digest: string): string | null => idOf.get(digest) ?? null,
    /** The number is nobody's any more. */
    remove: (badgeId: string): void => void remove.run(badgeId),
  }
}
