import { timestampOf } from '@flowviz/contract/time'
import type { Sqlite } from '../store/open.ts'
import { type PlantStore, plantStore } from '../store/plant-store.ts'
import { noticeOf, openNotices } from '../store/recall-notice.ts'
import type { Sight } from './sight.ts'

/** `now`: ms since 1970. */
export interface RecallNoticeQuestion {
  now: number
}

const prepared = new WeakMap<Sqlite, PlantStore>()
function storeOf(db: Sqlite): PlantStore {
  const store = prepared.get(db) ?? plantStore(db)
  prepared.set(db, store)
  return store
}

/** What the floor has to know of recalls (contract/recall-notice.ts), as one JSON document. */
export function* recallNoticeAnswer({ now }: RecallNoticeQuestion, { db }: Sight): Generator<string> {
  const store = storeOf(db)
  yield `{"as_of":${JSON.stringify(timestampOf(now))},"notices":[`
  let before = ''
  for (const recall of openNotices(store)) {
    yield `${before}${JSON.stringify(noticeOf(recall, store))}`
    before = ','
  }
  yield ']}'
}
