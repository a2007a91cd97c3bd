import type { CopyQuery, LedgerRules, RecordStore } from '../parts.ts'
import { appendLedger } from './append-ledger.ts'
import { appendReadings } from './append-readings.ts'
import { inTransaction, type Pool } from './database.ts'
import { ledgerRows } from './ledger-row.ts'
import { siteHeads } from './site-head.ts'

// What one answer may hold; the box reads at most 16 MiB.
const COPY_CHARS_MAX = 4_194_304

/** The sites' ledgers and readings. */
export function recordStore(pool: Pool, rules: LedgerRules): RecordStore {
  return {
    appendLedger: (batch, received_at) =>
      inTransaction(pool, client => appendLedger({ client, rules, batch, received_at })),
    appendReadings: (batch, received_at) =>
      inTransaction(pool, client => appendReadings({ client, rules, batch, received_at })),
    async head(site) {
      const { ledger, readings } = await siteHeads.read(pool, site)
      return { ledger, readings }
    },
    copyLedger: async query => fitting(await ledgerRows.ofEpoch(pool, query)),
    copyReadings: async query => fitting(await readingsOfEpoch(pool, query)),
  }
}

async function readingsOfEpoch(pool: Pool, query: CopyQuery): Promise<string[]> {
  const { rows } = await pool.query<{ body: string }>(
    `SELECT body FROM reading WHERE site_id = $1 AND epoch = $2 AND seq >= $3 ORDER BY seq LIMIT $4`,
    [query.site, query.epoch, query.from_seq, query.limit],
  )
  return rows.map(row => row.body)
}

function fitting(lines: string[]): string[] {
  let chars = 0
  for (const [at, line] of lines.entries()) {
    chars += line.length + 1
    if (chars > COPY_CHARS_MAX) return lines.slice(0, Math.max(at, 1))
  }
  return lines
}
