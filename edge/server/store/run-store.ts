import type { Sqlite } from './open.ts'

/** A posting into a run or out of it. */
export interface RunPosting {
  seq: number
  lot_key: number
  from_account: string
  to_account: string
  weight_mg: number
  count: number | null
}

export type RunStore = ReturnType<typeof runStore>

/** Runs by their code, and the material that went into them and came back. */
export function runStore(db: Sqlite) {
  const byCode = db
    .prepare<[string], string>(
      `SELECT id FROM record WHERE kind = 'run' AND body ->> 'run_code' = ? ORDER BY at LIMIT 1`,
    )
    .pluck()
  const numbered = db
    .prepare<[string, string], number>(
      `SELECT count(*) FROM record WHERE kind = 'run' AND body ->> 'run_code' > ? AND body ->> 'run_code' < ?`,
    )
    .pluck()
  // Nothing leaves a run by way of a lot that did not enter it, so the lots that entered say where to look.
  const material = db.prepare<[{ run: string }], RunPosting>(
    `WITH entry AS (
       SELECT seq, n, lot_key, from_account, to_account, weight_mg, count FROM posting
       WHERE to_account = @run AND substr(to_account, 1, 9) <> 'location:'
     )
     SELECT seq, n, lot_key, from_account, to_account, weight_mg, count FROM entry
     UNION
     SELECT seq, n, lot_key, from_account, to_account, weight_mg, count FROM posting
     WHERE lot_key IN (SELECT lot_key FROM entry) AND from_account = @run
     ORDER BY seq, n`,
  )
  return {
    /** Id of the run with a code; the first one where a restored history brought a second. */
    idOf: (code: string): string | null => byCode.get(code) ?? null,
    /** How many codes begin with a prefix that ends in a dash. */
    codesFrom: (prefix: string): number => numbered.get(prefix, `${prefix}~`) ?? 0,
    /** Postings of a run's material, in order. */
    material: (runId: string): RunPosting[] => material.all({ run: `run:${runId}` }),
  }
}
