import type { DBSchema, IDBPTransaction } from 'idb'
import { createConnection } from '../disk/connection.ts'
import { read, write } from '../disk/transaction.ts'
import type { BookStore, Kept } from './book.ts'
import { partsOf, wholeOf } from './parts.ts'

const NAME = 'flowviz-shelf'
const BOOKS = 'books'

interface Row extends Kept<unknown> {
  /** Of a list: how many rows `[name, n]` have its parts; its own value is empty. */
  parts?: number
  /** The page that wrote them. */
  page?: string
}

interface ShelfSchema extends DBSchema {
  books: { key: string | [name: string, part: number]; value: Row }
}

type Tx<M extends IDBTransactionMode> = IDBPTransaction<ShelfSchema, (typeof BOOKS)[], M>

/**
 * Books in IndexedDB, apart from the queue: whatever happens to what can be asked again must not touch what cannot.
 * @param page another for each page: what another page of this tablet has written is not taken for this one's.
 */
export function shelfStore(page: string): BookStore {
  /** Lists as this page has written them last. */
  const written = new Map<string, readonly unknown[]>()
  const { open } = createConnection<ShelfSchema>({
    name: NAME,
    version: 1,
    upgrade: db => void db.createObjectStore(BOOKS),
  })
  const putList = async (name: string, list: readonly unknown[], as_of: number) => {
    await write(await open(), [BOOKS], async tx => {
      const store = tx.objectStore(BOOKS)
      const isMine = (await store.get(name))?.page === page
      const old = partsOf((isMine && written.get(name)) || [])
      const parts = partsOf(list)
      await store.put({ value: [], as_of, parts: parts.length, page }, name)
      // One after the other: the browser copies a part in one go, and a finger is heard between two of them.
      for (const [at, part] of parts.entries())
        if (!isSame(part, old[at])) await store.put({ value: part, as_of }, [name, at])
      await store.delete(IDBKeyRange.bound([name, parts.length], [name, Number.POSITIVE_INFINITY]))
    })
    written.set(name, list)
  }
  return {
    get: async name => read(await open(), [BOOKS], tx => bookOf(tx, name)),
    put: async (name, kept) => {
      if (Array.isArray(kept.value)) await putList(name, kept.value, kept.as_of)
      else await write(await open(), [BOOKS], tx => tx.objectStore(BOOKS).put(kept, name))
    },
  }
}

async function bookOf(tx: Tx<'readonly'>, name: string): Promise<Kept<unknown> | undefined> {
  const store = tx.objectStore(BOOKS)
  const head = await store.get(name)
  if (head?.parts === undefined) return head
  const parts: unknown[][] = []
  for (let at = 0; at < head.parts; at++) {
    const part = await store.get([name, at])
    if (part === undefined) return undefined
    parts.push(part.value as unknown[])
  }
  return { value: wholeOf(parts), as_of: head.as_of }
}

const isSame = (part: readonly unknown[], old: readonly unknown[] | undefined): boolean =>
  old !== undefined && old.length === part.length && part.every((one, at) => one === old[at])
