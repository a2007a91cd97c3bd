import { FlowError } from '@flowviz/contract/error'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { AttemptLimit } from '../parts.ts'
import type { Pool } from './database.ts'

/** At most `points` attempts of one key within `within_s`, counted in Postgres, for all servers together. */
export function attemptLimit(pool: Pool, limit: { name: string; points: number; within_s: number }): AttemptLimit {
  const limiter = new RateLimiterPostgres({
    // The library names its statements, which a pooler of transactions cannot keep; they are sent without the name.
    storeClient: { query: ({ text, values }: { text: string; values: unknown[] }) => pool.query(text, values) },
    storeType: 'client',
    tableName: 'attempt',
    tableCreated: true,
    keyPrefix: limit.name,
    points: limit.points,
    duration: limit.within_s,
  })
  return {
    async take(key) {
      try {
        await limiter.consume(key)
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        const retry_after_s = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
        throw new FlowError('rate_limited', `Try again in ${retry_after_s} s.`, { extra: { retry_after_s } })
      }
    },
    async forgive(key) {
      await limiter.delete(key)
    },
  }
}
