import type { Pool } from '../../cloud/server/store/database.ts'
import { type Tables, tableOf } from './table.ts'

/** The tables of a site at headquarters, in the words that both buildings have. */
export async function cloudTables(pool: Pool, site: string): Promise<Tables> {
  const ask = async (text: string) => (await pool.query<Record<string, unknown>>(text, [site])).rows
  const records = await ask('SELECT kind, id, parent, state, at, seq, body FROM record WHERE site_id = $1')
  const devices = await ask('SELECT device_id, config, retired::int FROM device WHERE site_id = $1')
  return {
    lot: tableOf(
      await ask(
        `SELECT lot_id, tlc_source, lot_code, weight_mg, code_conflict::int, item_id, line, expires_on, status, holds,
                gate_passed, shown
         FROM lot JOIN lot_standing USING (site_id, lot_id) WHERE site_id = $1`,
      ),
    ),
    stock: tableOf(
      await ask(
        `SELECT lot_id, location_id, hu_id, weight_mg, count FROM stock
         WHERE site_id = $1 AND (weight_mg <> 0 OR count <> 0)`,
      ),
    ),
    // From stage to stage a link carries no quantity, and headquarters keeps it each time it is said.
    link: tableOf(
      await ask(
        `SELECT from_id AS "from", from_stage, into_id AS "into", into_stage, kind, weight_mg, count
         FROM link WHERE site_id = $1 AND (from_stage = 0 OR into_stage = 0)
         UNION ALL
         SELECT DISTINCT from_id, from_stage, into_id, into_stage, kind, weight_mg, count
         FROM link WHERE site_id = $1 AND from_stage > 0 AND into_stage > 0`,
      ),
    ),
    gate: tableOf(
      await ask(
        `SELECT held_seq AS seq, lot_id, run_id, line, gate_no, ccp::int, decision, instrument_id
         FROM gate WHERE site_id = $1`,
      ),
    ),
    hold_lot: tableOf(await ask('SELECT hold_id, lot_id, open::int FROM hold_lot WHERE site_id = $1')),
    record: tableOf(records.map(row => ({ ...row, body: JSON.parse(String(row.body)) as object }))),
    device: tableOf(devices.map(row => ({ ...row, config: JSON.parse(String(row.config)) as object }))),
  }
}
