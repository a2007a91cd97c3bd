import { type HeldLot, type HeldLotPage, type HoldPage, HoldView, type RecordView } from '@flowviz/contract/hq-plant'
import type { HeldLotQuery, RecordQuery } from '../parts.ts'
import { cursorOf } from './cursor.ts'
import type { Queryable } from './database.ts'
import { recordPage, shapedAs } from './record-view.ts'

/** So many lots are listed with a hold itself. */
const LOTS_WITH_HOLD = 50

interface Counts {
  hold_id: string
  lot_count: number
  open_count: number
  lots: HeldLot[]
}

/** Holds of a site, newest first, each with its first lots. */
export async function holdPage(client: Queryable, query: Omit<RecordQuery, 'kind' | 'parent'>): Promise<HoldPage> {
  const { records, next } = await recordPage(client, { ...query, kind: 'hold', parent: null })
  // Without its placing (a row that this release cannot read) little is known of a hold; it stays among the records.
  const placed = records.filter(({ body }) => body.placed_at !== undefined)
  const counts = await lotsOf(
    client,
    query.site,
    placed.map(({ id }) => id),
  )
  return { holds: placed.map(record => viewOf(record, counts.get(record.id))), next }
}

function viewOf({ site, body }: RecordView, counts: Counts | undefined): HoldView {
  const { lot_count = 0, open_count = 0, lots = [] } = counts ?? {}
  return shapedAs(HoldView, { ...body, site, lot_count, open_count, lots })
}

async function lotsOf(client: Queryable, site: string, holdIds: string[]): Promise<Map<string, Counts>> {
  if (holdIds.length === 0) return new Map()
  const { rows } = await client.query<Counts>(
    `SELECT h.hold_id,
            (SELECT count(*) FROM hold_lot c WHERE c.site_id = $1 AND c.hold_id = h.hold_id) AS lot_count,
            (SELECT count(*) FROM hold_lot c WHERE c.site_id = $1 AND c.hold_id = h.hold_id AND c.open) AS open_count,
            (SELECT coalesce(json_agg(row_to_json(x)), '[]') FROM (
               SELECT f.lot_id, l.lot_code, l.record::json ->> 'lot_type' AS lot_type, l.product, s.shown AS status, f.open
               FROM (SELECT lot_id, open FROM hold_lot WHERE site_id = $1 AND hold_id = h.hold_id
                     ORDER BY lot_id DESC LIMIT $3) f
               LEFT JOIN lot l ON l.site_id = $1 AND l.lot_id = f.lot_id
               LEFT JOIN lot_standing s ON s.site_id = $1 AND s.lot_id = f.lot_id
               ORDER BY f.lot_id DESC) x) AS lots
     FROM unnest($2::uuid[]) AS h (hold_id)`,
    [site, holdIds, LOTS_WITH_HOLD],
  )
  return new Map(rows.map(row => [row.hold_id, row]))
}

/** Every lot that a hold ever held, newest first. */
export async function heldLotPage(client: Queryable, query: HeldLotQuery): Promise<HeldLotPage> {
  const { site, hold_id, limit, cursor } = query
  const { rows } = await client.query<HeldLot>(
    `SELECT h.lot_id, l.lot_code, l.record::json ->> 'lot_type' AS lot_type, l.product, s.shown AS status, h.open
     FROM hold_lot h
     LEFT JOIN lot l ON l.site_id = $1 AND l.lot_id = h.lot_id
     LEFT JOIN lot_standing s ON s.site_id = $1 AND s.lot_id = h.lot_id
     WHERE h.site_id = $1 AND h.hold_id = $2 AND ($3::uuid IS NULL OR h.lot_id < $3)
     ORDER BY h.lot_id DESC
     LIMIT $4`,
    [site, hold_id, cursor, limit + 1],
  )
  const lots = rows.slice(0, limit)
  const last = lots.at(-1)
  return { lots, next: rows.length > limit && last ? cursorOf(last.lot_id) : null }
}
