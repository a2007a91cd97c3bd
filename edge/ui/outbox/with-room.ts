import { write } from '../disk/transaction.ts'
import type { FloorConnection, FloorDb } from './floor-db.ts'
import { OutboxRefusal } from './outbox.ts'

/** How many go at once. */
const STEP = 100

/** Does a write of the queue. In a store without room what is done makes place for what is not, the oldest first. */
export async function withRoom<T>(db: FloorDb, work: (on: FloorConnection) => Promise<T>): Promise<T> {
  try {
    return await db.run(work)
  } catch (error) {
    const isFull = error instanceof OutboxRefusal && error.trouble.code === 'store_full'
    if (!isFull || (await forgetOldest(db)) === 0) throw error
    return withRoom(db, work)
  }
}

/** Gives how many were forgotten. */
function forgetOldest(db: FloorDb): Promise<number> {
  return db.run(on =>
    write(on, ['entry'], async tx => {
      const entries = tx.objectStore('entry')
      const oldest = await entries.index('by_closed').getAllKeys(null, STEP)
      for (const key of oldest) await entries.delete(key)
      return oldest.length
    }),
  )
}
