import { shownStatus } from '../../contract/lot-status.ts'
import type { LotStatus } from '../../contract/lot-word.ts'
import type { Sqlite } from '../../edge/server/store/open.ts'
import { uuidText } from '../../edge/server/store/uuid-bytes.ts'
import { type Tables, tableOf } from './table.ts'

interface LotRow {
  lot_id: Buffer
  status: LotStatus
  holds: number
}
interface Ends {
  from: Buffer
  from_stage: number
  into: Buffer
  into_stage: number
}

const idOf = (id: Buffer | null): string | null => (id === null ? null : uuidText(id))

/** The tables of an appliance, in the words that both buildings have. */
export function edgeTables(db: Sqlite): Tables {
  const lots = db
    .prepare<[], LotRow>(
      `SELECT lot_id, tlc_source, lot_code, weight_mg, code_conflict, item_id, line, expires_on, status, holds,
              gate_passed
       FROM lot`,
    )
    .all()
  const stock = db
    .prepare<[], { lot_id: Buffer }>(
      `SELECT lot_id, location_id, hu_id, stock.weight_mg, coalesce(count, 0) AS count FROM stock JOIN lot USING (lot_key)`,
    )
    .all()
  const links = db
    .prepare<[], Ends>(
      `SELECT coalesce(a.lot_id, s.run_id) AS "from", coalesce(s.stage, 0) AS from_stage,
              coalesce(b.lot_id, r.run_id) AS "into", coalesce(r.stage, 0) AS into_stage,
              kind, link.weight_mg, count
       FROM link
       LEFT JOIN lot a ON a.lot_key = src
       LEFT JOIN stage s ON s.stage_key = -src
       LEFT JOIN lot b ON b.lot_key = dst
       LEFT JOIN stage r ON r.stage_key = -dst`,
    )
    .all()
  const gates = db
    .prepare<[], { lot_id: Buffer | null; run_id: Buffer | null }>(
      `SELECT gate.seq, lot_id, run_id, gate.line, gate_no, ccp, decision, instrument_id
       FROM gate LEFT JOIN lot USING (lot_key)`,
    )
    .all()
  const held = db
    .prepare<[], { hold_id: Buffer; lot_id: Buffer }>(
      'SELECT hold_id, lot_id, open FROM hold_lot JOIN lot USING (lot_key)',
    )
    .all()
  const records = db.prepare<[], { body: string }>('SELECT kind, id, parent, state, at, seq, body FROM record').all()
  const devices = db.prepare<[], { config: string }>('SELECT device_id, config, retired FROM device').all()
  return {
    lot: tableOf(lots.map(row => ({ ...row, lot_id: idOf(row.lot_id), shown: shownStatus(row.status, row.holds) }))),
    stock: tableOf(stock.map(row => ({ ...row, lot_id: idOf(row.lot_id) }))),
    link: tableOf(links.map(row => ({ ...row, from: idOf(row.from), into: idOf(row.into) }))),
    gate: tableOf(gates.map(row => ({ ...row, lot_id: idOf(row.lot_id), run_id: idOf(row.run_id) }))),
    hold_lot: tableOf(held.map(row => ({ ...row, hold_id: idOf(row.hold_id), lot_id: idOf(row.lot_id) }))),
    record: tableOf(records.map(row => ({ ...row, body: JSON.parse(row.body) as object }))),
    device: tableOf(devices.map(row => ({ ...row, config: JSON.parse(row.config) as object }))),
  }
}
