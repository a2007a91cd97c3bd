import type { LinkEnd } from '@flowviz/contract/change'
import type { LinkKind } from '@flowviz/contract/lot-word'
import type { Sqlite } from './open.ts'
import { uuidBytes, uuidText } from './uuid-bytes.ts'

/** A link as it stands; ends are node keys: a lot's own, or the negative of a stage's. */
export interface LinkRow {
  src: number
  dst: number
  kind: LinkKind
  weight_mg: number
  count: number | null
  seq: number
}

export type LinkStore = ReturnType<typeof linkStore>

/** The genealogy: lots and the stages of runs, from what went in to what came of it. */
export function linkStore(db: Sqlite) {
  const stageKey = db
    .prepare<[Uint8Array, number], number>('SELECT stage_key FROM stage WHERE run_id = ? AND stage = ?')
    .pluck()
  const addStage = db.prepare<[Uint8Array, number]>('INSERT INTO stage (run_id, stage) VALUES (?, ?)')
  const stageOf = db.prepare<[number], { run_id: Buffer; stage: number }>(
    'SELECT run_id, stage FROM stage WHERE stage_key = ?',
  )
  const stagesOf = db
    .prepare<[Uint8Array], number>('SELECT stage_key FROM stage WHERE run_id = +? ORDER BY stage')
    .pluck()
  const lotKey = db.prepare<[Uint8Array], number>('SELECT lot_key FROM lot WHERE lot_id = ?').pluck()
  const known = db.prepare<[number, number], number>('SELECT 1 FROM link WHERE src = ? AND dst = ? LIMIT 1').pluck()
  const add = db.prepare<[number, number, number, number, string, number, number | null]>(
    'INSERT INTO link (src, dst, seq, n, kind, weight_mg, count) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const LINK = 'SELECT src, dst, kind, weight_mg, count, seq FROM link'
  // `= +?`: for `= ?` beside an ORDER BY, SQLite 3.54 prepares the statement anew for every value, which takes 14 us.
  const into = db.prepare<[number], LinkRow>(`${LINK} WHERE dst = +? ORDER BY src, seq, n`)
  const from = db.prepare<[number], LinkRow>(`${LINK} WHERE src = +? ORDER BY dst, seq, n`)
  // UNION on the node alone: a diamond is walked once, and no depth is counted (food-domain F6).
  const descends = db
    .prepare<[number, number], number>(
      `WITH RECURSIVE down (node) AS (
         SELECT ? UNION SELECT link.dst FROM down JOIN link ON link.src = down.node
       )
       SELECT 1 FROM down WHERE node = ? LIMIT 1`,
    )
    .pluck()
  const descendants = db
    .prepare<[number], number>(
      `WITH RECURSIVE down (node) AS (
         SELECT dst FROM link WHERE src = ? UNION SELECT link.dst FROM down JOIN link ON link.src = down.node
       )
       SELECT node FROM down WHERE node > 0 ORDER BY node`,
    )
    .pluck()

  function keyOfStage(runId: string, stage: number): number {
    const run = uuidBytes(runId)
    return stageKey.get(run, stage) ?? Number(addStage.run(run, stage).lastInsertRowid)
  }
  const nodeOf = (end: LinkEnd): number | null =>
    'lot_id' in end ? (lotKey.get(uuidBytes(end.lot_id)) ?? null) : -keyOfStage(end.run_id, end.stage)

  return {
    /** Adds a link; one whose lot is not known here (a history that came back in part) is left out. */
    add(ends: { from: LinkEnd; into: LinkEnd }, link: Omit<LinkRow, 'src' | 'dst'> & { n: number }): void {
      const src = nodeOf(ends.from)
      const dst = nodeOf(ends.into)
      if (src === null || dst === null) return
      // From stage to stage once is enough: it carries no quantity.
      if (src < 0 && dst < 0 && known.get(src, dst) !== undefined) return
      add.run(src, dst, link.seq, link.n, link.kind, link.weight_mg, link.count)
    },
    /** True when `node` is `ancestor` or was made of it. */
    descends: (node: number, ancestor: number): boolean => descends.get(ancestor, node) !== undefined,
    /** Keys of all lots that were made of a lot, through any number of runs. */
    descendants: (key: number): number[] => descendants.all(key),
    into: (node: number): LinkRow[] => into.all(node),
    from: (node: number): LinkRow[] => from.all(node),
    /** Stage of a run by the node that stands for it. */
    stage(node: number): { run_id: string; stage: number } | null {
      const row = stageOf.get(-node)
      return row === undefined ? null : { run_id: uuidText(row.run_id), stage: row.stage }
    },
    /** Nodes of a run's stages, in order. */
    nodesOfRun: (runId: string): number[] => stagesOf.all(uuidBytes(runId)).map(key => -key),
  }
}
