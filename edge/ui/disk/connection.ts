import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb'

/** The connection to one database of this tablet: made when it is first needed, and anew once it was lost. */
export interface Connection<S extends DBSchema> {
  /** Rejects when it cannot be made; the next call tries again. */
  open: () => Promise<IDBPDatabase<S>>
  /** Lets go of what `open` gave; one that was made since then stays. */
  drop: (given: Promise<IDBPDatabase<S>>) => void
  close: () => Promise<void>
}

export interface ConnectionParts<S extends DBSchema> {
  name: string
  version: number
  /** Makes the stores. */
  upgrade: (db: IDBPDatabase<S>, tx: IDBPTransaction<S, StoreNames<S>[], 'versionchange'>) => void
  /** Done before anybody gets the connection. */
  begin?: (db: IDBPDatabase<S>) => Promise<void>
  /** Another tab keeps an older version open. */
  blocked?: () => void
  /** The browser, or a newer version in another tab, has ended the connection. */
  ended?: () => void
}

export function createConnection<S extends DBSchema>(parts: ConnectionParts<S>): Connection<S> {
  let opened: Promise<IDBPDatabase<S>> | null = null
  const drop = (given: Promise<IDBPDatabase<S>>) => {
    if (opened === given) opened = null
  }
  const connect = () => {
    const ended = () => {
      drop(mine)
      parts.ended?.()
    }
    const mine = openDB<S>(parts.name, parts.version, {
      upgrade: (db, ...[, , tx]) => {
        // What goes wrong here is said by the opening itself.
        tx.done.catch(() => undefined)
        parts.upgrade(db, tx)
      },
      blocked: () => parts.blocked?.(),
      // Another tab brings a newer version: this one steps aside, or that one would wait for ever.
      blocking: (_current, _wanted, event) => {
        ;(event.target as IDBDatabase).close()
        ended()
      },
      terminated: ended,
    }).then(db => begun(db, parts))
    mine.catch(() => drop(mine))
    return mine
  }
  return {
    open: () => {
      opened ??= connect()
      return opened
    },
    drop,
    close: async () => {
      const last = opened
      opened = null
      ;(await last?.catch(() => null))?.close()
    },
  }
}

async function begun<S extends DBSchema>(db: IDBPDatabase<S>, { begin }: ConnectionParts<S>): Promise<IDBPDatabase<S>> {
  try {
    await begin?.(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
