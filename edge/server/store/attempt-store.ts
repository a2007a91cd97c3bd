import { FlowError } from '@flowviz/contract/error'
import Database from 'better-sqlite3'
import { RateLimiterRes, RateLimiterSQLite } from 'rate-limiter-flexible'
import type { LoginLimits } from '../parts.ts'

const WINDOW_S = 60
/** Wrong tries that nobody followed with a right one stay in a row for so long. */
const ROW_S = 86_400
const TIDY_MS = 3_600_000

/** Tries to sign in, counted by address and by account. */
export interface AttemptStore {
  /**
   * Counts one try. Throws FlowError account_locked or, when the address or the account has had too many within a
   * minute, rate_limited; both with `retry_after_s`. A try of a locked account counts for nothing: it must not shut
   * out the others at a shared tablet.
   */
  take(address: string, name: string): Promise<void>
  /** The try was wrong. The last one of a row locks the account, and only that one tells the listener. */
  fail(address: string, name: string): Promise<void>
  /** The try was right: it does not count, and the account starts anew. */
  forgive(address: string, name: string): Promise<void>
  /** Tells one listener, the last one given, of every account that gets locked and from where its last try came. */
  onLocked(listener: (name: string, address: string) => void): void
  close(): void
}

// A clock that was set back must not hold a lock for longer than a lock.
const CAP = `
  UPDATE attempt
  SET expire = min(expire, CAST(unixepoch('subsec') * 1000 AS INTEGER) + @locked_ms)`

const TIDY = `
  DELETE FROM attempt
  WHERE expire <= unixepoch('subsec') * 1000`

/**
 * Keeps the tries in a small file of its own (they are no fact of the plant), so that neither a restart nor a crash
 * gives anybody more. The library reads the clock itself: tests hand in a short `window_s`.
 */
export async function openAttemptStore(path: string, most: LoginLimits & { window_s?: number }): Promise<AttemptStore> {
  const { window_s = WINDOW_S, locked_s, failures_in_a_row } = most
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  const byAddress = await limiter(db, { keyPrefix: 'address', points: most.per_min_address, duration: window_s })
  const byName = await limiter(db, { keyPrefix: 'name', points: most.per_min_account, duration: window_s })
  const failures = await limiter(db, { keyPrefix: 'failed', points: failures_in_a_row, duration: ROW_S })
  db.prepare(CAP).run({ locked_ms: locked_s * 1_000 })
  const tidy = db.prepare(TIDY)
  const tidying = setInterval(() => tidy.run(), TIDY_MS).unref()
  let locked = (_name: string, _address: string): void => undefined
  return {
    async take(address, name) {
      const row = await failures.get(name)
      if (row !== null && row.consumedPoints >= failures_in_a_row) {
        const retry_after_s = secondsOf(row)
        const message = `This account is locked after too many wrong tries; wait ${retry_after_s} s.`
        throw new FlowError('account_locked', message, { extra: { retry_after_s } })
      }
      await consume(byAddress, address)
      await consume(byName, name)
    },
    async fail(address, name) {
      const { consumedPoints } = await failures.penalty(name)
      // Of several tries in flight exactly one is the last of the row.
      if (consumedPoints !== failures_in_a_row) return
      await failures.set(name, failures_in_a_row, locked_s)
      locked(name, address)
    },
    async forgive(address, name) {
      await byAddress.reward(address)
      await byName.delete(name)
      await failures.delete(name)
    },
    onLocked(listener) {
      locked = listener
    },
    close() {
      clearInterval(tidying)
      db.close()
    },
  }
}

function limiter(
  db: Database.Database,
  budget: { keyPrefix: string; points: number; duration: number },
): Promise<RateLimiterSQLite> {
  return new Promise((resolve, reject) => {
    const options = { storeClient: db, storeType: 'better-sqlite3', tableName: 'attempt', ...budget }
    const made: RateLimiterSQLite = new RateLimiterSQLite(options, (error?: Error) => {
      if (error) reject(error)
      // The constructor may call back before it returns.
      else queueMicrotask(() => resolve(made))
    })
  })
}

async function consume(by: RateLimiterSQLite, key: string): Promise<void> {
  try {
    await by.consume(key)
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw new FlowError('storage_failed', undefined, { cause: refused })
    const retry_after_s = secondsOf(refused)
    throw new FlowError('rate_limited', `Too many tries to sign in; wait ${retry_after_s} s.`, {
      extra: { retry_after_s },
    })
  }
}

const secondsOf = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1_000))
