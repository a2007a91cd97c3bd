import { emptyFrontier, type Frontier } from '@flowviz/contract/merkle'
import type { LedgerRules } from '../parts.ts'
import type { Queryable } from './database.ts'
import { ledgerRows } from './ledger-row.ts'
import { frontierBytes, frontierOf } from './site-head.ts'

const PAGE = 10_000

/** Notes that boxes signed, with the countersignature they got for it and the tree as it stood. */
export const checkpoints = {
  async receipt(client: Queryable, at: { site: string; epoch: number; size: number; note: string }) {
    const { rows } = await client.query<{ receipt: string }>(
      `SELECT receipt FROM checkpoint WHERE site_id = $1 AND epoch = $2 AND size = $3 AND note = $4`,
      [at.site, at.epoch, at.size, at.note],
    )
    return rows[0]?.receipt ?? null
  },

  async keep(
    client: Queryable,
    kept: { site: string; epoch: number; note: string; receipt: string; frontier: Frontier; received_at: string },
  ) {
    await client.query(
      `INSERT INTO checkpoint (site_id, epoch, size, note, receipt, frontier, received_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (site_id, epoch, size) DO NOTHING`,
      [
        kept.site,
        kept.epoch,
        kept.frontier.size,
        kept.note,
        kept.receipt,
        frontierBytes(kept.frontier),
        kept.received_at,
      ],
    )
  },

  /** The latest one of this very epoch that is not larger; of an earlier epoch it might lie behind the seam. */
  async before(client: Queryable, at: { site: string; epoch: number; size: number }): Promise<Frontier> {
    const { rows } = await client.query<{ size: number; frontier: Buffer }>(
      `SELECT size, frontier FROM checkpoint
       WHERE site_id = $1 AND epoch = $2 AND size <= $3
       ORDER BY size DESC LIMIT 1`,
      [at.site, at.epoch, at.size],
    )
    return rows[0] === undefined ? emptyFrontier() : frontierOf(rows[0].size, rows[0].frontier)
  },
}

/** The tree at a size that lies behind us, grown again from the rows since the nearest checkpoint. */
export async function frontierAt(
  client: Queryable,
  rules: LedgerRules,
  at: { site: string; epoch: number; size: number },
): Promise<Frontier> {
  const frontier = await checkpoints.before(client, at)
  while (frontier.size < at.size) {
    const range = { ...at, from_seq: frontier.size + 1, to_seq: Math.min(at.size, frontier.size + PAGE) }
    const hashes = await ledgerRows.hashesOfHistory(client, range)
    if (hashes.length !== range.to_seq - frontier.size) throw new Error(`rows of ${at.site} are missing`)
    rules.grow(frontier, hashes)
  }
  return frontier
}
