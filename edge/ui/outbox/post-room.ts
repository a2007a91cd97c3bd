import type { TabletAuth } from '@flowviz/contract/tablet'
import { computed, type ReadonlySignal } from '@preact/signals'
import { createTablet } from '../tablet/tablet-state.ts'
import type { Entry } from './entry.ts'
import { createFloorDb } from './floor-db.ts'
import { createOutbox } from './outbox-state.ts'
import { createReachState } from './reach-state.ts'
import { createStorageState } from './storage-state.ts'
import type { OpenChannel } from './tabs.ts'

/** What the post room takes from the browser. */
export interface PostRoomBrowser {
  fetch: (url: string, init: RequestInit) => Promise<Response>
  openChannel: OpenChannel
  /** These are absent on a page without a secure context. */
  locks: Pick<LockManager, 'request'> | null
  /** Calls when the browser stops this page, as it does with one that nobody looks at; gives the way to end that. */
  frozen: (call: () => void) => () => void
  subtle: SubtleCrypto | null
  storageManager: StorageManager | undefined
}

export interface PostRoomParts extends PostRoomBrowser {
  monotonic: () => number
  wall: () => number
  after: (ms: number, call: () => void) => () => void
  newId: () => string
  random: () => number
  randomBytes: (count: number) => Uint8Array
  person_id: ReadonlySignal<string | null>
  auth: ReadonlySignal<TabletAuth>
  token: () => string | null
  refresh: () => Promise<unknown>
}

/** What this tablet is, keeps and sends: its own identity, its queue, its room for both, and how the appliance is reached. */
export function createPostRoom(parts: PostRoomParts) {
  const lost = (kept: readonly Entry[]) => {
    outbox.begunAnew(kept)
    void tablet.resume()
  }
  const db = createFloorDb({ ...parts, remembered: () => outbox.remembered(), lost })
  const tablet = createTablet({ ...parts, db })
  const site = computed(() => tablet.enrolled.value?.site ?? null)
  // The appliance answers again: who lost their identity asks for it, and the queue does not wait for its timer.
  const back = () => {
    void tablet.resume()
    outbox.wake()
  }
  const reach = createReachState({ ...parts, site, back })
  const outbox = createOutbox({ ...parts, db, tablet, skew_ms: reach.skew_ms, heard: reach.heard })
  const room = createStorageState({ storage: parts.storageManager, after: parts.after })
  return {
    tablet,
    reach,
    outbox,
    room,
    /** Begins to listen and to send; a page calls it once. */
    open: () => {
      reach.start()
      room.start()
      void tablet.resume().finally(outbox.start)
    },
  }
}
