import { isUuid } from '@flowviz/contract/uuid'
import type { Sqlite } from './open.ts'
import { uuidBytes, uuidText } from './uuid-bytes.ts'

/** What a trace starts from. A label may say the unit that it is on, and what is in it. */
export type TraceStart =
  | { by: 'lot'; ref: string }
  | { by: 'sscc'; sscc: string }
  | { by: 'gtin'; gtin: string; lot_code: string }
  | { by: 'label'; sscc: string; gtin: string; lot_code: string }
  | { by: 'supplier_lot'; supplier_lot_code: string; supplier_id: string | null }

/** A lot that bears what was asked for, and who gave it that code; null where no code was asked for. */
export interface StartLot {
  lot_key: number
  lot_id: string
  lot_code: string
  source: string | null
}

/** Finds the lots that a label or a document means: several, where several bear the same text. */
export function traceStarts(db: Sqlite) {
  const byId = db.prepare<[Uint8Array], number>('SELECT lot_key FROM lot WHERE lot_id = ?').pluck()
  const byCode = db.prepare<[string], number>('SELECT lot_key FROM lot WHERE lot_code = +? ORDER BY lot_key').pluck()
  const huOf = db
    .prepare<[string], string>("SELECT id FROM record WHERE kind = 'hu' AND body ->> '$.sscc' = ? LIMIT 1")
    .pluck()
  // What came into the unit, and how much of it was taken out again inside the plant; what left in it was in it.
  const inHu = db.prepare<{ subject: string; end: string }, { lot_key: number; came_mg: number; taken_mg: number }>(
    `SELECT lot_key,
            sum(iif(to_account LIKE :end, weight_mg, 0)) AS came_mg,
            sum(iif(from_account LIKE :end AND substr(to_account, 1, 9) <> 'customer:', weight_mg, 0)) AS taken_mg
     FROM (SELECT DISTINCT seq FROM event_about WHERE subject = :subject) AS told
     JOIN posting ON posting.seq = told.seq
     GROUP BY lot_key
     HAVING came_mg > 0
     ORDER BY lot_key`,
  )
  const byGtin = db.prepare<{ code: string; gtin: string }, { lot_key: number; source: string; exact: number }>(
    `SELECT lot.lot_key, bearer.source, record.body ->> '$.item.gtin' IS NOT NULL AS exact
     FROM (SELECT lot_key, tlc_source AS source FROM lot WHERE lot_code = :code
           UNION ALL SELECT lot_key, source FROM supplier_tlc WHERE tlc = :code) AS bearer
     JOIN lot ON lot.lot_key = bearer.lot_key
     LEFT JOIN record ON record.kind = 'item' AND record.id = lot.item_id
     WHERE coalesce(record.body ->> '$.item.gtin', :gtin) = :gtin
     ORDER BY lot.lot_key`,
  )
  const bySupplier = db.prepare<{ tlc: string; supplier: string | null }, { lot_key: number; source: string }>(
    `SELECT supplier_tlc.lot_key, source
     FROM supplier_tlc
     JOIN lot ON lot.lot_key = supplier_tlc.lot_key
     JOIN ledger ON ledger.seq = lot.seq
     WHERE tlc = :tlc AND (:supplier IS NULL OR source = :supplier
       OR ledger.body ->> '$.data.more.supplier_id' = :supplier)
     ORDER BY supplier_tlc.lot_key`,
  )
  const named = db.prepare<[number], { lot_id: Buffer; lot_code: string; tlc_source: string }>(
    'SELECT lot_id, lot_code, tlc_source FROM lot WHERE lot_key = ?',
  )

  function bySscc(sscc: string): Bearer[] {
    const hu = huOf.get(sscc)
    const came = hu === undefined ? [] : inHu.all({ subject: `hu:${hu}`, end: `%/hu:${hu}` })
    const there = came.filter(({ came_mg, taken_mg }) => came_mg > taken_mg)
    // Of a unit that was used up, whatever was in it.
    return (there.length > 0 ? there : came).map(({ lot_key }) => ({ lot_key, source: null }))
  }
  function byLabel(gtin: string, code: string): Bearer[] {
    const bearers = byGtin.all({ code, gtin })
    const exact = bearers.filter(bearer => bearer.exact === 1)
    return exact.length > 0 ? exact : bearers
  }
  function bearers(start: TraceStart): Bearer[] {
    if (start.by === 'gtin') return byLabel(start.gtin, start.lot_code)
    if (start.by === 'sscc') return bySscc(start.sscc)
    if (start.by === 'supplier_lot')
      return bySupplier.all({ tlc: start.supplier_lot_code, supplier: start.supplier_id })
    if (start.by === 'label') {
      const inside = bySscc(start.sscc)
      return inside.length > 0 ? inside : byLabel(start.gtin, start.lot_code)
    }
    const { ref } = start
    if (isUuid(ref)) return byId.all(uuidBytes(ref)).map(lot_key => ({ lot_key, source: null }))
    const coded = byCode.all(ref).map(lot_key => ({ lot_key, source: named.get(lot_key)!.tlc_source }))
    return coded.length > 0 ? coded : bySscc(ref)
  }
  return (start: TraceStart): StartLot[] =>
    bearers(start).map(({ lot_key, source }) => {
      const { lot_id, lot_code } = named.get(lot_key)!
      return { lot_key, lot_id: uuidText(lot_id), lot_code, source }
    })
}

interface Bearer {
  lot_key: number
  source: string | null
}
