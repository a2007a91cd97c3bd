import { FlowError } from '@flowviz/contract/error'
import Database from 'better-sqlite3'
import { RateLimiterRes, RateLimiterSQLite } from 'rate-limiter-flexible'

const TRIES = 10
const WINDOW_S = 60

/** Tries to sign in, counted by address and by account. */
export interface AttemptStore {
  /** Counts one try. Throws FlowError rate_limited with `retry_after_s` when one of the two has had too many. */
  take(address: string, name: string): Promise<void>
  /** The try was right: it does not count, and the account starts anew. */
  forgive(address: string, name: string): Promise<void>
  close(): void
}

/**
 * Ten tries a minute for each address and each account, in a small file of its own (it is no fact of the plant), so
 * that neither a restart nor a crash gives anybody ten more.
 */
export async function openAttemptStore(
  path: string,
  most: { tries: number; window_s: number } = { tries: TRIES, window_s: WINDOW_S },
): Promise<AttemptStore> {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  const limiter = (tableName: string) =>
    new Promise<RateLimiterSQLite>((resolve, reject) => {
      const options = {
        storeClient: db,
        storeType: 'better-sqlite3',
        tableName,
        points: most.tries,
        duration: most.window_s,
      }
      const made: RateLimiterSQLite = new RateLimiterSQLite(options, (error?: Error) => {
        if (error) reject(error)
        // The constructor may call back before it returns.
        else queueMicrotask(() => resolve(made))
      })
    })
  const byAddress = await limiter('attempt_by_address')
  const byName = await limiter('attempt_by_name')
  const consume = async (by: RateLimiterSQLite, key: string) => {
    try {
      await by.consume(key)
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw new FlowError('storage_failed', undefined, { cause: refused })
      const retry_after_s = Math.max(1, Math.ceil(refused.msBeforeNext / 1_000))
      throw new FlowError('rate_limited', `Too many tries to sign in; wait ${retry_after_s} s.`, {
        extra: { retry_after_s },
      })
    }
  }
  return {
    async take(address, name) {
      await consume(byAddress, address)
      await consume(byName, name)
    },
    async forgive(address, name) {
      await byAddress.reward(address)
      await byName.delete(name)
    },
    close: () => void db.close(),
  }
}
