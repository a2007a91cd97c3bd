import { FlowError } from '@flowviz/contract/error'
import type { Sqlite } from '../store/open.ts'
import { type PlantStore, plantStore } from '../store/plant-store.ts'
import { recallBalance, recallLots, recallWhole } from '../store/recall-record.ts'
import type { Sight } from './sight.ts'

/** `now` is the Timestamp that tasks are late by. */
export interface RecallQuestion {
  recall_id: string
  about: 'whole' | 'lots' | 'balance'
  now: string
}

/** So many rows of a list stand in one piece. */
const BATCH = 500

const prepared = new WeakMap<Sqlite, PlantStore>()
function storeOf(db: Sqlite): PlantStore {
  const store = prepared.get(db) ?? plantStore(db)
  prepared.set(db, store)
  return store
}

/** A recall with its parts, its lots or its balance (contract/recall.ts), as one JSON document. @throws FlowError record_not_found */
export function* recallAnswer({ recall_id, about, now }: RecallQuestion, { db }: Sight): Generator<string> {
  const store = storeOf(db)
  const record = store.records.get('recall', recall_id)
  if (record === null) throw new FlowError('record_not_found', `There is no recall ${recall_id} at this site.`)
  if (about === 'whole') yield* documentOf(recallWhole(record, store, now))
  else yield* documentOf(about === 'lots' ? recallLots(record, store) : recallBalance(record, store))
}

/** An object as JSON, its lists a batch at a time. */
function* documentOf(value: object): Generator<string> {
  let before = '{'
  for (const [name, field] of Object.entries(value)) {
    const key = `${before}${JSON.stringify(name)}:`
    before = ','
    if (Array.isArray(field)) yield* listOf(key, field)
    else yield `${key}${JSON.stringify(field)}`
  }
  yield '}'
}

function* listOf(key: string, rows: readonly unknown[]): Generator<string> {
  yield `${key}[`
  for (let at = 0; at < rows.length; at += BATCH)
    yield `${at === 0 ? '' : ','}${JSON.stringify(rows.slice(at, at + BATCH)).slice(1, -1)}`
  yield ']'
}
