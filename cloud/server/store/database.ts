import { FlowError } from '@flowviz/contract/error'
import pg from 'pg'

export type Pool = pg.Pool
/** A pool or one connection inside a transaction; statements are unnamed, so that PgBouncer may pool transactions. */
export type Queryable = Pick<pg.PoolClient, 'query'>

const INT8 = 20
const types = {
  // Sequence numbers stay far below 2^53.
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 && format !== 'binary'
      ? Number
      : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

/** Connections to Postgres 15 or later; queries reject as those of `inTransaction`. `onError` hears of idle breaks. */
export function openPool(url: string, onError: (error: Error) => void): Pool {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5_000, types })
  pool.on('error', onError)
  const query = pool.query.bind(pool) as (...given: unknown[]) => Promise<unknown>
  const named = async (...given: unknown[]) => {
    try {
      return await query(...given)
    } catch (error) {
      throw storageError(error, !(error instanceof pg.DatabaseError))
    }
  }
  return Object.assign(pool, { query: named as typeof pool.query })
}

/**
 * Runs `work` in one transaction; it is committed when `work` returns and wholly undone when it throws.
 * @throws FlowError storage_full, storage_failed, or what `work` throws.
 */
export async function inTransaction<T>(pool: Pool, work: (client: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch(error => {
    throw storageError(error, true)
  })
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(cause => {
      broken = cause as Error
    })
    throw storageError(error, broken !== undefined)
  } finally {
    client.release(broken)
  }
}

/** SQLSTATE of a Postgres error; null for anything else. */
export function sqlState(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.code ?? null) : null
}

/** What went wrong, as a caller may know it. SQLSTATE 53100 is a full disk; 08, 40, 53, 55 and 57 pass by themselves. */
function storageError(error: unknown, broken: boolean): unknown {
  if (error instanceof FlowError) return error
  const state = sqlState(error)
  if (state === '53100') return new FlowError('storage_full', undefined, { cause: error })
  const passing = broken || (state !== null && /^(?:08|40|53|55|57)/.test(state))
  return passing ? new FlowError('storage_failed', undefined, { cause: error }) : error
}
