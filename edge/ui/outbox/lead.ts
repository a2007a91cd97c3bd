import { write } from '../disk/transaction.ts'
import type { FloorDb } from './floor-db.ts'

export interface LeadParts {
  /** Null where the page has no secure context. */
  locks: Pick<LockManager, 'request'> | null
  db: FloorDb
  /** Wall clock: all tabs of a device share it. */
  now: () => number
  newId: () => string
  after: (ms: number, call: () => void) => () => void
  /** Calls when the browser stops this page, as it does with one that nobody looks at; gives the way to end that. */
  frozen: (call: () => void) => () => void
}

/** A lease outlives the deadline of a batch, so that two tabs do not have one under way at once. */
const LEASE_MS = 12_000
const LEASE_RENEWED_MS = 3_000

/**
 * Does the work while this tab is the one that may, and again after it was not. A lock is never stolen: a tab that is
 * closed, killed or stopped gives it up by itself. Resolves when the signal has ended it.
 */
export async function lead(
  parts: LeadParts,
  signal: AbortSignal,
  work: (leading: AbortSignal) => Promise<void>,
): Promise<void> {
  const owner = parts.newId()
  while (!signal.aborted) {
    const leading = new AbortController()
    const end = () => leading.abort()
    const { promise: frozen, resolve: leave } = Promise.withResolvers<void>()
    signal.addEventListener('abort', end)
    const unwatch = parts.frozen(() => {
      end()
      leave()
    })
    try {
      if (parts.locks === null) await leadByLease(parts, { owner, leading, work })
      else
        await parts.locks.request(
          `${parts.db.name}.sender`,
          { mode: 'exclusive', signal: leading.signal },
          async () => {
            // What is under way in a page that is stopped ends when the page goes on, and others do not wait for that.
            await Promise.race([work(leading.signal), frozen])
          },
        )
    } catch {
      // A lock or a store that fails is tried again; the trouble of the store is on the screen.
    } finally {
      unwatch()
      signal.removeEventListener('abort', end)
    }
    if (!signal.aborted) await pause(parts.after, LEASE_RENEWED_MS, signal)
  }
}

interface Lease {
  owner: string
  leading: AbortController
  work: (leading: AbortSignal) => Promise<void>
}

async function leadByLease(parts: LeadParts, { owner, leading, work }: Lease): Promise<void> {
  if (!(await takeLease(parts, owner))) return
  const keep = async () => {
    while (!leading.signal.aborted) {
      await pause(parts.after, LEASE_RENEWED_MS, leading.signal)
      if (!leading.signal.aborted && !(await takeLease(parts, owner).catch(() => false))) leading.abort()
    }
  }
  const kept = keep()
  try {
    await work(leading.signal)
  } finally {
    leading.abort()
    await kept
    await dropLease(parts, owner).catch(() => undefined)
  }
}

function takeLease({ db, now }: LeadParts, owner: string): Promise<boolean> {
  return db.run(on =>
    write(on, ['lease'], async tx => {
      const lease = tx.objectStore('lease')
      const held = await lease.get('sender')
      // A clock that was set back must not keep a lease for hours.
      const free = held === undefined || held.owner === owner || held.until <= now() || held.until > now() + LEASE_MS
      if (free) await lease.put({ owner, until: now() + LEASE_MS }, 'sender')
      return free
    }),
  )
}

function dropLease({ db }: LeadParts, owner: string): Promise<void> {
  return db.run(on =>
    write(on, ['lease'], async tx => {
      const lease = tx.objectStore('lease')
      if ((await lease.get('sender'))?.owner === owner) await lease.delete('sender')
    }),
  )
}

/** Waits that long, or until the signal ends it. */
export function pause(after: LeadParts['after'], ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) return resolve()
    const end = () => {
      cancel()
      signal.removeEventListener('abort', end)
      resolve()
    }
    const cancel = after(ms, end)
    signal.addEventListener('abort', end)
  })
}
