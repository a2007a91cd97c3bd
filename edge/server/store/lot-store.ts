import type { NewLot } from '@flowviz/contract/change'
import type { LotStatus, LotType } from '@flowviz/contract/lot-word'
import type { Sqlite } from './open.ts'
import { uuidBytes, uuidText } from './uuid-bytes.ts'

/** Statuses that a lot, and every part of it, keeps until it is gone. */
export type Bound = Extract<LotStatus, 'REWORK_ONLY' | 'RECALLED'>

/** What a lot is found by and judged by, and the ledger row that says the rest. */
export interface LotPlace {
  lot_key: number
  lot_id: string
  lot_code: string
  lot_type: LotType
  weight_mg: number
  seq: number
  code_conflict: number
  /** The base status: with an open hold the lot shows HOLD (contract/lot-status.ts). */
  status: LotStatus
  /** What the lot has been once and is for good, also when its status is a final one by now. */
  bound: Bound | null
  holds: number
  gate_passed: number
  plan_id: string | null
  plan_version: number | null
  item_id: string | null
  line: string | null
  expires_on: string | null
}

type Row = Omit<LotPlace, 'lot_id'> & { lot_id: Buffer }

/** Columns of a place, for the pages of lots too. */
export const PLACE = `SELECT lot_key, lot_id, lot_code, lot_type, weight_mg, seq, code_conflict, status, bound, holds,
  gate_passed, plan_id, plan_version, item_id, line, expires_on FROM lot`
export const placeOf = (row: Row): LotPlace => ({ ...row, lot_id: uuidText(row.lot_id) })
export type LotRow = Row

const boundOf = (status: LotStatus): Bound | null => (status === 'REWORK_ONLY' || status === 'RECALLED' ? status : null)

const placed = (row: Row | undefined): LotPlace | null => (row === undefined ? null : placeOf(row))

export type LotStore = ReturnType<typeof lotStore>

/** Lots by id, code, line and day, with their quality status. */
export function lotStore(db: Sqlite) {
  const add = db.prepare(
    `INSERT INTO lot (lot_id, tlc_source, lot_code, code_rank, code_conflict, lot_type, weight_mg, day, seq,
                      status, bound, gate_passed, plan_id, plan_version, item_id, line, expires_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (lot_code, tlc_source, code_rank) DO NOTHING`,
  )
  const ranks = db
    .prepare<[string, string], number>('SELECT count(*) FROM lot WHERE lot_code = ? AND tlc_source = ?')
    .pluck()
  const doubt = db.prepare<[string, string]>('UPDATE lot SET code_conflict = 1 WHERE lot_code = ? AND tlc_source = ?')
  const byId = db.prepare<[Uint8Array], Row>(`${PLACE} WHERE lot_id = ?`)
  const byKey = db.prepare<[number], Row>(`${PLACE} WHERE lot_key = ?`)
  // `= +?`: for `= ?` beside an ORDER BY, SQLite 3.54 prepares the statement anew for every value, which takes 14 us.
  const byCode = db.prepare<[string], Row>(`${PLACE} WHERE lot_code = +? ORDER BY code_rank LIMIT 1`)
  const allByCode = db.prepare<[string], Row>(`${PLACE} WHERE lot_code = +?`)
  const keyOf = db.prepare<[Uint8Array], number>('SELECT lot_key FROM lot WHERE lot_id = ?').pluck()
  const ofLine = db.prepare<[string, number], Row>(`${PLACE} WHERE line = +? AND seq > ? ORDER BY lot_key`)
  // What is used up has nothing to expire: the few lots in the house are asked, not all that ever had a last day.
  const expiring = db.prepare<[string, number], Row>(
    `${PLACE} WHERE lot_key IN (SELECT lot_key FROM stock) AND +expires_on < ? AND status IN ('PENDING_QC', 'AVAILABLE')
     ORDER BY expires_on, lot_key LIMIT ?`,
  )
  const setStatus = db.prepare<[string, number]>('UPDATE lot SET status = ? WHERE lot_key = ?')
  const setBoth = db.prepare<[string, number, number]>('UPDATE lot SET status = ?, gate_passed = ? WHERE lot_key = ?')
  const bind = db.prepare<[string, number]>(`UPDATE lot SET bound = ? WHERE lot_key = ? AND bound IS NOT 'RECALLED'`)
  const number = db
    .prepare<[string, string], number>('SELECT number FROM lot_number WHERE day = ? AND line = ?')
    .pluck()
  const raise = db.prepare<[string, string, number]>(
    `INSERT INTO lot_number (day, line, number) VALUES (?, ?, ?)
     ON CONFLICT (day, line) DO UPDATE SET number = max(number, excluded.number)`,
  )
  return {
    /**
     * Adds a lot and gives its key. A second lot with a code, which only a restored history can bring, puts both in
     * doubt: their labels say the same.
     */
    add(lot: NewLot, { day, seq }: { day: string; seq: number }): number {
      const { tlc_source, lot_code, lot_type, weight_mg } = lot
      const id = uuidBytes(lot.lot_id)
      const rest = [
        lot.status,
        boundOf(lot.status),
        lot.gate_passed,
        lot.plan_id,
        lot.plan_version,
        lot.item_id,
        lot.line,
        lot.expires_on,
      ]
      const first = add.run(id, tlc_source, lot_code, 0, 0, lot_type, weight_mg, day, seq, ...rest)
      if (first.changes === 1) return Number(first.lastInsertRowid)
      const rank = ranks.get(lot_code, tlc_source)!
      doubt.run(lot_code, tlc_source)
      return Number(add.run(id, tlc_source, lot_code, rank, 1, lot_type, weight_mg, day, seq, ...rest).lastInsertRowid)
    },
    codeTaken: (code: string, source: string): boolean => (ranks.get(code, source) ?? 0) > 0,
    byId: (id: string): LotPlace | null => placed(byId.get(uuidBytes(id))),
    byKey: (key: number): LotPlace | null => placed(byKey.get(key)),
    byCode: (code: string): LotPlace | null => placed(byCode.get(code)),
    /** Every lot with a code, of whatever source. */
    allByCode: (code: string): LotPlace[] => allByCode.all(code).map(placeOf),
    keyOf: (id: string): number | null => keyOf.get(uuidBytes(id)) ?? null,
    /** Lots of a line that were registered after a ledger number. */
    ofLine: (line: string, after: number): LotPlace[] => ofLine.all(line, after).map(placeOf),
    /** Usable lots in the house whose last day is before a day. */
    expiring: (day: string, limit: number): LotPlace[] => expiring.all(day, limit).map(placeOf),
    setState(key: number, { status, gate_passed }: { status: LotStatus; gate_passed?: number }): void {
      if (gate_passed === undefined) setStatus.run(status, key)
      else setBoth.run(status, gate_passed, key)
      const bound = boundOf(status)
      if (bound !== null) bind.run(bound, key)
    },
    /** The highest number of a day and line so far, 0 when there is none. */
    lastNumber: (day: string, line: string): number => number.get(day, line) ?? 0,
    raiseNumber: (day: string, line: string, to: number): void => void raise.run(day, line, to),
  }
}
