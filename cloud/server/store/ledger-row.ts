import type { LedgerRow } from '../parts.ts'
import type { Queryable } from './database.ts'

interface NewRow {
  seq: number
  hash: string
  body: string
  event_id: string
}

/** Rows of the ledger; there is no statement here that changes one. */
export const ledgerRows = {
  async append(client: Queryable, at: { site: string; epoch: number; received_at: string }, rows: NewRow[]) {
    await client.query(
      `INSERT INTO ledger (site_id, epoch, seq, hash, body, event_id, received_at)
       SELECT $1, $2, r.seq, decode(r.hash, 'hex'), r.body, r.event_id, $3
       FROM json_to_recordset($4::json) AS r (seq bigint, hash text, body text, event_id uuid)`,
      [at.site, at.epoch, at.received_at, JSON.stringify(rows)],
    )
  },

  /** Rows of a range as a box in this epoch has them: each number from the latest epoch that had begun by then. */
  async ofHistory(client: Queryable, range: { site: string; epoch: number; from_seq: number; to_seq: number }) {
    const { rows } = await client.query<LedgerRow>(
      `SELECT l.seq, encode(l.hash, 'hex') AS hash, l.body
       FROM ledger l
       WHERE l.site_id = $1
         AND l.seq BETWEEN $3 AND $4
         AND l.epoch = (SELECT max(e.epoch) FROM epoch e WHERE e.site_id = $1 AND e.epoch <= $2 AND e.first_seq <= l.seq)
       ORDER BY l.seq`,
      [range.site, range.epoch, range.from_seq, range.to_seq],
    )
    return rows
  },

  /** Hashes alone, for the tree. */
  async hashesOfHistory(client: Queryable, range: { site: string; epoch: number; from_seq: number; to_seq: number }) {
    const { rows } = await client.query<{ hash: string }>(
      `SELECT encode(l.hash, 'hex') AS hash
       FROM ledger l
       WHERE l.site_id = $1
         AND l.seq BETWEEN $3 AND $4
         AND l.epoch = (SELECT max(e.epoch) FROM epoch e WHERE e.site_id = $1 AND e.epoch <= $2 AND e.first_seq <= l.seq)
       ORDER BY l.seq`,
      [range.site, range.epoch, range.from_seq, range.to_seq],
    )
    return rows.map(row => row.hash)
  },

  /** Bodies of one epoch alone, in order; what a box asks for that lost them. */
  async ofEpoch(client: Queryable, query: { site: string; epoch: number; from_seq: number; limit: number }) {
    const { rows } = await client.query<{ body: string }>(
      `SELECT body FROM ledger WHERE site_id = $1 AND epoch = $2 AND seq >= $3 ORDER BY seq LIMIT $4`,
      [query.site, query.epoch, query.from_seq, query.limit],
    )
    return rows.map(row => row.body)
  },
}
