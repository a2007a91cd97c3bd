import { bytesOf, genesisHash, hexOf, rowHash } from '@flowviz/contract/chain'
import { sha256 } from '../domain/hash.ts'
import type { Pool } from '../store/database.ts'

const PROJECTIONS = [
  'lot',
  'lot_standing',
  'hold_lot',
  'stock',
  'link',
  'gate',
  'gate_lot',
  'record',
  'recovered_event',
  'device',
  'dead_letter',
] as const

/** Every projected row of a site, as text, in a fixed order. */
export async function projectionsOf(pool: Pool, site: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const table of PROJECTIONS) {
    const { rows } = await pool.query<{ row: string }>(
      `SELECT row_to_json(t)::text AS row FROM ${table} t WHERE site_id = $1 ORDER BY 1`,
      [site],
    )
    found[table] = rows.map(one => one.row)
  }
  return found
}

/** The rows that are held of an epoch, and what their chain gives from the genesis on when it is computed anew. */
export async function chainOf(pool: Pool, site: string, publicKey: string) {
  const { rows } = await pool.query<{ seq: number; hash: Buffer; body: string }>(
    `SELECT seq, hash, body FROM ledger WHERE site_id = $1 AND epoch = 1 ORDER BY seq`,
    [site],
  )
  let hash = genesisHash(sha256, site, publicKey)
  const computed = rows.map(({ body }) => {
    hash = rowHash(sha256, hash, body)
    return hexOf(hash)
  })
  return {
    bodies: rows.map(row => row.body),
    stored: rows.map(row => hexOf(bytesOf(row.hash.toString('hex')))),
    computed,
  }
}
