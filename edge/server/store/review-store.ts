import type { Sqlite } from './open.ts'

export type ReviewStore = ReturnType<typeof reviewStore>

/** Records that a second person has to look at: CCP decisions, deviations, calibrations. */
export function reviewStore(db: Sqlite) {
  const decisions = db
    .prepare<[number, number], number>(
      `SELECT seq FROM gate
       WHERE ccp = 1 AND seq > ?
         AND NOT EXISTS (SELECT 1 FROM record
                         WHERE kind = 'review' AND id = CAST(gate.seq AS TEXT) AND state = 'REVIEWED')
       ORDER BY seq LIMIT ?`,
    )
    .pluck()
  const others = db
    .prepare<[number, number], number>(
      `SELECT at FROM record AS made
       WHERE kind IN ('deviation', 'calibration') AND at > ?
         AND NOT EXISTS (SELECT 1 FROM record
                         WHERE kind = 'review' AND id = CAST(made.at AS TEXT) AND state = 'REVIEWED')
       ORDER BY at LIMIT ?`,
    )
    .pluck()
  const top = db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM ledger').pluck()
  // What was accepted stays so, and new rows come behind: all below is done with and is not looked at again.
  let done = 0
  return {
    /** Ledger numbers of what waits to be reviewed, the oldest first. */
    waiting(after: number, limit: number): number[] {
      const head = top.get()!
      const from = Math.max(after, done)
      const found = [...decisions.all(from, limit), ...others.all(from, limit)].sort((a, b) => a - b).slice(0, limit)
      if (after <= done && limit > 0) done = (found[0] ?? head + 1) - 1
      return found
    },
  }
}
