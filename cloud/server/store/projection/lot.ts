import type { LotRecord } from '@flowviz/contract/hq'
import type { Queryable } from '../database.ts'
import type { ProjectedRow } from './event.ts'

/** Codes are unique for the site that gave them, not by themselves. */
interface LotKey {
  tlc_source: string
  lot_code: string
}
const keyOf = ({ tlc_source, lot_code }: LotKey): LotKey => ({ tlc_source, lot_code })

/** A lot as its registration says it; what has become of it stands elsewhere. */
function lotOf({ event }: ProjectedRow): LotRecord | null {
  if (event.type !== 'lot.registered') return null
  const { more, ...said } = event.data
  return {
    ...said,
    site: event.site,
    registered_at: event.recorded_at,
    occurred_at: event.occurred_at,
    registered_by: event.actor,
    event_id: event.id,
    origin: more?.origin ?? 'registered',
    item_id: more?.item_id ?? null,
    supplier_id: more?.supplier_id ?? null,
    supplier_tlc_source: more?.supplier_tlc_source ?? null,
    count: more?.count ?? null,
    produced_on: more?.produced_on ?? null,
    best_before: more?.best_before ?? null,
    expires_on: more?.expires_on ?? null,
    allergens: more?.allergens ?? [],
    plan_id: more?.plan_id ?? null,
    plan_version: more?.plan_version ?? null,
    run_id: more?.run_id ?? null,
    receipt_id: more?.receipt_id ?? null,
  }
}

function columnsOf(lot: LotRecord, { epoch, seq, hash, received_at }: ProjectedRow) {
  const { lot_id, event_id, tlc_source, lot_code, product, supplier_lot_code, weight_mg, registered_at } = lot
  const { item_id, line, expires_on, count } = lot
  // What is null is left out: the view says it.
  const record = JSON.stringify(Object.fromEntries(Object.entries(lot).filter(([, value]) => value !== null)))
  const found = { lot_id, event_id, tlc_source, lot_code, product, supplier_lot_code, weight_mg, registered_at }
  return { ...found, item_id, line, expires_on, count, epoch, seq, hash, received_at, record }
}

/** `lot.registered`: a lot is inserted once, whatever says it again. Returns the events that did it. */
export async function projectLots(client: Queryable, site: string, rows: ProjectedRow[]): Promise<Set<string>> {
  const lots = rows.flatMap(row => {
    const lot = lotOf(row)
    return lot === null ? [] : [columnsOf(lot, row)]
  })
  if (lots.length === 0) return new Set()
  const { rows: inserted } = await client.query<{ lot_id: string }>(
    `INSERT INTO lot (site_id, lot_id, tlc_source, lot_code, product, supplier_lot_code, weight_mg, registered_at,
                      epoch, seq, hash, received_at, record, item_id, line, expires_on, count)
     SELECT $1, r.lot_id, r.tlc_source, r.lot_code, r.product, r.supplier_lot_code, r.weight_mg, r.registered_at,
            r.epoch, r.seq, r.hash, r.received_at, r.record, r.item_id, r.line, r.expires_on, r.count
     FROM json_to_recordset($2::json)
       AS r (lot_id uuid, tlc_source text, lot_code text, product text, supplier_lot_code text, weight_mg bigint,
             registered_at timestamptz, epoch bigint, seq bigint, hash text, received_at timestamptz, record text,
             item_id text, line text, expires_on text, count bigint)
     ON CONFLICT (site_id, lot_id) DO NOTHING
     RETURNING lot_id`,
    [site, JSON.stringify(lots)],
  )
  await markConflicts(client, site, lots.map(keyOf))
  const fresh = new Set(inserted.map(row => row.lot_id))
  // Of two events with one lot id, the first is the one that stands.
  return new Set(lots.filter(lot => fresh.delete(lot.lot_id)).map(lot => lot.event_id))
}

/** Two lots of one source with one code: both labels must be checked, so both are marked. */
async function markConflicts(client: Queryable, site: string, codes: LotKey[]): Promise<void> {
  await client.query(
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
       AND NOT lot.code_conflict`,
    [site, JSON.stringify(codes)],
  )
}
