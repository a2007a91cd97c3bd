import type { Recall } from '@flowviz/contract/recall'
import type { Sqlite } from './open.ts'
import { recallView } from './recall-record.ts'
import type { StoredRecord } from './record-store.ts'

/** Reads of recalls and drills that take no time; the others are questions of the thread of heavy reads. */
export interface RecallReader {
  view(record: StoredRecord): Recall
  /** Ledger number of the newest event that changed a recall or a drill; 0 before the first. */
  newest(): number
}

export function recallReader(db: Sqlite): RecallReader {
  const newest = db.prepare<[], number>(`SELECT coalesce(max(seq), 0) FROM record WHERE kind = 'recall'`).pluck()
  return { view: recallView, newest: () => newest.get() ?? 0 }
}
