import type { Recall, RecallBalance, RecallLots, RecallWhole } from '@flowviz/contract/recall'
import type { PlantStore } from './plant-store.ts'
import { recallBalance, recallLots, recallView, recallWhole } from './recall-record.ts'
import type { StoredRecord } from './record-store.ts'

/** Reads of recalls and drills. */
export interface RecallReader {
  view(record: StoredRecord): Recall
  /** @param now Timestamp that tasks are late by. */
  whole(record: StoredRecord, now: string): RecallWhole
  /** The lots in scope as they are now. */
  lots(record: StoredRecord): RecallLots
  balance(record: StoredRecord): RecallBalance
}

export const recallReader = (store: PlantStore): RecallReader => ({
  view: recallView,
  whole: (record, now) => recallWhole(record, store, now),
  lots: record => recallLots(record, store),
  balance: record => recallBalance(record, store),
})
