import type { EnrolledTablet } from '@flowviz/contract/tablet'
import { type ReadonlySignal, signal } from '@preact/signals'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { read } from '../disk/transaction.ts'
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
  /** The store of a page that goes on was cleared: another one has begun, and what it held is only in memory. */
  lost?: () => void
}

export function createFloorDb({ name = 'flowviz-floor', newId, lost }: FloorDbParts): FloorDb {
  const trouble = signal<OutboxTrouble | null>(null)
  let opening: Promise<FloorConnection> | null = null
  let closed = false
  let known: string | null = null

  const open = (): Promise<FloorConnection> => {
    const drop = () => {
      if (opening === mine) opening = null
    }
    const mine = openDB<FloorSchema>(name, VERSION, {
      upgrade: (db, ...[, , tx]) => {
        // What goes wrong here is said by the opening itself.
        tx.done.catch(() => undefined)
        upgrade(db, newId()).catch(() => undefined)
      },
      blocked: () => {
        trouble.value = STORE_TROUBLE.store_blocked
      },
      // Another tab brings a newer version: this one steps aside, or that one would wait for ever.
      blocking: (_current, _wanted, event) => {
        ;(event.target as IDBDatabase).close()
        drop()
      },
      terminated: drop,
    }).then(async db => {
      const { epoch } = (await read(db, ['head'], tx => tx.objectStore('head').get('head')))!
      if (known !== null && known !== epoch) lost?.()
      known = epoch
      return db
    })
    return mine
  }
  const connection = () => {
    if (closed) throw new OutboxRefusal(STORE_TROUBLE.store_lost)
    opening ??= open()
    return opening
  }
  const attempt = async <T>(work: (db: FloorConnection) => Promise<T>): Promise<T> => {
    const mine = connection()
    try {
      return await work(await mine)
    } catch (error) {
      if (opening === mine && (isLostConnection(error) || storeTroubleOf(error).code === 'store_newer')) opening = null
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
  return {
    name,
    trouble,
    run: async work => {
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
    },
    close: async () => {
      closed = true
      const last = opening
      opening = null
      ;(await last?.catch(() => null))?.close()
    },
  }
}

async function upgrade(db: FloorConnection, epoch: string): Promise<void> {
  const entries = db.createObjectStore('entry', { keyPath: 'key' })
  entries.createIndex('by_state', 'state')
  entries.createIndex('by_closed', 'closed_at')
  entries.createIndex('by_seq', ['tablet_id', 'epoch', 'seq'], { unique: true })
  const head = { epoch, next_seq: 1, next_rank: 1, tablet_id: null, site: null }
  for (const name of ['tablet', 'code', 'lease'] as const) db.createObjectStore(name)
  await db.createObjectStore('head').put(head, 'head')
}
