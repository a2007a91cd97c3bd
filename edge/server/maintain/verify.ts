import { existsSync, openSync, readFileSync, readSync } from 'node:fs'
import { FlowError } from '@flowviz/contract/error'
import { kindOf } from '../store/inspect.ts'
import { openForReading, type Sqlite } from '../store/open.ts'
import { checkTelemetry } from './telemetry-check.ts'
import type { Verdict } from './verdict.ts'
import { verifyExport } from './verify-export.ts'
import { type Trust, verifyPlant } from './verify-plant.ts'
import { verifyProof } from './verify-proof.ts'

const SQLITE = 'SQLite format 3\u0000'
const PROOF = 'c2sp.org/tlog-proof'

/** Checks a database, an export or a proof, told apart by their first bytes. */
export async function verifyFile(path: string, trust: Trust): Promise<Verdict> {
  const start = firstBytes(path)
  if (start.startsWith(PROOF)) {
    if (trust.publicKey === undefined)
      throw new FlowError('config_invalid', 'A proof is checked with --public-key, the key of the box.')
    return verifyProof(readFileSync(path, 'utf8'), trust.publicKey)
  }
  if (!start.startsWith(SQLITE)) return verifyExport(path, { ...trust, checkpoint: trust.checkpoint ?? beside(path) })
  return withDatabase(path, db => {
    const kind = kindOf(db)
    if (kind === null) throw new FlowError('store_unfit', `${path} is not a database of FlowViz.`)
    return kind === 'plant' ? verifyPlant(db, trust) : checkTelemetry(db, null)
  })
}

/** Works on a read-only connection of a database. @throws FlowError ledger_corrupt when SQLite cannot read it. */
export function withDatabase<T>(path: string, work: (db: Sqlite) => T): T {
  const db = openForReading(path)
  try {
    return work(db)
  } finally {
    db.close()
  }
}

function firstBytes(path: string): string {
  if (!existsSync(path)) throw new FlowError('not_found', `There is no file ${path}.`)
  const bytes = Buffer.alloc(SQLITE.length + PROOF.length)
  const count = readSync(openSync(path, 'r'), bytes)
  return bytes.subarray(0, count).toString('latin1')
}

function beside(path: string): string | undefined {
  const file = `${path}.checkpoint`
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
