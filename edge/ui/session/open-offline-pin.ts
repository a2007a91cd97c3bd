import { createOfflinePin, type OfflinePin } from './offline-pin.ts'
import { createSessionClock, type SessionClockParts } from './session-clock.ts'
import { createSessionDb } from './session-db.ts'

interface OpenParts extends Omit<SessionClockParts, 'db' | 'locks'> {
  /** Null on a page without a secure context. */
  subtle: SubtleCrypto | null
  locks: Pick<LockManager, 'request'> | null
  randomBytes: (count: number) => Uint8Array
  serverNow: () => number | null
}

/** The sign-in of this tablet while the appliance is away; null where a page can keep no key. */
export function openOfflinePin({ subtle, locks, ...parts }: OpenParts): OfflinePin | null {
  if (subtle === null || locks === null) return null
  const db = createSessionDb()
  const clock = createSessionClock({ ...parts, db, locks })
  clock.start()
  return createOfflinePin({ ...parts, db, subtle, clock })
}
