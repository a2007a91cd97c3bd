import type { Calibration } from '@flowviz/contract/calibration'
import type { Deviation, DeviationRow } from '@flowviz/contract/deviation'
import type { LedgerEvent } from '@flowviz/contract/event'
import type { Hold } from '@flowviz/contract/hold'
import type { Instrument } from '@flowviz/contract/plant/instrument'
import type { SiteSettings } from '@flowviz/contract/plant/settings'
import type { QcDecision } from '@flowviz/contract/qc-decision'
import { isUuid } from '@flowviz/contract/uuid'
import { calibratedInstruments } from './calibration-record.ts'
import { decisionInRows } from './decision-row.ts'
import { actionsOf, deviationOf, deviationRowOf } from './deviation-row.ts'
import { eventIn } from './event-body.ts'
import type { GatePlace } from './gate-store.ts'
import { holdOf } from './hold-row.ts'
import type { LedgerRow } from './ledger-store.ts'
import type { Sqlite } from './open.ts'
import { settingsOf } from './plan-record.ts'
import type { PlantStore } from './plant-store.ts'
import type { StoredRecord } from './record-store.ts'
import { reviewStore } from './review-store.ts'
import { runAt } from './run-record.ts'

export interface DecisionQuery {
  /** Id or code. */
  lot_id?: string | undefined
  run_id?: string | undefined
  /** Ledger number; newest first, below it. */
  before: number
  limit: number
}

/** Reads of quality. */
export interface QualityReader {
  decisions(query: DecisionQuery): QcDecision[]
  holdView(record: StoredRecord, lotsMax: number): Hold
  deviationRow(record: StoredRecord): DeviationRow
  deviationView(record: StoredRecord): Deviation
  /** What waits to be reviewed behind a ledger number, the oldest first. */
  toReview(after: number, limit: number): { row: LedgerRow; event: LedgerEvent }[]
  instruments(): { instrument: Instrument; last: Calibration | null }[]
  settings(): SiteSettings
}

export function qualityReader(db: Sqlite, store: PlantStore): QualityReader {
  const reviews = reviewStore(db)
  const places = ({ lot_id, run_id, before, limit }: DecisionQuery): GatePlace[] => {
    if (lot_id !== undefined) {
      const lot = isUuid(lot_id) ? store.lots.byId(lot_id) : store.lots.byCode(lot_id)
      return lot === null ? [] : store.gates.pageOfLot(lot.lot_key, before, limit)
    }
    if (run_id === undefined) return store.gates.page(before, limit)
    const run = runAt(run_id, store)
    return run === null ? [] : store.gates.pageOfRun(run.run_id, before, limit)
  }
  return {
    decisions: query =>
      // A PASS has no consequence; the others have them in the two rows behind.
      places(query).flatMap(
        ({ seq, decision }) => decisionInRows(store.ledger.rows(seq, decision === 'PASS' ? 1 : 4)) ?? [],
      ),
    holdView: (record, lotsMax) => holdOf(record, store, lotsMax),
    deviationRow: record => deviationRowOf(record, actionsOf(record.id, store)),
    deviationView: record => deviationOf(record, actionsOf(record.id, store)),
    toReview: (after, limit) =>
      reviews.waiting(after, limit).flatMap(seq => {
        const row = store.ledger.row(seq)
        return row === null ? [] : [{ row, event: eventIn(row.body) }]
      }),
    instruments: () => calibratedInstruments(store),
    settings: () => settingsOf(store),
  }
}
