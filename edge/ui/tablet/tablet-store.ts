import type { EnrolledTablet } from '@flowviz/contract/tablet'
import { read, write } from '../disk/transaction.ts'
import type { FloorDb, KeptTablet } from '../outbox/floor-db.ts'

/** The identity on disk, in the same database as the queue: both are kept or both are lost. */
export interface TabletStore {
  kept: () => Promise<KeptTablet | null>
  keys: () => Promise<CryptoKeyPair | null>
  /** Keeps a key unless there is one already, of another tab. Gives the one that is kept. */
  keepKeys: (keys: CryptoKeyPair) => Promise<CryptoKeyPair>
  epoch: () => Promise<string>
  /** Keeps what the appliance said; a tablet that has got another name counts its commands from 1. */
  enrolled: (tablet: EnrolledTablet) => Promise<void>
  /** The next lot code with this prefix; null when all are used up, or when this store does not have this prefix. */
  nextCode: (prefix: string) => Promise<string | null>
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

    keepKeys: keys =>
      db.run(on =>
        write(on, ['tablet'], async tx => {
          const kept = await tx.objectStore('tablet').get('tablet')
          if (kept === undefined) await tx.objectStore('tablet').put({ keys, enrolled: null }, 'tablet')
          known = kept?.keys ?? keys
          return known
        }),
      ),

    epoch: () => db.run(on => read(on, ['head'], async tx => (await tx.objectStore('head').get('head'))!.epoch)),

    enrolled: tablet =>
      db.run(on =>
        write(on, ['tablet', 'head'], async tx => {
          const [kept, head] = await Promise.all([
            tx.objectStore('tablet').get('tablet'),
            tx.objectStore('head').get('head'),
          ])
          const { tablet_id, site } = tablet
          const isSame = head!.tablet_id === tablet_id && head!.site === site
          const counted = isSame ? head! : { ...head!, next_seq: 1 }
          await Promise.all([
            tx.objectStore('tablet').put({ keys: kept!.keys, enrolled: tablet }, 'tablet'),
            tx.objectStore('head').put({ ...counted, tablet_id, site }, 'head'),
          ])
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
