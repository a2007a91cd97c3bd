import { type LotPlace, type LotRow, PLACE, placeOf } from './lot-store.ts'
import type { Sqlite } from './open.ts'

const NEWEST = 'ORDER BY lot_key DESC LIMIT'

export interface LotQuery {
  limit: number
  cursor: string | null
  day?: string
  lot_type?: string
  /** Exact; of whatever source. */
  code?: string
  /** Only of what there is something left of: alone, or of a type, or of an item. */
  in_house?: boolean
  item_id?: string
}

/**
 * Pages of lots, newest first: all, by day and type; those with a code; or those in the house, by type and item. A day is
 * the UTC day of registration, `YYYY-MM-DD`.
 */
export function lotPages(db: Sqlite) {
  const house = housePages(db)
  const ofCode = db.prepare<[string, number, number], LotRow>(
    `${PLACE} WHERE lot_code = +? AND lot_key < ? ${NEWEST} ?`,
  )
  const all = db.prepare<[number, number], LotRow>(`${PLACE} WHERE lot_key < ? ${NEWEST} ?`)
  const ofDay = db.prepare<[string, number, number], LotRow>(`${PLACE} WHERE day = ? AND lot_key < ? ${NEWEST} ?`)
  const ofType = db.prepare<[string, number, number], LotRow>(`${PLACE} WHERE lot_type = ? AND lot_key < ? ${NEWEST} ?`)
  const ofBoth = db.prepare<[string, string, number, number], LotRow>(
    `${PLACE} WHERE day = ? AND lot_type = ? AND lot_key < ? ${NEWEST} ?`,
  )
  const rows = (query: LotQuery): LotRow[] => {
    const { day, lot_type, limit, code } = query
    const below = query.cursor === null ? Number.MAX_SAFE_INTEGER : Number(query.cursor)
    if (code !== undefined) return ofCode.all(code, below, limit)
    if (query.in_house === true || query.item_id !== undefined) return house(query, below)
    if (day !== undefined && lot_type !== undefined) return ofBoth.all(day, lot_type, below, limit)
    if (day !== undefined) return ofDay.all(day, below, limit)
    if (lot_type !== undefined) return ofType.all(lot_type, below, limit)
    return all.all(below, limit)
  }
  return (query: LotQuery): LotPlace[] => rows(query).map(placeOf)
}

/** From the stock, which is in the order of the lots: a plant has a history of a hundred times what stands in it. */
function housePages(db: Sqlite) {
  const all = db.prepare<[number, number], LotRow>(
    `${PLACE} WHERE lot_key IN (SELECT DISTINCT lot_key FROM stock WHERE lot_key < ? ${NEWEST} ?) ORDER BY lot_key DESC`,
  )
  const some = db.prepare<{ below: number; lot_type: string | null; item_id: string | null; limit: number }, LotRow>(
    `${PLACE} JOIN (SELECT DISTINCT lot_key FROM stock WHERE lot_key < :below) AS house USING (lot_key)
     WHERE (:lot_type IS NULL OR lot_type = :lot_type) AND (:item_id IS NULL OR item_id = :item_id)
     ${NEWEST} :limit`,
  )
  return ({ lot_type, item_id, limit }: LotQuery, below: number): LotRow[] =>
    lot_type === undefined && item_id === undefined
      ? all.all(below, limit)
      : some.all({ below, lot_type: lot_type ?? null, item_id: item_id ?? null, limit })
}
