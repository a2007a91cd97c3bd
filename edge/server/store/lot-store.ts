import type { Sqlite } from './open.ts'
import { uuidBytes } from './uuid-bytes.ts'

/** What a lot is found by, and the ledger row that says the rest. */
export interface LotPlace {
  lot_key: number
  seq: number
  code_conflict: number
}

export interface NewLotPlace {
  lot_id: string
  tlc_source: string
  lot_code: string
  lot_type: string
  weight_mg: number
  day: string
  seq: number
}

const PLACE = 'SELECT lot_key, seq, code_conflict FROM lot'

export type LotStore = ReturnType<typeof lotStore>

/** Lots by id, code and day. */
export function lotStore(db: Sqlite) {
  const add = db.prepare<[Uint8Array, string, string, number, number, string, number, string, number]>(
    `INSERT INTO lot (lot_id, tlc_source, lot_code, code_rank, code_conflict, lot_type, weight_mg, day, seq)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (lot_code, tlc_source, code_rank) DO NOTHING`,
  )
  const ranks = db
    .prepare<[string, string], number>('SELECT count(*) FROM lot WHERE lot_code = ? AND tlc_source = ?')
    .pluck()
  const doubt = db.prepare<[string, string]>('UPDATE lot SET code_conflict = 1 WHERE lot_code = ? AND tlc_source = ?')
  const byId = db.prepare<[Uint8Array], LotPlace>(`${PLACE} WHERE lot_id = ?`)
  const byCode = db.prepare<[string], LotPlace>(`${PLACE} WHERE lot_code = ? ORDER BY code_rank LIMIT 1`)
  const number = db
    .prepare<[string, string], number>('SELECT number FROM lot_number WHERE day = ? AND line = ?')
    .pluck()
  const raise = db.prepare<[string, string, number]>(
    `INSERT INTO lot_number (day, line, number) VALUES (?, ?, ?)
     ON CONFLICT (day, line) DO UPDATE SET number = max(number, excluded.number)`,
  )
  return {
    /** A second lot with a code, which only a restored history can bring, puts both in doubt: their labels say the same. */
    add(lot: NewLotPlace): void {
      const { tlc_source, lot_code, lot_type, weight_mg, day, seq } = lot
      const id = uuidBytes(lot.lot_id)
      if (add.run(id, tlc_source, lot_code, 0, 0, lot_type, weight_mg, day, seq).changes === 1) return
      const rank = ranks.get(lot_code, tlc_source)!
      doubt.run(lot_code, tlc_source)
      add.run(id, tlc_source, lot_code, rank, 1, lot_type, weight_mg, day, seq)
    },
    codeTaken: (code: string, source: string): boolean => (ranks.get(code, source) ?? 0) > 0,
    byId: (id: string): LotPlace | null => byId.get(uuidBytes(id)) ?? null,
    byCode: (code: string): LotPlace | null => byCode.get(code) ?? null,
    /** The highest number of a day and line so far, 0 when there is none. */
    lastNumber: (day: string, line: string): number => number.get(day, line) ?? 0,
    raiseNumber: (day: string, line: string, to: number): void => void raise.run(day, line, to),
  }
}
