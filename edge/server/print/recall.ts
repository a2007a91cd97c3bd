import type { RecallWhole } from '@flowviz/contract/recall'
import type { PrintedRecord } from './record.ts'

/** A recall as it goes to paper: what was found, and the record of how. */
export interface PrintedRecall extends PrintedRecord {
  recall: RecallWhole
  /** RecallBalance as JSON text: of ten thousand lots only the thread that prints makes objects. */
  balance: string
  /** Display names of the people who took part, by id. */
  names: Readonly<Record<string, string>>
}
