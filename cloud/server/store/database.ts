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

/** Connections to Postgres 15 or later. `onError` hears of idle connections that broke. */
export function openPool(url: string, onError: (error: Error) => void): Pool {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5_000, types })
  pool.on('error', onError)
  return pool
}

/**
 * Runs `work` in one transaction; it is committed when `work` returns and wholly undone when it throws.
 * @throws FlowError storage_full, storage_failed, or what `work` throws.
 */
export async function inTransaction<T>(pool: Pool, work: (client: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch(error => {
    throw storageError(error)
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
    throw error instanceof FlowError ? error : storageError(error)
  } finally {
    client.release(broken)
  }
}

/** SQLSTATE of a Postgres error; null for anything else. */
export function sqlState(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.code ?? null) : null
}

// SQLSTATE classes: 53100 is disk_full; 08, 57 and a refused socket are a server that is away.
function storageError(error: unknown): unknown {
  const state = sqlState(error)
  if (state === '53100') return new FlowError('storage_full', undefined, { cause: error })
  const away = state === null ? isSystemError(error) : /^(?:08|40|53|55|57)/.test(state)
  return away ? new FlowError('storage_failed', undefined, { cause: error }) : error
}

function isSystemError(error: unknown): boolean {
  // pg reports a connection that ended under way, or that could not be had in time, as plain errors.
  return error instanceof Error && !(error instanceof TypeError || error instanceof RangeError)
}
