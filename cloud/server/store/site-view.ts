import { decimalOf } from '@flowviz/contract/decimal'
import type { SiteView } from '@flowviz/contract/hq'
import type { Queryable } from './database.ts'

interface SiteRow {
  site_id: string
  name: string
  enrolled_at: Date
  revoked: boolean
  last_contact_at: Date | null
  as_of: Date | null
  epoch: number
  seq: number
  hash: string
  reading_seq: number
  fork: string | null
  lots_total: number
  lots_today: number
  weight_today_mg: string
  devices_ok: number
  devices_in_trouble: number
  open_holds: number
  lots_on_hold: number
  open_deviations: number
  dead_letters: number
}

const viewOf = (row: SiteRow): SiteView => ({
  site: row.site_id,
  name: row.name,
  enrolled_at: row.enrolled_at.toISOString(),
  revoked: row.revoked,
  last_contact_at: row.last_contact_at?.toISOString() ?? null,
  as_of: row.as_of?.toISOString() ?? null,
  head: { epoch: row.epoch, seq: row.seq, hash: row.hash },
  readings_seq: row.reading_seq,
  lots_today: row.lots_today,
  lots_total: row.lots_total,
  weight_today_kg: decimalOf(Number(row.weight_today_mg), 6),
  devices_ok: row.devices_ok,
  devices_in_trouble: row.devices_in_trouble,
  open_holds: row.open_holds,
  lots_on_hold: row.lots_on_hold,
  open_deviations: row.open_deviations,
  dead_letters: row.dead_letters,
  fork: row.fork,
})

/** All sites, or one, with their figures; `dayStart` is the moment since when a lot is of today. */
export async function siteViews(client: Queryable, dayStart: string, site: string | null): Promise<SiteView[]> {
  const { rows } = await client.query<SiteRow>(
    `SELECT s.site_id, s.name, s.enrolled_at,
            NOT EXISTS (SELECT 1 FROM box b WHERE b.site_id = s.site_id AND b.revoked_at IS NULL) AS revoked,
            h.last_contact_at, greatest(h.ledger_at, h.reading_at) AS as_of,
            h.epoch, h.seq, encode(h.hash, 'hex') AS hash, h.reading_seq, h.fork,
            l.lots_total, l.lots_today, l.weight_today_mg, d.devices_ok, d.devices_in_trouble,
            q.open_holds, q.open_deviations, t.lots_on_hold, x.dead_letters
     FROM site s
     JOIN site_head h ON h.site_id = s.site_id
     CROSS JOIN LATERAL (
       SELECT count(*) AS lots_total,
              count(*) FILTER (WHERE registered_at >= $1) AS lots_today,
              coalesce(sum(weight_mg) FILTER (WHERE registered_at >= $1), 0) AS weight_today_mg
       FROM lot WHERE lot.site_id = s.site_id) l
     CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE state IN ('ok', 'not_monitored')) AS devices_ok,
              count(*) FILTER (WHERE state IN ('late', 'faulted')) AS devices_in_trouble
       FROM device WHERE device.site_id = s.site_id AND NOT retired AND config IS NOT NULL) d
     CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE kind = 'hold') AS open_holds,
              count(*) FILTER (WHERE kind = 'deviation') AS open_deviations
       FROM record
       WHERE record.site_id = s.site_id AND kind IN ('hold', 'deviation') AND state <> 'CLOSED') q
     CROSS JOIN LATERAL (
       SELECT count(*) AS lots_on_hold
       FROM lot_standing WHERE lot_standing.site_id = s.site_id AND shown = 'HOLD') t
     CROSS JOIN LATERAL (
       SELECT count(*) AS dead_letters FROM dead_letter WHERE dead_letter.site_id = s.site_id) x
     WHERE $2::text IS NULL OR s.site_id = $2
     ORDER BY s.name, s.site_id`,
    [dayStart, site],
  )
  return rows.map(viewOf)
}
