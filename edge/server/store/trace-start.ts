import { isUuid } from '@flowviz/contract/uuid'
import type { Sqlite } from './open.ts'
import { uuidBytes } from './uuid-bytes.ts'

/** What a trace starts from. */
export type TraceStart =
  | { by: 'lot'; ref: string }
  | { by: 'sscc'; sscc: string }
  | { by: 'gtin'; gtin: string; lot_code: string }
  | { by: 'supplier_lot'; supplier_lot_code: string; supplier_id: string | null }

/** Finds the lots that a label or a document means: several, where several bear the same text. */
export function traceStarts(db: Sqlite): (start: TraceStart) => number[] {
  const byId = db.prepare<[Uint8Array], number>('SELECT lot_key FROM lot WHERE lot_id = ?').pluck()
  const byCode = db.prepare<[string], number>('SELECT lot_key FROM lot WHERE lot_code = +? ORDER BY lot_key').pluck()
  const huOf = db
    .prepare<[string], string>("SELECT id FROM record WHERE kind = 'hu' AND body ->> '$.sscc' = ? LIMIT 1")
    .pluck()
  // What came into the unit and was not taken out again inside the plant; what left in it was in it.
  const inHu = db
    .prepare<{ subject: string; end: string }, number>(
      `SELECT lot_key
       FROM (SELECT DISTINCT seq FROM event_about WHERE subject = :subject) AS told
       JOIN posting ON posting.seq = told.seq
       GROUP BY lot_key
       HAVING sum(iif(to_account LIKE :end, weight_mg, 0)) >
              sum(iif(from_account LIKE :end AND substr(to_account, 1, 9) <> 'customer:', weight_mg, 0))
       ORDER BY lot_key`,
    )
    .pluck()
  const byGtin = db
    .prepare<[string, string], number>(
      `SELECT lot_key FROM lot
       WHERE lot_code = ?
         AND item_id IN (SELECT id FROM record WHERE kind = 'item' AND body ->> '$.item.gtin' = ?)
       ORDER BY lot_key`,
    )
    .pluck()
  const bySupplier = db
    .prepare<{ tlc: string; supplier: string | null }, number>(
      `SELECT supplier_tlc.lot_key
       FROM supplier_tlc
       JOIN lot ON lot.lot_key = supplier_tlc.lot_key
       JOIN ledger ON ledger.seq = lot.seq
       WHERE tlc = :tlc AND (:supplier IS NULL OR source = :supplier
         OR ledger.body ->> '$.data.more.supplier_id' = :supplier)
       ORDER BY supplier_tlc.lot_key`,
    )
    .pluck()
  return start => {
    if (start.by === 'lot') {
      const { ref } = start
      return isUuid(ref) ? byId.all(uuidBytes(ref)) : byCode.all(ref)
    }
    if (start.by === 'gtin') return byGtin.all(start.lot_code, start.gtin)
    if (start.by === 'supplier_lot')
      return bySupplier.all({ tlc: start.supplier_lot_code, supplier: start.supplier_id })
    const hu = huOf.get(start.sscc)
    return hu === undefined ? [] : inHu.all({ subject: `hu:${hu}`, end: `%/hu:${hu}` })
  }
}
