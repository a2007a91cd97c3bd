import type { EnrolledTablet } from '@flowviz/contract/tablet'
import { type ReadonlySignal, signal } from '@preact/signals'
import type { DBSchema, IDBPDatabase } from 'idb'
import { createConnection } from '../disk/connection.ts'
import { read, write } from '../disk/transaction.ts'
import type { Entry } from './entry.ts'
import { OutboxRefusal, type OutboxTrouble } from './outbox.ts'
import { isLostConnection, STORE_TROUBLE, storeTroubleOf } from './store-trouble.ts'

/** Where the numbering of this tablet stands. */
export interface Head {
  /** Random at the first run of this store; another one tells the appliance that the store was lost. */
  epoch: string
  /** The next number of this tablet in this epoch. */
  next_seq: number
  /** The next place in the order of this store, whatever the tablet is called. */
  next_rank: number
  tablet_id: string | null
  site: string | null
}

/** The identity of the tablet as it is kept; `keys` cannot be exported. */
export interface KeptTablet {
  keys: CryptoKeyPair
  enrolled: EnrolledTablet | null
}

export interface FloorSchema extends DBSchema {
  entry: {
    key: string
    value: Entry
    indexes: { by_state: string; by_closed: string; by_seq: [string, string, number] }
  }
  head: { key: 'head'; value: Head }
  tablet: { key: 'tablet'; value: KeptTablet }
  /** The next number of each block of lot codes, by prefix. */
  code: { key: string; value: number }
  /** Who sends, where the browser has no locks. */
  lease: { key: 'sender'; value: { owner: string; until: number } }
}

export type FloorConnection = IDBPDatabase<FloorSchema>

/** The one database of this tablet: queue and identity. */
export interface FloorDb {
  name: string
  /** Does the work on an open connection, on a new one if the first is lost. @throws OutboxRefusal */
  run: <T>(work: (db: FloorConnection) => Promise<T>) => Promise<T>
  trouble: ReadonlySignal<OutboxTrouble | null>
  /** For the end of a page: nothing runs any more. */
  close: () => Promise<void>
}

const VERSION = 1
/** While a browser clears a store, the connection that follows the lost one may be lost too. */
const TRIES = 4

export interface FloorDbParts {
  /** Another name than the usual one is for tests. */
  name?: string
  newId: () => string
  /** What a page that is open still knows of the queue: a store that was cleared under it begins with that. */
  remembered?: () => readonly Entry[]
  /** The store of a page that goes on was cleared, and another one has begun with these. */
  lost?: (kept: readonly Entry[]) => void
}

export function createFloorDb({ name = 'flowviz-floor', newId, remembered, lost }: FloorDbParts): FloorDb {
  const trouble = signal<OutboxTrouble | null>(null)
  let closed = false
  let known: string | null = null

  const connection = createConnection<FloorSchema>({
    name,
    version: VERSION,
    upgrade: db => upgrade(db, newId()),
    // Nobody writes before what waited has its place again: what is new comes behind it.
    begin: async db => {
      const { epoch } = (await read(db, ['head'], tx => tx.objectStore('head').get('head')))!
      if (known !== null && known !== epoch) lost?.(await refill(db, remembered?.() ?? []))
      known = epoch
    },
    blocked: () => {
      trouble.value = STORE_TROUBLE.store_blocked
    },
    // What only this page knows is kept again at once, and what a newer page has done to the store is said.
    ended: () => void run(async () => undefined).catch(() => undefined),
  })
  const attempt = async <T>(work: (db: FloorConnection) => Promise<T>): Promise<T> => {
    if (closed) throw new OutboxRefusal(STORE_TROUBLE.store_lost)
    const mine = connection.open()
    try {
      return await work(await mine)
    } catch (error) {
      if (isLostConnection(error)) connection.drop(mine)
      throw error
    }
  }
  const attempts = async <T>(work: (db: FloorConnection) => Promise<T>, left: number): Promise<T> => {
    try {
      return await attempt(work)
    } catch (error) {
      if (left <= 1 || !isLostConnection(error)) throw error
      return attempts(work, left - 1)
    }
  }
  const run: FloorDb['run'] = async work => {
    try {
      const done = await attempts(work, TRIES)
      trouble.value = null
      return done
    } catch (error) {
      if (!(error instanceof DOMException)) throw error
      const found = storeTroubleOf(error)
      trouble.value = found
      throw new OutboxRefusal(found, error)
    }
  }
  return {
    name,
    trouble,
    run,
    close: async () => {
      closed = true
      await connection.close()
    },
  }
}

function upgrade(db: FloorConnection, epoch: string): void {
  const entries = db.createObjectStore('entry', { keyPath: 'key' })
  entries.createIndex('by_state', 'state')
  entries.createIndex('by_closed', 'closed_at')
  entries.createIndex('by_seq', ['tablet_id', 'epoch', 'seq'], { unique: true })
  const head = { epoch, next_seq: 1, next_rank: 1, tablet_id: null, site: null }
  for (const name of ['tablet', 'code', 'lease'] as const) db.createObjectStore(name)
  db.createObjectStore('head')
    .put(head, 'head')
    .catch(() => undefined)
}

/** Keeps what a page remembers under the ranks that it had; numbers it gets when it is sent. Gives it as it is kept. */
function refill(db: FloorConnection, remembered: readonly Entry[]): Promise<Entry[]> {
  return write(db, ['entry', 'head'], async tx => {
    const entries = tx.objectStore('entry')
    const kept: Entry[] = []
    for (const entry of remembered) {
      // Another tab may have been here first.
      const found = await entries.get(entry.key)
      const next = found ?? { ...entry, tablet_id: null, epoch: null, seq: null, text: null }
      if (found === undefined) await entries.put(next)
      kept.push(next)
    }
    const heads = tx.objectStore('head')
    const head = (await heads.get('head'))!
    const next_rank = Math.max(head.next_rank, ...remembered.map(({ rank }) => rank + 1))
    await heads.put({ ...head, next_rank }, 'head')
    return kept
  })
}
