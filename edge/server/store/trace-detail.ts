import type { Decision } from '@flowviz/contract/quality-word'
import type { LotPlace } from './lot-store.ts'
import type { Sqlite } from './open.ts'
import { uuidOfHex, uuidText } from './uuid-bytes.ts'

export interface TracedLot
  extends Pick<
    LotPlace,
    'lot_key' | 'lot_code' | 'lot_type' | 'weight_mg' | 'seq' | 'status' | 'holds' | 'gate_passed' | 'item_id' | 'line'
  > {
  lot_id: string
  tlc_source: string
  day: string
  expires_on: string | null
}
export interface TracedStock {
  lot_key: number
  location_id: string
  hu_id: string
  weight_mg: number
  count: number | null
}
/** A posting with an account outside of the plant at one end. */
export interface TracedPosting {
  lot_key: number
  seq: number
  from_account: string
  to_account: string
  weight_mg: number
  count: number | null
}
export interface TracedGate {
  seq: number
  gate_no: number
  ccp: number
  decision: Decision
}
export interface TracedStage {
  stage_key: number
  run_id: string
  stage: number
}

export type TraceDetail = ReturnType<typeof traceDetail>

/**
 * What is known of nodes that a trace has found, some hundred at a time: one statement for each kind of fact, joined to
 * the found keys, and none for a single lot. `CROSS JOIN` keeps the found keys the outer loop.
 */
export function traceDetail(db: Sqlite) {
  const lots = db.prepare<[string], TracedLot>(
    `SELECT lot.lot_key, lower(hex(lot_id)) AS lot_id, tlc_source, lot_code, lot_type, weight_mg, day, seq, status, holds, gate_passed,
            item_id, line, expires_on
     FROM json_each(?) AS node CROSS JOIN lot ON lot.lot_key = node.value`,
  )
  const stock = db.prepare<[string], TracedStock>(
    `SELECT stock.lot_key, location_id, hu_id, weight_mg, count
     FROM json_each(?) AS node CROSS JOIN stock ON stock.lot_key = node.value`,
  )
  const postings = db.prepare<[string], TracedPosting>(
    `SELECT posting.lot_key, seq, from_account, to_account, weight_mg, count
     FROM json_each(?) AS node CROSS JOIN posting ON posting.lot_key = node.value
     WHERE substr(from_account, 1, 9) <> 'location:' OR substr(to_account, 1, 9) <> 'location:'`,
  )
  const gates = db.prepare<[string], TracedGate & { lot_key: number }>(
    `SELECT gate.lot_key, seq, gate_no, ccp, decision
     FROM json_each(?) AS node CROSS JOIN gate ON gate.lot_key = node.value`,
  )
  const holds = db.prepare<[string], { lot_key: number; hold_id: Buffer }>(
    `SELECT hold_lot.lot_key, hold_id
     FROM json_each(?) AS node CROSS JOIN hold_lot ON hold_lot.lot_key = node.value`,
  )
  const bodies = db.prepare<[string], { seq: number; body: string }>(
    'SELECT ledger.seq, body FROM json_each(?) AS row CROSS JOIN ledger ON ledger.seq = row.value',
  )
  const stages = db.prepare<[string], { stage_key: number; run_id: string; stage: number }>(
    `SELECT stage_key, lower(hex(run_id)) AS run_id, stage
     FROM json_each(?) AS node CROSS JOIN stage ON stage.stage_key = node.value`,
  )
  const runGates = db.prepare<[string], TracedGate & { run_id: Buffer }>(
    `SELECT gate.run_id, seq, gate_no, ccp, decision
     FROM json_each(?) AS run CROSS JOIN gate ON gate.run_id = unhex(run.value)`,
  )
  const records = db.prepare<[string, string], { id: string; state: string | null; body: string }>(
    `SELECT record.id, record.state, record.body
     FROM json_each(?) AS wanted CROSS JOIN record ON record.kind = ? AND record.id = wanted.value`,
  )
  const all = <Row>(statement: { all(list: string): Row[] }, list: readonly (number | string)[]): Row[] =>
    list.length === 0 ? [] : statement.all(JSON.stringify(list))
  return {
    lots(keys: readonly number[]): TracedLot[] {
      const rows = all(lots, keys)
      for (const row of rows) row.lot_id = uuidOfHex(row.lot_id)
      return rows
    },
    stock: (keys: readonly number[]): TracedStock[] => all(stock, keys),
    postings: (keys: readonly number[]): TracedPosting[] => all(postings, keys),
    gates: (keys: readonly number[]) => all(gates, keys),
    holds: (keys: readonly number[]) =>
      all(holds, keys).map(({ lot_key, hold_id }) => ({ lot_key, hold_id: uuidText(hold_id) })),
    /** Bodies of ledger rows by their numbers. */
    bodies: (seqs: readonly number[]): Map<number, string> =>
      new Map(all(bodies, seqs).map(({ seq, body }) => [seq, body])),
    /** Stages by their keys, which are above zero here. */
    stages: (keys: readonly number[]): TracedStage[] =>
      all(stages, keys).map(({ stage_key, run_id, stage }) => ({ stage_key, run_id: uuidOfHex(run_id), stage })),
    runGates: (runIds: readonly string[]) =>
      all(
        runGates,
        runIds.map(id => id.replaceAll('-', '')),
      ).map(row => ({ ...row, run_id: uuidText(row.run_id) })),
    /** Records of a kind by their ids, with their fields. */
    records: (kind: string, ids: readonly string[]) =>
      (ids.length === 0 ? [] : records.all(JSON.stringify(ids), kind)).map(({ id, state, body }) => ({
        id,
        state,
        body: JSON.parse(body) as Record<string, unknown>,
      })),
  }
}
