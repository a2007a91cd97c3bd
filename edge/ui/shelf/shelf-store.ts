import type { DBSchema } from 'idb'
import { createConnection } from '../disk/connection.ts'
import { read } from '../disk/transaction.ts'
import type { BookStore, Kept } from './book.ts'

const NAME = 'flowviz-shelf'
const BOOKS = 'books'

interface ShelfSchema extends DBSchema {
  books: { key: string; value: Kept<unknown> }
}

/** Books in IndexedDB, apart from the queue: whatever happens to what can be asked again must not touch what cannot. */
export function shelfStore(): BookStore {
  const { open } = createConnection<ShelfSchema>({
    name: NAME,
    version: 1,
    upgrade: db => void db.createObjectStore(BOOKS),
  })
  return {
    get: async name => read(await open(), [BOOKS], tx => tx.objectStore(BOOKS).get(name)),
    put: async (name, kept) => void (await (await open()).put(BOOKS, kept, name)),
  }
}
