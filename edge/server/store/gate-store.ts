import type { GateRow } from '@flowviz/contract/change'
import type { Decision } from '@flowviz/contract/quality-word'
import type { Sqlite } from './open.ts'
import { uuidBytes } from './uuid-bytes.ts'

/** A QC decision by its ledger number. */
export interface GatePlace {
  seq: number
  lot_key: number | null
  gate_no: number
  ccp: boolean
  decision: Decision
}

type Row = Omit<GatePlace, 'ccp'> & { ccp: number }

const PLACE = 'SELECT seq, lot_key, gate_no, ccp, decision FROM gate'
const NEWEST = 'AND seq < ? ORDER BY seq DESC LIMIT ?'
const placeOf = (row: Row): GatePlace => ({ ...row, ccp: row.ccp === 1 })
const placesOf = (rows: Row[]): GatePlace[] => rows.map(placeOf)

export type GateStore = ReturnType<typeof gateStore>

/** QC decisions by lot, run, line and instrument. */
export function gateStore(db: Sqlite) {
  const add = db.prepare<
    [number, number | null, Uint8Array | null, string | null, number, number, string, string | null]
  >(
    `INSERT INTO gate (seq, lot_key, run_id, line, gate_no, ccp, decision, instrument_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (seq) DO NOTHING`,
  )
  // `= +?`: for `= ?` beside an ORDER BY, SQLite 3.54 prepares the statement anew for every value, which takes 14 us.
  const ofLot = db.prepare<[number], Row>(`${PLACE} WHERE lot_key = +? ORDER BY seq`)
  const ofRun = db.prepare<[Uint8Array], Row>(`${PLACE} WHERE run_id = +? ORDER BY seq`)
  const lastOfLot = db.prepare<[number, number], Row>(
    `${PLACE} WHERE lot_key = +? AND gate_no = +? ORDER BY seq DESC LIMIT 1`,
  )
  const lastOfRun = db.prepare<[Uint8Array, number], Row>(
    `${PLACE} WHERE run_id = +? AND gate_no = +? ORDER BY seq DESC LIMIT 1`,
  )
  const goodBefore = db
    .prepare<[string, number, number], number>(
      `SELECT seq FROM gate WHERE line = +? AND gate_no = +? AND decision = 'PASS' AND seq < ? ORDER BY seq DESC LIMIT 1`,
    )
    .pluck()
  const byInstrument = db.prepare<[string, number], Row>(`${PLACE} WHERE instrument_id = ? AND seq > ? ORDER BY seq`)
  const page = db.prepare<[number, number], Row>(`${PLACE} WHERE seq < ? ORDER BY seq DESC LIMIT ?`)
  const pageOfLot = db.prepare<[number, number, number], Row>(`${PLACE} WHERE lot_key = ? ${NEWEST}`)
  const pageOfRun = db.prepare<[Uint8Array, number, number], Row>(`${PLACE} WHERE run_id = ? ${NEWEST}`)
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
    ofLot: (lotKey: number): GatePlace[] => placesOf(ofLot.all(lotKey)),
    ofRun: (runId: string): GatePlace[] => placesOf(ofRun.all(uuidBytes(runId))),
    /** The last decision of a gate on a lot. */
    lastOfLot: (lotKey: number, gateNo: number): GatePlace | null => placed(lastOfLot.get(lotKey, gateNo)),
    lastOfRun: (runId: string, gateNo: number): GatePlace | null => placed(lastOfRun.get(uuidBytes(runId), gateNo)),
    /** Ledger number of the last PASS of a gate on a line; 0 when there was none. */
    lastGood: (line: string, gateNo: number): number => goodBefore.get(line, gateNo, Number.MAX_SAFE_INTEGER) ?? 0,
    /** Ledger numbers of the PASSes of a gate on a line, from the newest on; whoever asks stops when it has enough. */
    *goods(line: string, gateNo: number): Generator<number> {
      for (let below = Number.MAX_SAFE_INTEGER; ; ) {
        const seq = goodBefore.get(line, gateNo, below)
        if (seq === undefined) return
        yield seq
        below = seq
      }
    },
    /** Decisions that rest on an instrument, after a ledger number. */
    byInstrument: (instrumentId: string, after: number): GatePlace[] => placesOf(byInstrument.all(instrumentId, after)),
    /** Newest first, below a ledger number. */
    page: (before: number, limit: number): GatePlace[] => placesOf(page.all(before, limit)),
    pageOfLot: (lotKey: number, before: number, limit: number): GatePlace[] =>
      placesOf(pageOfLot.all(lotKey, before, limit)),
    pageOfRun: (runId: string, before: number, limit: number): GatePlace[] =>
      placesOf(pageOfRun.all(uuidBytes(runId), before, limit)),
  }
}

const placed = (row: Row | undefined): GatePlace | null => (row === undefined ? null : placeOf(row))
