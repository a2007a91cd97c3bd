import type { EnrolledTablet } from '@flowviz/contract/tablet'
import type { IDBPObjectStore } from 'idb'
import { read, write } from '../disk/transaction.ts'
import type { FloorDb, FloorSchema, Head, KeptTablet } from '../outbox/floor-db.ts'

/** The identity on disk, in the same database as the queue: both are kept or both are lost. */
export interface TabletStore {
  kept: () => Promise<KeptTablet | null>
  keys: () => Promise<CryptoKeyPair | null>
  /** Who this store is, at one moment; null while it has no key. */
  identity: () => Promise<Identity | null>
  /** Keeps a key unless there is one already, of another tab. Gives the identity as it is kept. */
  keepKeys: (keys: CryptoKeyPair) => Promise<Identity>
  /**
   * Keeps what the appliance said to the identity of this epoch; a tablet that has got another name counts its commands
   * under that one. False when the store was cleared since it asked: this is another one now.
   */
  enrolled: (tablet: EnrolledTablet, epoch: string) => Promise<boolean>
  /** The next lot code with this prefix; null when all are used up, or when this store does not have this prefix. */
  nextCode: (prefix: string) => Promise<string | null>
}

export interface Identity {
  keys: CryptoKeyPair
  epoch: string
}

/** `prefix-9999` is the longest code that fits a label. */
const CODE_MAX = 9_999

export function createTabletStore(db: FloorDb): TabletStore {
  let known: CryptoKeyPair | null = null
  const readKept = () => db.run(on => read(on, ['tablet'], tx => tx.objectStore('tablet').get('tablet')))
  return {
    kept: async () => {
      const kept = (await readKept()) ?? null
      // A store that was cleared under an open page has no key any more.
      known = kept?.keys ?? null
      return kept
    },

    keys: async () => {
      known ??= (await readKept())?.keys ?? null
      return known
    },

    identity: () =>
      db.run(on =>
        read(on, ['tablet', 'head'], async tx => {
          const kept = await tx.objectStore('tablet').get('tablet')
          return kept === undefined ? null : identityOf(kept, await tx.objectStore('head').get('head'))
        }),
      ),

    keepKeys: made =>
      db.run(on =>
        write(on, ['tablet', 'head'], async tx => {
          const kept = (await tx.objectStore('tablet').get('tablet')) ?? { keys: made, enrolled: null }
          await tx.objectStore('tablet').put(kept, 'tablet')
          known = kept.keys
          return identityOf(kept, await tx.objectStore('head').get('head'))
        }),
      ),

    enrolled: (tablet, epoch) =>
      db.run(on =>
        write(on, ['tablet', 'head', 'entry'], async tx => {
          const kept = await tx.objectStore('tablet').get('tablet')
          const head = (await tx.objectStore('head').get('head'))!
          if (kept === undefined || head.epoch !== epoch) return false
          const { tablet_id, site } = tablet
          await tx.objectStore('tablet').put({ keys: kept.keys, enrolled: tablet }, 'tablet')
          if (head.tablet_id === tablet_id && head.site === site) return true
          const entries = tx.objectStore('entry')
          if (head.site !== site) await forgetNumbers(entries)
          const next_seq = (await highestNumber(entries, tablet_id, epoch)) + 1
          await tx.objectStore('head').put({ ...head, tablet_id, site, next_seq }, 'head')
          return true
        }),
      ),

    nextCode: prefix =>
      db.run(on =>
        write(on, ['code', 'tablet'], async tx => {
          // Behind the back of an open page the store may have been cleared, and the codes with it that it had given.
          const kept = await tx.objectStore('tablet').get('tablet')
          if (kept?.enrolled?.code_prefix !== prefix) return null
          const next = (await tx.objectStore('code').get(prefix)) ?? 1
          if (next <= CODE_MAX) await tx.objectStore('code').put(next + 1, prefix)
          return next <= CODE_MAX ? `${prefix}-${String(next).padStart(4, '0')}` : null
        }),
      ),
  }
}

const identityOf = ({ keys }: KeptTablet, head: Head | undefined): Identity => ({ keys, epoch: head!.epoch })

type Entries = IDBPObjectStore<FloorSchema, ('tablet' | 'head' | 'entry')[], 'entry', 'readwrite'>

/** Another plant may call this tablet as the last one did: it knows none of the numbers that were given there. */
async function forgetNumbers(entries: Entries): Promise<void> {
  for await (const cursor of entries.index('by_seq'))
    await cursor.update({ ...cursor.value, tablet_id: null, epoch: null, seq: null, text: null })
}

/** The highest number that is kept under this name, which the tablet may have had before; 0 when there is none. */
async function highestNumber(entries: Entries, tablet_id: string, epoch: string): Promise<number> {
  const own = IDBKeyRange.bound([tablet_id, epoch, 0], [tablet_id, epoch, Number.MAX_SAFE_INTEGER])
  return (await entries.index('by_seq').openKeyCursor(own, 'prev'))?.key[2] ?? 0
}
