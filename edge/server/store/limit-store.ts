import { FlowError } from '@flowviz/contract/error'
import Database from 'better-sqlite3'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { RateRule } from '../parts.ts'

/** How much counting a crash may cost, ms. */
const SAVE_MS = 500
const WINDOW_S = 60

/** Requests counted by rule and by whom they are of. */
export interface LimitStore {
  readonly rules: readonly RateRule[]
  /** Counts one request. Rejects with FlowError rate_limited and `retry_after_s` when the rule's budget is spent. */
  take(rule: RateRule, key: string): Promise<void>
  close(): void
}

interface LimitOptions {
  /** What a budget is for, seconds; tests use short ones, since the library reads the clock itself. */
  window_s?: number
  /** The file did not take the counts: limits hold, but a restart would forget the last ones. */
  onTrouble?: (error: unknown) => void
}

interface Bucket {
  rule: string
  key: string
  points: number
  expires_ms: number
}

const TABLE = `
  CREATE TABLE IF NOT EXISTS limit_bucket (
    rule TEXT NOT NULL,
    key TEXT NOT NULL,
    points INTEGER NOT NULL,
    expires_ms INTEGER NOT NULL,
    PRIMARY KEY (rule, key)
  ) STRICT, WITHOUT ROWID`

// A clock that was set back must not keep a budget spent for longer than one window.
const LOAD = `
  SELECT rule, key, points, min(expires_ms, CAST(unixepoch('subsec') * 1000 AS INTEGER) + @window_ms) AS expires_ms
  FROM limit_bucket`

const SAVE = `
  INSERT INTO limit_bucket (rule, key, points, expires_ms)
  VALUES (@rule, @key, @points, @expires_ms)
  ON CONFLICT (rule, key) DO UPDATE SET points = excluded.points, expires_ms = excluded.expires_ms`

const FORGET = `
  DELETE FROM limit_bucket
  WHERE expires_ms <= unixepoch('subsec') * 1000`

/**
 * Counts in memory and writes what changed twice a second, so that neither a restart nor a crash hands out a fresh
 * budget: a crash forgets at most the last half second. A check costs 0.3 us; the library's own SQLite limiter, which
 * commits each, 53 us on the thread that serves everybody.
 */
export function openLimitStore(
  path: string,
  rules: readonly RateRule[],
  { window_s = WINDOW_S, onTrouble = () => undefined }: LimitOptions = {},
): LimitStore {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  // The counts are no fact of the plant: a power cut may take the last ones.
  db.pragma('synchronous = NORMAL')
  db.exec(TABLE)
  const limiters = restored(db, rules, window_s)
  const save = db.prepare<Bucket>(SAVE)
  const forget = db.prepare(FORGET)
  const touched = new Map<string, Set<string>>(rules.map(({ name }) => [name, new Set()]))
  let timer: NodeJS.Timeout | null = null

  const saveAll = db.transaction(() => {
    for (const [rule, keys] of touched) {
      if (keys.size === 0) continue
      for (const { key, value, expiresAt } of limiters.get(rule)!.dump().storage)
        if (keys.has(String(key))) save.run({ rule, key: String(key), points: value, expires_ms: expiresAt ?? 0 })
    }
    forget.run()
  })
  const write = () => {
    timer = null
    try {
      saveAll.immediate()
      for (const keys of touched.values()) keys.clear()
    } catch (error) {
      onTrouble(error)
    }
  }
  return {
    rules,
    take({ name }, key) {
      touched.get(name)!.add(key)
      timer ??= setTimeout(write, SAVE_MS).unref()
      return limiters.get(name)!.consume(key).then(nothing, refuse)
    },
    close() {
      if (timer !== null) {
        clearTimeout(timer)
        write()
      }
      db.close()
    },
  }
}

function restored(db: Database.Database, rules: readonly RateRule[], window_s: number) {
  const rows = db.prepare<{ window_ms: number }, Bucket>(LOAD).all({ window_ms: window_s * 1_000 })
  const limiterOf = ({ name, per_min }: RateRule) => {
    const limiter = new RateLimiterMemory({ keyPrefix: '', points: per_min, duration: window_s })
    const storage = rows
      .filter(({ rule }) => rule === name)
      .map(({ key, points, expires_ms }) => ({ key, value: points, expiresAt: expires_ms }))
    limiter.restore({ version: 1, storage })
    return limiter
  }
  return new Map(rules.map(rule => [rule.name, limiterOf(rule)]))
}

const nothing = () => undefined

function refuse(refused: unknown): never {
  if (!(refused instanceof RateLimiterRes)) throw refused
  const retry_after_s = Math.max(1, Math.ceil(refused.msBeforeNext / 1_000))
  throw new FlowError('rate_limited', `Too many requests of this kind; wait ${retry_after_s} s.`, {
    extra: { retry_after_s },
  })
}
