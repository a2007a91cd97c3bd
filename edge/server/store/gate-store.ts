import type { GateRow } from '@flowviz/contract/change'
import type { Decision } from '@flowviz/contract/quality-word'
import type { Sqlite } from './open.ts'
import { uuidBytes } from './uuid-bytes.ts'

/** A QC decision by its ledger number. */
export interface GatePlace {
  seq: number
  lot_key: number | null
  gate_no: number
  decision: Decision
}

const PLACE = 'SELECT seq, lot_key, gate_no, decision FROM gate'

export type GateStore = ReturnType<typeof gateStore>

/** QC decisions by lot, run, line and instrument. */
export function gateStore(db: Sqlite) {
  const add = db.prepare<
    [number, number | null, Uint8Array | null, string | null, number, number, string, string | null]
  >(
    `INSERT INTO gate (seq, lot_key, run_id, line, gate_no, ccp, decision, instrument_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (seq) DO NOTHING`,
  )
  const ofLot = db.prepare<[number], GatePlace>(`${PLACE} WHERE lot_key = ? ORDER BY seq`)
  const ofRun = db.prepare<[Uint8Array], GatePlace>(`${PLACE} WHERE run_id = ? ORDER BY seq`)
  const lastOfLot = db.prepare<[number, number], GatePlace>(
    `${PLACE} WHERE lot_key = ? AND gate_no = ? ORDER BY seq DESC LIMIT 1`,
  )
  const lastGood = db
    .prepare<[string, number], number>(
      `SELECT seq FROM gate WHERE line = ? AND gate_no = ? AND decision = 'PASS' ORDER BY seq DESC LIMIT 1`,
    )
    .pluck()
  const byInstrument = db.prepare<[string, number], GatePlace>(
    `${PLACE} WHERE instrument_id = ? AND seq > ? ORDER BY seq`,
  )
  const page = db.prepare<[number, number], GatePlace>(`${PLACE} WHERE seq < ? ORDER BY seq DESC LIMIT ?`)
  return {
    add: (gate: GateRow, lotKey: number | null, seq: number): void =>
      void add.run(
        seq,
        lotKey,
        gate.run_id === null ? null : uuidBytes(gate.run_id),
        gate.line,
        gate.gate_no,
        gate.ccp ? 1 : 0,
        gate.decision,
        gate.instrument_id,
      ),
    ofLot: (lotKey: number): GatePlace[] => ofLot.all(lotKey),
    ofRun: (runId: string): GatePlace[] => ofRun.all(uuidBytes(runId)),
    /** The last decision of a gate on a lot. */
    lastOfLot: (lotKey: number, gateNo: number): GatePlace | null => lastOfLot.get(lotKey, gateNo) ?? null,
    /** Ledger number of the last PASS of a gate on a line; 0 when there was none. */
    lastGood: (line: string, gateNo: number): number => lastGood.get(line, gateNo) ?? 0,
    /** Decisions that rest on an instrument, after a ledger number. */
    byInstrument: (instrumentId: string, after: number): GatePlace[] => byInstrument.all(instrumentId, after),
    /** Newest first. */
    page: (before: number, limit: number): GatePlace[] => page.all(before, limit),
  }
}
