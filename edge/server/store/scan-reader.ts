import type { Sqlite } from './open.ts'
import type { PlantStore } from './plant-store.ts'

/** A lot that bears what a label says. */
export interface LabelledLot {
  lot_id: string
  lot_code: string
}

/** What stands behind a label. */
export interface ScanReader {
  /** Lots by their own code, or the supplier's, of an item with that GTIN or with none; of any, without one; at most 20. */
  lots(gtin: string | null, code: string): LabelledLot[]
  itemOf(gtin: string): string | null
  huOf(sscc: string): string | null
}

const LOTS_MAX = 20

export function scanReader(db: Sqlite, store: PlantStore): ScanReader {
  const lots = db
    .prepare<{ code: string; gtin: string | null; limit: number }, number>(
      `SELECT lot.lot_key
       FROM lot
       LEFT JOIN record ON record.kind = 'item' AND record.id = lot.item_id
       WHERE lot.lot_key IN (SELECT lot_key FROM lot WHERE lot_code = :code
                             UNION SELECT lot_key FROM supplier_tlc WHERE tlc = :code)
         AND (:gtin IS NULL OR coalesce(record.body ->> '$.item.gtin', :gtin) = :gtin)
       ORDER BY lot.lot_key
       LIMIT :limit`,
    )
    .pluck()
  const item = db
    .prepare<[string], string>(
      `SELECT id FROM record WHERE kind = 'item' AND body ->> '$.item.gtin' = ? ORDER BY id LIMIT 1`,
    )
    .pluck()
  return {
    lots: (gtin, code) =>
      lots.all({ code, gtin, limit: LOTS_MAX }).map(key => {
        const { lot_id, lot_code } = store.lots.byKey(key)!
        return { lot_id, lot_code }
      }),
    itemOf: gtin => item.get(gtin) ?? null,
    huOf: sscc => store.hus.bySscc(sscc),
  }
}
