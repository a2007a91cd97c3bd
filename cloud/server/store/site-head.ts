import { FlowError } from '@flowviz/contract/error'
import type { Frontier } from '@flowviz/contract/merkle'
import type { LedgerHead } from '@flowviz/contract/sync'
import type { Queryable } from './database.ts'

/** Where a site stands, as its row says. */
export interface StoredHead {
  ledger: LedgerHead
  frontier: Frontier
  readings: { epoch: number; seq: number }
}

interface HeadRow {
  epoch: number
  seq: number
  hash: string
  frontier: Buffer
  reading_epoch: number
  reading_seq: number
}

/** Roots as one run of bytes; their number follows from the size. */
export const frontierBytes = (frontier: Frontier) => Buffer.concat(frontier.roots)

export function frontierOf(size: number, bytes: Buffer): Frontier {
  const roots = Array.from({ length: bytes.length / 32 }, (_, at) =>
    Uint8Array.from(bytes.subarray(at * 32, at * 32 + 32)),
  )
  return { size, roots }
}

function headOf(site: string, row: HeadRow | undefined): StoredHead {
  if (row === undefined) throw new FlowError('box_unknown', `No box of site ${site} is enrolled.`)
  return {
    ledger: { epoch: row.epoch, seq: row.seq, hash: row.hash },
    frontier: frontierOf(row.seq, row.frontier),
    readings: { epoch: row.reading_epoch, seq: row.reading_seq },
  }
}

/** The one row a site that says where it stands. */
export const siteHeads = {
  /** Reads it and keeps every other writer of this site waiting until the transaction ends. */
  async lock(client: Queryable, site: string): Promise<StoredHead> {
    const { rows } = await client.query<HeadRow>(
      `SELECT epoch, seq, encode(hash, 'hex') AS hash, frontier, reading_epoch, reading_seq
       FROM site_head WHERE site_id = $1 FOR UPDATE`,
      [site],
    )
    return headOf(site, rows[0])
  },

  async read(client: Queryable, site: string): Promise<StoredHead> {
    const { rows } = await client.query<HeadRow>(
      `SELECT epoch, seq, encode(hash, 'hex') AS hash, frontier, reading_epoch, reading_seq
       FROM site_head WHERE site_id = $1`,
      [site],
    )
    return headOf(site, rows[0])
  },

  /** A first head: the genesis hash. A site that has rows keeps its own. */
  async begin(client: Queryable, site: string, genesis: string) {
    await client.query(
      `INSERT INTO site_head (site_id, epoch, seq, hash, frontier, reading_epoch, reading_seq)
       VALUES ($1, 1, 0, decode($2, 'hex'), ''::bytea, 1, 0)
       ON CONFLICT (site_id) DO UPDATE SET hash = EXCLUDED.hash WHERE site_head.seq = 0`,
      [site, genesis],
    )
    await client.query(
      `INSERT INTO epoch (site_id, epoch, first_seq, first_reading) VALUES ($1, 1, 1, 1) ON CONFLICT DO NOTHING`,
      [site],
    )
  },

  async moveLedger(
    client: Queryable,
    site: string,
    to: { head: LedgerHead; frontier: Frontier; ledger_at: string; contact_at: string },
  ) {
    await client.query(
      `UPDATE site_head
       SET epoch = $2, seq = $3, hash = decode($4, 'hex'), frontier = $5, ledger_at = $6, last_contact_at = $7
       WHERE site_id = $1`,
      [site, to.head.epoch, to.head.seq, to.head.hash, frontierBytes(to.frontier), to.ledger_at, to.contact_at],
    )
  },

  async moveReadings(
    client: Queryable,
    site: string,
    to: { epoch: number; seq: number; reading_at: string; contact_at: string },
  ) {
    await client.query(
      `UPDATE site_head SET reading_epoch = $2, reading_seq = $3, reading_at = $4, last_contact_at = $5 WHERE site_id = $1`,
      [site, to.epoch, to.seq, to.reading_at, to.contact_at],
    )
  },

  async touch(client: Queryable, site: string, contact_at: string) {
    await client.query(`UPDATE site_head SET last_contact_at = $2 WHERE site_id = $1`, [site, contact_at])
  },

  async raiseFork(client: Queryable, site: string, { fork, contact_at }: { fork: string; contact_at: string }) {
    await client.query(`UPDATE site_head SET fork = $2, last_contact_at = $3 WHERE site_id = $1`, [
      site,
      fork,
      contact_at,
    ])
  },

  /** A new epoch ends the alarm; readings that the box lost with it are numbered anew. */
  async beginEpoch(
    client: Queryable,
    site: string,
    { epoch, first_seq, first_reading }: { epoch: number; first_seq: number; first_reading: number },
  ) {
    await client.query(`INSERT INTO epoch (site_id, epoch, first_seq, first_reading) VALUES ($1, $2, $3, $4)`, [
      site,
      epoch,
      first_seq,
      first_reading,
    ])
    await client.query(
      `UPDATE site_head
       SET fork = NULL,
           reading_epoch = CASE WHEN reading_seq >= $3 THEN $2 ELSE reading_epoch END,
           reading_seq = CASE WHEN reading_seq >= $3 THEN $3 - 1 ELSE reading_seq END
       WHERE site_id = $1`,
      [site, epoch, first_reading],
    )
  },

  async epochReading(client: Queryable, site: string, epoch: number): Promise<number | null> {
    const { rows } = await client.query<{ first_reading: number }>(
      `SELECT first_reading FROM epoch WHERE site_id = $1 AND epoch = $2`,
      [site, epoch],
    )
    return rows[0]?.first_reading ?? null
  },
}
