import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { read } from '../disk/transaction.ts'
import type { BookStore, Kept } from './book.ts'

const NAME = 'flowviz-shelf'
const BOOKS = 'books'

interface ShelfSchema extends DBSchema {
  books: { key: string; value: Kept<unknown> }
}

/** Books in IndexedDB, apart from the queue: whatever happens to what can be asked again must not touch what cannot. */
export function shelfStore(): BookStore {
  let opened: Promise<IDBPDatabase<ShelfSchema>> | null = null
  const database = () => {
    opened ??= openDB<ShelfSchema>(NAME, 1, {
      upgrade: db => void db.createObjectStore(BOOKS),
      blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
      terminated: () => {
        opened = null
      },
    })
    return opened
  }
  return {
    get: async name => read(await database(), [BOOKS], tx => tx.objectStore(BOOKS).get(name)),
    put: async (name, kept) => void (await (await database()).put(BOOKS, kept, name)),
  }
}
