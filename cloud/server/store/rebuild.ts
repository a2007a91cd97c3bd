import type { AnyEvent } from '@flowviz/contract/event'
import { inTransaction, type Pool, type Queryable } from './database.ts'
import { project, type RowToProject } from './projection/project.ts'
import { siteHeads } from './site-head.ts'

const PAGE = 1_000

interface StoredRow {
  epoch: number
  seq: number
  hash: string
  body: string
  received_at: Date
}

/**
 * Makes the projections of a site again from its ledger, in one transaction, while its box waits. Returns how many rows
 * were read. A release that knows more types and versions than the one before clears dead letters with it.
 */
export async function rebuild(pool: Pool, site: string): Promise<number> {
  return inTransaction(pool, async client => {
    await siteHeads.lock(client, site)
    await forget(client, site)
    let read = 0
    let last = { epoch: 0, seq: 0 }
    for (;;) {
      const rows = await rowsAfter(client, site, last)
      const end = rows.at(-1)
      if (end === undefined) return read
      await project(client, site, rows)
      read += rows.length
      last = { epoch: end.epoch, seq: end.seq }
    }
  })
}

async function forget(client: Queryable, site: string): Promise<void> {
  await client.query(`DELETE FROM lot WHERE site_id = $1`, [site])
  await client.query(`DELETE FROM lot_standing WHERE site_id = $1`, [site])
  await client.query(`DELETE FROM hold_lot WHERE site_id = $1`, [site])
  await client.query(`DELETE FROM stock WHERE site_id = $1`, [site])
  await client.query(`DELETE FROM link WHERE site_id = $1`, [site])
  await client.query(`DELETE FROM gate WHERE site_id = $1`, [site])
  await client.query(`DELETE FROM gate_lot WHERE site_id = $1`, [site])
  await client.query(`DELETE FROM record WHERE site_id = $1`, [site])
  await client.query(`DELETE FROM recovered_event WHERE site_id = $1`, [site])
  await client.query(`DELETE FROM device WHERE site_id = $1`, [site])
  await client.query(`DELETE FROM dead_letter WHERE site_id = $1 AND stream = 'ledger'`, [site])
}

/** In the order in which they came: an epoch takes no more rows once the next one began. */
async function rowsAfter(
  client: Queryable,
  site: string,
  last: { epoch: number; seq: number },
): Promise<RowToProject[]> {
  const { rows } = await client.query<StoredRow>(
    `SELECT epoch, seq, encode(hash, 'hex') AS hash, body, received_at
     FROM ledger
     WHERE site_id = $1 AND (epoch, seq) > ($2, $3)
     ORDER BY epoch, seq
     LIMIT $4`,
    [site, last.epoch, last.seq, PAGE],
  )
  return rows.map(({ body, received_at, ...row }) => ({
    ...row,
    received_at: received_at.toISOString(),
    event: JSON.parse(body) as AnyEvent,
  }))
}
