import type { Recall } from '@flowviz/contract/recall'
import { recallView } from './recall-record.ts'
import type { StoredRecord } from './record-store.ts'

/** Reads of recalls and drills that take no time; the others are questions of the thread of heavy reads. */
export interface RecallReader {
  view(record: StoredRecord): Recall
}

export const recallReader: RecallReader = { view: recallView }
