import { read, write } from '../disk/transaction.ts'
import type { Received } from './door.ts'
import type { Entry } from './entry.ts'
import { isNumbered, numbered } from './envelope.ts'
import type { FloorDb, Head } from './floor-db.ts'
import { withRoom } from './with-room.ts'

/** What a change of the queue sees: what is not closed, in its order, and where the numbering stands. */
export interface OpenQueue {
  open: Entry[]
  head: Head
}

/** What a change writes; what it leaves out stays. */
export interface QueueChange {
  entries: Entry[]
  head?: Head
}

/** The queue on disk. Every write is one transaction, flushed before it counts. */
export interface QueueStore {
  head: () => Promise<Head>
  /**
   * Adds an entry at the end, or at the place of a rejected one that is closed by it. Gives what was written.
   * @throws TypeError when that one is not rejected any more.
   */
  add: (entry: Entry, closes?: Entry) => Promise<Entry[]>
  /** Gives those that have none a number under the identity of the tablet, in this order. Gives them all. */
  number: (keys: readonly string[]) => Promise<Entry[]>
  /** Changes what is open by a pure function, in one transaction. Gives what was written. */
  change: (work: (queue: OpenQueue) => QueueChange) => Promise<Entry[]>
  /** Puts back what the appliance had acked and says that it lacks. Gives what was put back. */
  reopen: (received: Received) => Promise<Entry[]>
  get: (keys: readonly string[]) => Promise<Entry[]>
  /** All that is open, and the newest that is closed. */
  load: () => Promise<Entry[]>
  /** The oldest acked entry of this epoch that is still kept. */
  oldestAcked: () => Promise<Entry | null>
  /** Forgets what was closed before this moment. */
  prune: (before: string) => Promise<void>
}

export const SHOWN_CLOSED_MAX = 300

// The names of the open states stand side by side in the alphabet: parked, queued, rejected.
const openStates = () => IDBKeyRange.bound('parked', 'rejected')
const numbersOf = ({ tablet_id, epoch }: Head, from: number, to = Number.MAX_SAFE_INTEGER) =>
  IDBKeyRange.bound([tablet_id ?? '', epoch, from], [tablet_id ?? '', epoch, to])
const inOrder = (entries: Entry[]) => entries.sort((a, b) => a.rank - b.rank)

export function createQueueStore(db: FloorDb): QueueStore {
  return { ...numbering(db), ...changes(db), ...reads(db) }
}

function numbering(db: FloorDb): Pick<QueueStore, 'add' | 'number'> {
  return {
    add: (entry, closes) =>
      withRoom(db, on =>
        write(on, ['entry', 'head'], async tx => {
          const entries = tx.objectStore('entry')
          // A connection that broke behind the commit has kept it.
          const before = await entries.get(entry.key)
          if (before !== undefined) return [before]
          if (closes !== undefined && (await entries.get(closes.key))?.state !== 'rejected')
            throw new TypeError('only a rejected command is decided anew')
          const heads = tx.objectStore('head')
          const head = (await heads.get('head'))!
          const placed = { ...entry, rank: closes?.rank ?? head.next_rank }
          const written = closes === undefined ? [placed] : [placed, closes]
          await heads.put({ ...head, next_rank: head.next_rank + 1 }, 'head')
          for (const one of written) await entries.put(one)
          return written
        }),
      ),

    number: keys =>
      withRoom(db, on =>
        write(on, ['entry', 'head'], async tx => {
          const entries = tx.objectStore('entry')
          const head = (await tx.objectStore('head').get('head'))!
          const found = (await Promise.all(keys.map(key => entries.get(key)))).filter(entry => entry !== undefined)
          const given = numberAll(found, head)
          for (const entry of given.entries) if (!found.includes(entry)) await entries.put(entry)
          await tx.objectStore('head').put(given.head, 'head')
          return given.entries
        }),
      ),
  }
}

/** Those with a number of this identity keep it; the others get the next ones. */
function numberAll(found: readonly Entry[], head: Head): { entries: Entry[]; head: Head } {
  let next_seq = head.next_seq
  const entries = found.map(entry =>
    isNumbered(entry, head) ? entry : numbered(entry, { ...head, next_seq: next_seq++ }),
  )
  return { entries, head: { ...head, next_seq } }
}

function changes(db: FloorDb): Pick<QueueStore, 'change' | 'reopen' | 'prune'> {
  return {
    change: work =>
      withRoom(db, on =>
        write(on, ['entry', 'head'], async tx => {
          const entries = tx.objectStore('entry')
          const open = inOrder(await entries.index('by_state').getAll(openStates()))
          const changed = work({ open, head: (await tx.objectStore('head').get('head'))! })
          await Promise.all(changed.entries.map(async entry => entries.put(entry)))
          if (changed.head !== undefined) await tx.objectStore('head').put(changed.head, 'head')
          return changed.entries
        }),
      ),

    reopen: ({ highest_seq, missing }) =>
      withRoom(db, on =>
        write(on, ['entry', 'head'], async tx => {
          const entries = tx.objectStore('entry')
          const head = (await tx.objectStore('head').get('head'))!
          const lacked = [...missing.map(({ from, to }) => numbersOf(head, from, to)), numbersOf(head, highest_seq + 1)]
          const found = await Promise.all(lacked.map(numbers => entries.index('by_seq').getAll(numbers)))
          const again = found
            .flat()
            .filter(({ state }) => state === 'acked')
            .map((entry): Entry => ({ ...entry, state: 'queued', answer: undefined, closed_at: null }))
          await Promise.all(again.map(async entry => entries.put(entry)))
          return again
        }),
      ),

    prune: before =>
      db.run(on =>
        write(on, ['entry'], async tx => {
          for await (const cursor of tx
            .objectStore('entry')
            .index('by_closed')
            .iterate(IDBKeyRange.upperBound(before, true)))
            await cursor.delete()
        }),
      ),
  }
}

function reads(db: FloorDb): Pick<QueueStore, 'head' | 'get' | 'load' | 'oldestAcked'> {
  return {
    head: () => db.run(on => read(on, ['head'], async tx => (await tx.objectStore('head').get('head'))!)),

    get: keys =>
      db.run(on =>
        read(on, ['entry'], async tx => {
          const entries = tx.objectStore('entry')
          const found = await Promise.all(keys.map(key => entries.get(key)))
          return found.filter(entry => entry !== undefined)
        }),
      ),

    load: () =>
      db.run(on =>
        read(on, ['entry'], async tx => {
          const entries = tx.objectStore('entry')
          const all = await entries.index('by_state').getAll(openStates())
          let cursor = await entries.index('by_closed').openCursor(null, 'prev')
          for (let count = 0; cursor !== null && count < SHOWN_CLOSED_MAX; count++) {
            all.push(cursor.value)
            cursor = await cursor.continue()
          }
          return inOrder(all)
        }),
      ),

    oldestAcked: () =>
      db.run(on =>
        read(on, ['entry', 'head'], async tx => {
          const mine = numbersOf((await tx.objectStore('head').get('head'))!, 0)
          for await (const { value } of tx.objectStore('entry').index('by_seq').iterate(mine))
            if (value.state === 'acked') return value
          return null
        }),
      ),
  }
}
