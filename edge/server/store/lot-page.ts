import { type LotPlace, type LotRow, PLACE, placeOf } from './lot-store.ts'
import type { Sqlite } from './open.ts'

const NEWEST = 'ORDER BY lot_key DESC LIMIT'

export interface LotQuery {
  limit: number
  cursor: string | null
  day?: string
  lot_type?: string
}

/** Pages of lots, newest first. A day is the UTC day of registration, `YYYY-MM-DD`. */
export function lotPages(db: Sqlite) {
  const all = db.prepare<[number, number], LotRow>(`${PLACE} WHERE lot_key < ? ${NEWEST} ?`)
  const ofDay = db.prepare<[string, number, number], LotRow>(`${PLACE} WHERE day = ? AND lot_key < ? ${NEWEST} ?`)
  const ofType = db.prepare<[string, number, number], LotRow>(`${PLACE} WHERE lot_type = ? AND lot_key < ? ${NEWEST} ?`)
  const ofBoth = db.prepare<[string, string, number, number], LotRow>(
    `${PLACE} WHERE day = ? AND lot_type = ? AND lot_key < ? ${NEWEST} ?`,
  )
  const rows = (query: LotQuery): LotRow[] => {
    const { day, lot_type, limit } = query
    const below = query.cursor === null ? Number.MAX_SAFE_INTEGER : Number(query.cursor)
    if (day !== undefined && lot_type !== undefined) return ofBoth.all(day, lot_type, below, limit)
    if (day !== undefined) return ofDay.all(day, below, limit)
    if (lot_type !== undefined) return ofType.all(lot_type, below, limit)
    return all.all(below, limit)
  }
  return (query: LotQuery): LotPlace[] => rows(query).map(placeOf)
}
