import { FlowError } from '@flowviz/contract/error'
import Database from 'better-sqlite3'

/**
 * What a failing disk or file means to the caller: storage_full or storage_failed. Null when the error is something
 * else, such as a broken constraint, which is one command's fault and not the disk's.
 */
export function storageTrouble(error: unknown): FlowError | null {
  if (!(error instanceof Database.SqliteError)) return null
  const { code } = error
  if (code === 'SQLITE_FULL') return new FlowError('storage_full', undefined, { cause: error })
  if (code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_ERROR' || code === 'SQLITE_MISMATCH') return null
  return new FlowError('storage_failed', `The store answered ${code}; nothing was written.`, { cause: error })
}
