import type { Entry } from './entry.ts'
import { isNumbered, numbered } from './envelope.ts'
import type { FloorDb, Head } from './floor-db.ts'

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
  /** Adds an entry at the end, or at the place of a rejected one that is closed by it. Gives what was written. */
  add: (entry: Entry, closes?: Entry) => Promise<Entry[]>
  /** Gives those that have none a number under the identity of the tablet, in this order. Gives them all. */
  number: (keys: readonly string[]) => Promise<Entry[]>
  /** Changes what is open by a pure function, in one transaction. Gives what was written. */
  change: (work: (queue: OpenQueue) => QueueChange) => Promise<Entry[]>
  /** Puts back what the appliance had acked after this number and has lost. Gives what was put back. */
  reopen: (received_seq: number) => Promise<Entry[]>
  get: (keys: readonly string[]) => Promise<Entry[]>
  /** All that is open, and the newest that is closed. */
  load: () => Promise<Entry[]>
  /** The oldest acked entry of this epoch that is still kept. */
  oldestAcked: () => Promise<Entry | null>
  /** Forgets what was closed before this moment. */
  prune: (before: string) => Promise<void>
}

export const SHOWN_CLOSED_MAX = 300
const STRICT = { durability: 'strict' } as const

// The names of the open states stand side by side in the alphabet: parked, queued, rejected.
const openStates = () => IDBKeyRange.bound('parked', 'rejected')
const numbersOf = ({ tablet_id, epoch }: Head, from: number) =>
  IDBKeyRange.bound([tablet_id ?? '', epoch, from], [tablet_id ?? '', epoch, Number.MAX_SAFE_INTEGER])
const inOrder = (entries: Entry[]) => entries.sort((a, b) => a.rank - b.rank)

export function createQueueStore(db: FloorDb): QueueStore {
  return { ...numbering(db), ...changes(db), ...reads(db) }
}

function numbering(db: FloorDb): Pick<QueueStore, 'add' | 'number'> {
  return {
    add: (entry, closes) =>
      db.run(async on => {
        const tx = on.transaction(['entry', 'head'], 'readwrite', STRICT)
        const heads = tx.objectStore('head')
        const head = (await heads.get('head'))!
        const placed = { ...entry, rank: closes?.rank ?? head.next_rank }
        const written = closes === undefined ? [placed] : [placed, closes]
        await Promise.all([
          heads.put({ ...head, next_rank: head.next_rank + 1 }, 'head'),
          ...written.map(one => tx.objectStore('entry').put(one)),
        ])
        await tx.done
        return written
      }),

    number: keys =>
      db.run(async on => {
        const tx = on.transaction(['entry', 'head'], 'readwrite', STRICT)
        const entries = tx.objectStore('entry')
        let head = (await tx.objectStore('head').get('head'))!
        const given: Entry[] = []
        for (const found of await Promise.all(keys.map(key => entries.get(key)))) {
          if (found === undefined) continue
          const entry = isNumbered(found, head) ? found : numbered(found, head)
          given.push(entry)
          if (entry === found) continue
          head = { ...head, next_seq: head.next_seq + 1 }
          await entries.put(entry)
        }
        await tx.objectStore('head').put(head, 'head')
        await tx.done
        return given
      }),
  }
}

function changes(db: FloorDb): Pick<QueueStore, 'change' | 'reopen' | 'prune'> {
  return {
    change: work =>
      db.run(async on => {
        const tx = on.transaction(['entry', 'head'], 'readwrite', STRICT)
        const entries = tx.objectStore('entry')
        const open = inOrder(await entries.index('by_state').getAll(openStates()))
        const changed = work({ open, head: (await tx.objectStore('head').get('head'))! })
        await Promise.all(changed.entries.map(entry => entries.put(entry)))
        if (changed.head !== undefined) await tx.objectStore('head').put(changed.head, 'head')
        await tx.done
        return changed.entries
      }),

    reopen: received_seq =>
      db.run(async on => {
        const tx = on.transaction(['entry', 'head'], 'readwrite', STRICT)
        const heads = tx.objectStore('head')
        const head = (await heads.get('head'))!
        const found = await tx
          .objectStore('entry')
          .index('by_seq')
          .getAll(numbersOf(head, received_seq + 1))
        const again = found
          .filter(({ state }) => state === 'acked')
          .map((entry): Entry => ({ ...entry, state: 'queued', answer: undefined, closed_at: null }))
        await Promise.all(again.map(entry => tx.objectStore('entry').put(entry)))
        await heads.put({ ...head, received_seq }, 'head')
        await tx.done
        return again
      }),

    prune: before =>
      db.run(async on => {
        const tx = on.transaction('entry', 'readwrite', STRICT)
        for await (const cursor of tx.store.index('by_closed').iterate(IDBKeyRange.upperBound(before, true)))
          await cursor.delete()
        await tx.done
      }),
  }
}

function reads(db: FloorDb): Pick<QueueStore, 'head' | 'get' | 'load' | 'oldestAcked'> {
  return {
    head: () => db.run(async on => (await on.get('head', 'head'))!),

    get: keys =>
      db.run(async on => {
        const tx = on.transaction('entry')
        const found = await Promise.all(keys.map(key => tx.store.get(key)))
        return found.filter(entry => entry !== undefined)
      }),

    load: () =>
      db.run(async on => {
        const tx = on.transaction('entry')
        const all = await tx.store.index('by_state').getAll(openStates())
        let cursor = await tx.store.index('by_closed').openCursor(null, 'prev')
        for (let count = 0; cursor !== null && count < SHOWN_CLOSED_MAX; count++) {
          all.push(cursor.value)
          cursor = await cursor.continue()
        }
        return inOrder(all)
      }),

    oldestAcked: () =>
      db.run(async on => {
        const tx = on.transaction(['entry', 'head'])
        const mine = numbersOf((await tx.objectStore('head').get('head'))!, 0)
        for await (const { value } of tx.objectStore('entry').index('by_seq').iterate(mine))
          if (value.state === 'acked') return value
        return null
      }),
  }
}
