import { decimalOf } from '@flowviz/contract/decimal'
import type { LotLink, LotLinks } from '@flowviz/contract/hq-plant'
import type { LinkCursor, LinkQuery } from '../parts.ts'
import { cursorOf } from './cursor.ts'
import type { Queryable } from './database.ts'

type LinkRow = Omit<LotLink, 'weight_mg' | 'weight_kg' | 'count'> & { weight_mg: string; count: string | null }

// Stands for "through no run" in a key.
const NO_RUN = '00000000-0000-0000-0000-000000000000'

/** What a lot was made of, and what was made of it: one level each way, through the stages of runs. */
export async function lotLinks(client: Queryable, query: LinkQuery): Promise<LotLinks> {
  const { site, lot_id, limit } = query
  const parents = await parentsOf(client, query, query.parents)
  const children = await childrenOf(client, query, query.children)
  return {
    site,
    lot_id,
    parents: parents.slice(0, limit).map(linkOf),
    parents_next: nextOf(parents, limit),
    children: children.slice(0, limit).map(linkOf),
    children_next: nextOf(children, limit),
  }
}

function linkOf({ weight_mg, count, ...row }: LinkRow): LotLink {
  const mg = Number(weight_mg)
  return { ...row, weight_mg: mg, weight_kg: decimalOf(mg, 6), count: count === null ? null : Number(count) }
}

function nextOf(rows: LinkRow[], limit: number): string | null {
  const last = rows[limit - 1]
  return rows.length > limit && last ? cursorOf(last.lot_id, last.run_id ?? NO_RUN, last.kind) : null
}

// A run's earlier stages lead into its later ones, so that a lot of stage 3 is made of what went into 1, 2 and 3. The
// kind of a way through a run is that of its output.
async function parentsOf(client: Queryable, query: LinkQuery, cursor: LinkCursor | null): Promise<LinkRow[]> {
  const { rows } = await client.query<LinkRow>(
    `WITH RECURSIVE stage AS (
       SELECT from_id AS run_id, from_stage AS stage, kind
       FROM link WHERE site_id = $1 AND into_id = $2 AND into_stage = 0 AND from_stage > 0
       UNION
       SELECT l.from_id, l.from_stage, s.kind
       FROM stage s
       JOIN link l ON l.site_id = $1 AND l.into_id = s.run_id AND l.into_stage = s.stage AND l.from_stage > 0
     ), way AS (
       SELECT from_id AS lot_id, $6::uuid AS run_id, kind, weight_mg, count
       FROM link WHERE site_id = $1 AND into_id = $2 AND into_stage = 0 AND from_stage = 0
       UNION ALL
       SELECT l.from_id, s.run_id, s.kind, l.weight_mg, l.count
       FROM stage s
       JOIN link l ON l.site_id = $1 AND l.into_id = s.run_id AND l.into_stage = s.stage AND l.from_stage = 0
     ), summed AS (
       SELECT lot_id, run_id, kind, sum(weight_mg) AS weight_mg, sum(count) AS count
       FROM way
       WHERE $3::uuid IS NULL OR (lot_id, run_id, kind) < ($3, $4::uuid, $5::text)
       GROUP BY lot_id, run_id, kind
       ORDER BY lot_id DESC, run_id DESC, kind DESC
       LIMIT $7
     )
     SELECT w.lot_id, o.lot_code, o.record::json ->> 'lot_type' AS lot_type, o.product, t.shown AS status, w.kind,
            nullif(w.run_id, $6) AS run_id, r.body::json ->> 'run_code' AS run_code, w.weight_mg, w.count
     FROM summed w
     LEFT JOIN lot o ON o.site_id = $1 AND o.lot_id = w.lot_id
     LEFT JOIN lot_standing t ON t.site_id = $1 AND t.lot_id = w.lot_id
     LEFT JOIN record r ON r.site_id = $1 AND r.kind = 'run' AND r.id = w.run_id::text
     ORDER BY w.lot_id DESC, w.run_id DESC, w.kind DESC`,
    [
      query.site,
      query.lot_id,
      cursor?.lot_id ?? null,
      cursor?.run_id ?? null,
      cursor?.kind ?? null,
      NO_RUN,
      query.limit + 1,
    ],
  )
  return rows
}

async function childrenOf(client: Queryable, query: LinkQuery, cursor: LinkCursor | null): Promise<LinkRow[]> {
  const { rows } = await client.query<LinkRow>(
    `WITH RECURSIVE stage AS (
       SELECT into_id AS run_id, into_stage AS stage
       FROM link WHERE site_id = $1 AND from_id = $2 AND from_stage = 0 AND into_stage > 0
       UNION
       SELECT l.into_id, l.into_stage
       FROM stage s
       JOIN link l ON l.site_id = $1 AND l.from_id = s.run_id AND l.from_stage = s.stage AND l.into_stage > 0
     ), way AS (
       SELECT into_id AS lot_id, $6::uuid AS run_id, kind, weight_mg, count
       FROM link WHERE site_id = $1 AND from_id = $2 AND from_stage = 0 AND into_stage = 0
       UNION ALL
       SELECT l.into_id, s.run_id, l.kind, l.weight_mg, l.count
       FROM stage s
       JOIN link l ON l.site_id = $1 AND l.from_id = s.run_id AND l.from_stage = s.stage AND l.into_stage = 0
     ), summed AS (
       SELECT lot_id, run_id, kind, sum(weight_mg) AS weight_mg, sum(count) AS count
       FROM way
       WHERE $3::uuid IS NULL OR (lot_id, run_id, kind) < ($3, $4::uuid, $5::text)
       GROUP BY lot_id, run_id, kind
       ORDER BY lot_id DESC, run_id DESC, kind DESC
       LIMIT $7
     )
     SELECT w.lot_id, o.lot_code, o.record::json ->> 'lot_type' AS lot_type, o.product, t.shown AS status, w.kind,
            nullif(w.run_id, $6) AS run_id, r.body::json ->> 'run_code' AS run_code, w.weight_mg, w.count
     FROM summed w
     LEFT JOIN lot o ON o.site_id = $1 AND o.lot_id = w.lot_id
     LEFT JOIN lot_standing t ON t.site_id = $1 AND t.lot_id = w.lot_id
     LEFT JOIN record r ON r.site_id = $1 AND r.kind = 'run' AND r.id = w.run_id::text
     ORDER BY w.lot_id DESC, w.run_id DESC, w.kind DESC`,
    [
      query.site,
      query.lot_id,
      cursor?.lot_id ?? null,
      cursor?.run_id ?? null,
      cursor?.kind ?? null,
      NO_RUN,
      query.limit + 1,
    ],
  )
  return rows
}
