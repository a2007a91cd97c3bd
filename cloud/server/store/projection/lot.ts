import type { HqLot } from '@flowviz/contract/hq'
import type { Lot } from '@flowviz/contract/lot'
import type { Queryable } from '../database.ts'
import type { ProjectedRow } from './event.ts'

/** Codes are unique for the site that gave them, not by themselves. */
interface LotKey {
  tlc_source: string
  lot_code: string
}
const keyOf = ({ tlc_source, lot_code }: LotKey): LotKey => ({ tlc_source, lot_code })

/** The lot that an event registers, as the API shows it; null when it registers none. */
function lotOf({ event }: ProjectedRow): (Lot & { tlc_source: string }) | null {
  if (event.type !== 'lot.registered') return null
  return {
    ...event.data,
    site: event.site,
    registered_at: event.recorded_at,
    occurred_at: event.occurred_at,
    registered_by: event.actor,
    seq: event.seq,
    event_id: event.id,
    code_conflict: false,
  }
}

/** `lot.registered`: a lot is inserted once, however often its event comes. Returns those that are new. */
export async function projectLots(client: Queryable, site: string, rows: ProjectedRow[]): Promise<HqLot[]> {
  const lots = rows.flatMap(row => {
    const lot = lotOf(row)
    if (lot === null) return []
    const { tlc_source, ...shown } = lot
    const { epoch, hash, received_at } = row
    return [{ ...shown, tlc_source, epoch, hash, received_at, seq: row.seq, record: JSON.stringify(shown) }]
  })
  if (lots.length === 0) return []
  const { rows: inserted } = await client.query<{ lot_id: string }>(
    `INSERT INTO lot (site_id, lot_id, tlc_source, lot_code, product, supplier_lot_code, weight_mg, registered_at,
                      epoch, seq, hash, received_at, record)
     SELECT $1, r.lot_id, r.tlc_source, r.lot_code, r.product, r.supplier_lot_code, r.weight_mg, r.registered_at,
            r.epoch, r.seq, r.hash, r.received_at, r.record
     FROM json_to_recordset($2::json)
       AS r (lot_id uuid, tlc_source text, lot_code text, product text, supplier_lot_code text, weight_mg bigint,
             registered_at timestamptz, epoch bigint, seq bigint, hash text, received_at timestamptz, record text)
     ON CONFLICT (site_id, lot_id) DO NOTHING
     RETURNING lot_id`,
    [site, JSON.stringify(lots)],
  )
  const conflicts = await markConflicts(client, site, lots.map(keyOf))
  const fresh = new Set(inserted.map(row => row.lot_id))
  return lots
    .filter(lot => fresh.has(lot.lot_id))
    .map(({ record, tlc_source, ...lot }) => ({ ...lot, code_conflict: conflicts.has(lot.lot_id) }))
}

/** Two lots of one source with one code: both labels must be checked, so both are marked. */
async function markConflicts(client: Queryable, site: string, codes: LotKey[]): Promise<Set<string>> {
  const { rows } = await client.query<{ lot_id: string }>(
    `WITH twice AS (
       SELECT DISTINCT r.tlc_source, r.lot_code
       FROM json_to_recordset($2::json) AS r (tlc_source text, lot_code text)
       -- One probe of the index for each code; joined as a set, the site's whole table would be read.
       CROSS JOIN LATERAL (
         SELECT count(*) AS held FROM lot o
         WHERE o.site_id = $1 AND o.tlc_source = r.tlc_source AND o.lot_code = r.lot_code) k
       WHERE k.held > 1
     )
     UPDATE lot SET code_conflict = true
     FROM twice
     WHERE lot.site_id = $1 AND lot.tlc_source = twice.tlc_source AND lot.lot_code = twice.lot_code
       AND NOT lot.code_conflict
     RETURNING lot.lot_id`,
    [site, JSON.stringify(codes)],
  )
  return new Set(rows.map(row => row.lot_id))
}
