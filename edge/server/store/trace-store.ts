import type { LinkKind } from '@flowviz/contract/lot-word'
import type { Sqlite } from './open.ts'

export type TraceWay = 'forward' | 'backward'

/** One way through the genealogy: nodes are lots (their keys) and stages of runs (the negative of theirs). */
export interface WayQuery {
  way: TraceWay
  /** False: not through links of rework. */
  rework: boolean
  /** One more than may be found: as many as this say that there are too many. */
  limit: number
}

export interface TracedLink {
  src: number
  dst: number
  kind: LinkKind
  weight_mg: number
  count: number | null
}

export type TraceStore = ReturnType<typeof traceStore>

/**
 * The closure of the genealogy. UNION on the node alone: a diamond is walked once, no depth is counted and none is the
 * last (food-domain F6); everything else is fetched from the found set afterwards.
 */
export function traceStore(db: Sqlite) {
  const closure = (step: string) =>
    db
      .prepare<[string, number], number>(
        `WITH RECURSIVE found (node) AS (SELECT value FROM json_each(?) UNION ${step}) SELECT node FROM found LIMIT ?`,
      )
      .pluck()
  const links = (end: string) =>
    db
      .prepare<[string], [number, number, LinkKind, number, number | null]>(
        `SELECT src, dst, kind, weight_mg, count FROM json_each(?) AS node CROSS JOIN link ON ${end} = node.value`,
      )
      .raw()
  const forward = 'SELECT link.dst FROM found CROSS JOIN link ON link.src = found.node'
  const backward = 'SELECT link.src FROM found CROSS JOIN link ON link.dst = found.node'
  const plain = "AND link.kind <> 'REWORK'"
  const ways = {
    forward: { all: closure(forward), plain: closure(`${forward} ${plain}`), links: links('link.src') },
    backward: { all: closure(backward), plain: closure(`${backward} ${plain}`), links: links('link.dst') },
  }
  const head = db.prepare<[], { site: string; seq: number }>('SELECT site, seq FROM ledger_state')
  return {
    /** The nodes that are reached from some lots, those themselves first; at most `limit`. */
    reached: (starts: readonly number[], { way, rework, limit }: WayQuery): number[] =>
      ways[way][rework ? 'all' : 'plain'].all(JSON.stringify(starts), limit),
    /** The links that leave these nodes (`forward`), or that lead into them (`backward`). */
    links: (nodes: readonly number[], { way, rework }: Omit<WayQuery, 'limit'>): TracedLink[] => {
      const found = ways[way].links.all(JSON.stringify(nodes))
      const wanted = rework ? found : found.filter(([, , kind]) => kind !== 'REWORK')
      return wanted.map(([src, dst, kind, weight_mg, count]) => ({ src, dst, kind, weight_mg, count }))
    },
    /** Of which site, and up to which event. */
    head: (): { site: string; seq: number } => head.get() ?? { site: '', seq: 0 },
  }
}
