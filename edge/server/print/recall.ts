import type { RecallBalance, RecallWhole } from '@flowviz/contract/recall'
import type { PrintedRecord } from './record.ts'

/** A recall as it goes to paper: what was found, and the record of how. */
export interface PrintedRecall extends PrintedRecord {
  recall: RecallWhole
  balance: RecallBalance
  /** Display names of the people who took part, by id. */
  names: Readonly<Record<string, string>>
}
