import { SCHEMA_VERSION } from '@flowviz/contract/epcis/document'
import { OWN_CONTEXT } from '@flowviz/contract/epcis/namespace'
import { auditClock } from '../store/audit-clock.ts'
import { epcisReader } from '../store/epcis-reader.ts'
import type { Sqlite } from '../store/open.ts'
import { plantStore } from '../store/plant-store.ts'
import type { Sight } from './sight.ts'

/** All that was recorded from a moment on and before another one; null: not bounded by this. */
export interface EpcisDocumentQuestion {
  from: string | null
  to: string | null
  creation_date: string
}

const STEP_ROWS = 100

/** Statements of a connection are prepared once. */
const prepared = new WeakMap<Sqlite, ReturnType<typeof prepare>>()
const prepare = (db: Sqlite) => ({ clock: auditClock(db), reader: epcisReader(plantStore(db)) })
function partsOf(db: Sqlite) {
  const known = prepared.get(db) ?? prepare(db)
  prepared.set(db, known)
  return known
}

/** One EPCISDocument, an event a line; without its last line it is not whole. */
export function* epcisDocumentAnswer(question: EpcisDocumentQuestion, { db }: Sight): Generator<string> {
  const { from, to, creation_date: creationDate } = question
  const { clock, reader } = partsOf(db)
  const head = { '@context': OWN_CONTEXT, type: 'EPCISDocument', schemaVersion: SCHEMA_VERSION, creationDate }
  yield `${JSON.stringify(head).slice(0, -1)},"epcisBody":{"eventList":[`
  let between = '\n'
  const spans = clock.spans({ from: from ?? undefined, to: to ?? undefined }, Number.MAX_SAFE_INTEGER).reverse()
  for (const { low, high } of spans)
    for (let seq = low; seq <= high; seq += STEP_ROWS)
      for (const { events } of reader.rows(seq, Math.min(STEP_ROWS, high - seq + 1)))
        for (const event of events) {
          // When this plant recorded it is no business of whoever captures it next.
          const { recordTime: _, ...rest } = event
          yield `${between}${JSON.stringify(rest)}`
          between = ',\n'
        }
  yield '\n]}}\n'
}
