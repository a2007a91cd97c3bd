import type { Sqlite } from './open.ts'

export type TraceDirection = 'forward' | 'backward' | 'both'

/** What a trace starts from. */
export type TraceStart =
  | { by: 'lot'; ref: string }
  | { by: 'sscc'; sscc: string }
  | { by: 'gtin'; gtin: string; lot_code: string }
  | { by: 'supplier_lot'; supplier_lot_code: string; supplier_id: string | null }

export interface TraceQuestion {
  start: TraceStart
  direction: TraceDirection
  /** False: the way does not go through links of rework. */
  rework: boolean
  /** Also the lots that stood in a room together with those of the trace. */
  same_room: boolean
}

/** One way through the genealogy: nodes are lots (their keys) and stages of runs (the negative of theirs). */
export interface WayQuery {
  way: 'forward' | 'backward'
  rework: boolean
  /** One more than may be found; as many as this say that there are too many. */
  limit: number
}

export type TraceStore = ReturnType<typeof traceStore>

/**
 * The genealogy's closure. UNION on the node alone: a diamond is walked once, no depth is counted and none is the
 * last (food-domain F6); everything else is fetched from the found set afterwards.
 */
export function traceStore(db: Sqlite) {
  const statement = (step: string) =>
    db
      .prepare<[string, number], number>(
        `WITH RECURSIVE found (node) AS (SELECT value FROM json_each(?) UNION ${step}) SELECT node FROM found LIMIT ?`,
      )
      .pluck()
  const ways = {
    forward: {
      all: statement('SELECT link.dst FROM found JOIN link ON link.src = found.node'),
      plain: statement(`SELECT link.dst FROM found JOIN link ON link.src = found.node AND link.kind <> 'REWORK'`),
    },
    backward: {
      all: statement('SELECT link.src FROM found JOIN link ON link.dst = found.node'),
      plain: statement(`SELECT link.src FROM found JOIN link ON link.dst = found.node AND link.kind <> 'REWORK'`),
    },
  }
  return {
    /** The nodes that are reached from some lots, those themselves first; at most `limit`. */
    reached: (starts: readonly number[], { way, rework, limit }: WayQuery): number[] =>
      ways[way][rework ? 'all' : 'plain'].all(JSON.stringify(starts), limit),
  }
}
