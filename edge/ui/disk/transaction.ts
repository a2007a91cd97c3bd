import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'

type Work<S, N extends StoreNames<S>, M extends IDBTransactionMode, T> = (tx: IDBPTransaction<S, N[], M>) => Promise<T>

/**
 * Reads in one transaction. The browser may end it at any moment, when it clears what a page has stored: the work then
 * rejects, and by that all is said. (The reads of `idb` itself, such as `db.get`, leave a second rejection to nobody.)
 */
export async function read<S extends DBSchema, N extends StoreNames<S>, T>(
  db: IDBPDatabase<S>,
  stores: N[],
  work: Work<S, N, 'readonly', T>,
): Promise<T> {
  const tx = db.transaction(stores, 'readonly')
  tx.done.catch(() => undefined)
  return work(tx)
}

/**
 * Writes in one transaction that is flushed before it counts: all of the work is stored or, if any of it fails, nothing.
 * IndexedDB by itself keeps what was written before an exception.
 */
export async function write<S extends DBSchema, N extends StoreNames<S>, T>(
  db: IDBPDatabase<S>,
  stores: N[],
  work: Work<S, N, 'readwrite', T>,
): Promise<T> {
  const tx = db.transaction(stores, 'readwrite', { durability: 'strict' })
  try {
    const [found] = await Promise.all([work(tx), tx.done])
    return found
  } catch (error) {
    try {
      tx.abort()
    } catch {
      // It has ended by itself.
    }
    throw error
  }
}
