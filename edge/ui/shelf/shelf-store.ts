import { type IDBPDatabase, openDB } from 'idb'
import type { BookStore, Kept } from './book.ts'

const NAME = 'flowviz-shelf'
const BOOKS = 'books'

/** Books in IndexedDB, apart from the queue: whatever happens to what can be asked again must not touch what cannot. */
export function shelfStore(): BookStore {
  let opened: Promise<IDBPDatabase> | null = null
  const database = () => {
    opened ??= openDB(NAME, 1, {
      upgrade: db => void db.createObjectStore(BOOKS),
      blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
      terminated: () => {
        opened = null
      },
    })
    return opened
  }
  return {
    get: async name => (await database()).get(BOOKS, name) as Promise<Kept<unknown> | undefined>,
    put: async (name, kept) => void (await (await database()).put(BOOKS, kept, name)),
  }
}
