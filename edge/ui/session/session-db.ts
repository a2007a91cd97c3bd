import type { Person } from '@flowviz/contract/identity'
import type { DBSchema, IDBPDatabase } from 'idb'
import { createConnection } from '../disk/connection.ts'
import type { Tries } from './tries.ts'

/** Somebody whom this tablet can tell by a PIN while the appliance is away. */
export interface Known {
  person_id: string
  person: Person
  salt: Uint8Array<ArrayBuffer>
  /** Of the PIN, peppered by the key below; says nothing without this tablet. */
  verifier: ArrayBuffer
  /** Of the badge, by the same key; null while no badge was seen. */
  badge: string | null
  /** By the clock of session-clock.ts, ms since 1970. */
  valid_until_ms: number
}

/** Where the clocks of this tablet stand that nobody sets back. */
export interface ClockMark {
  /** Highest time of day that was ever seen, ms since 1970. */
  time_ms: number
  /** How long a page was open on this tablet, in all. */
  running_ms: number
}

export interface SessionSchema extends DBSchema {
  key: { key: 'pepper'; value: CryptoKey }
  known: { key: string; value: Known }
  tries: { key: string; value: Tries }
  clock: { key: 'mark'; value: ClockMark }
}
export type SessionConnection = IDBPDatabase<SessionSchema>

/** Who may sign in without the appliance, apart from the queue: whatever happens to this must not touch that. */
export interface SessionDb {
  name: string
  /** The open connection; a new one when the last was lost. */
  open: () => Promise<SessionConnection>
  close: () => Promise<void>
}

/** Another name than the usual one is for tests. */
export function createSessionDb(name = 'flowviz-session'): SessionDb {
  const connection = createConnection<SessionSchema>({
    name,
    version: 1,
    upgrade: db => {
      db.createObjectStore('key')
      db.createObjectStore('known', { keyPath: 'person_id' })
      db.createObjectStore('tries', { keyPath: 'person_id' })
      db.createObjectStore('clock')
    },
  })
  return { name, open: connection.open, close: connection.close }
}
