import { FlowError } from '@flowviz/contract/error'
import type { BoxStore, LedgerRules } from '../parts.ts'
import { boxKeys } from './box-key.ts'
import { inTransaction, type Pool, type Queryable } from './database.ts'
import { siteHeads } from './site-head.ts'

type Enrolled = Parameters<BoxStore['enrol']>[0]

/** Boxes, their keys and claims. */
export function boxStore(pool: Pool, rules: LedgerRules): BoxStore {
  return {
    keys: site => boxKeys(pool, site),

    async useToken({ site, jti, expires_at, now }) {
      await pool.query(`DELETE FROM used_token WHERE site_id = $1 AND expires_at < $2`, [site, now])
      const { rowCount } = await pool.query(
        `INSERT INTO used_token (site_id, jti, expires_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
        [site, jti, expires_at],
      )
      return rowCount === 1
    },

    async makeClaim({ site, code_sha256, made_by, expires_at }) {
      await pool.query(`INSERT INTO claim (site_id, code_sha256, made_by, expires_at) VALUES ($1, $2, $3, $4)`, [
        site,
        code_sha256,
        made_by,
        expires_at,
      ])
    },

    enrol: box => inTransaction(pool, client => enrol(client, rules, box)),
  }
}

async function enrol(client: Queryable, rules: LedgerRules, box: Enrolled): Promise<void> {
  const { site, site_name, public_key, now } = box
  await useClaim(client, box)
  const genesis = rules.genesis(site, public_key)
  await client.query(
    `INSERT INTO site (site_id, name, genesis, enrolled_at) VALUES ($1, $2, decode($3, 'hex'), $4)
     ON CONFLICT (site_id) DO UPDATE SET name = EXCLUDED.name`,
    [site, site_name, genesis, now],
  )
  await client.query(`UPDATE box SET revoked_at = $3 WHERE site_id = $1 AND public_key <> $2 AND revoked_at IS NULL`, [
    site,
    public_key,
    now,
  ])
  const { rowCount } = await client.query(
    `INSERT INTO box (site_id, public_key, enrolled_at) VALUES ($1, $2, $3)
     ON CONFLICT (site_id, public_key) DO UPDATE SET enrolled_at = EXCLUDED.enrolled_at WHERE box.revoked_at IS NULL`,
    [site, public_key, now],
  )
  // A key that was revoked may be in other hands: a new claim does not bring it back.
  if (rowCount === 0) throw new FlowError('box_revoked', 'This key was revoked; make a new one on the box.')
  const { rowCount: fresh } = await client.query(
    `UPDATE site SET genesis = decode($2, 'hex')
     WHERE site_id = $1 AND NOT EXISTS (SELECT 1 FROM site_head h WHERE h.site_id = $1 AND (h.seq > 0 OR h.epoch > 1))`,
    [site, genesis],
  )
  if (fresh === 1) await siteHeads.begin(client, site, genesis)
}

async function useClaim(client: Queryable, { site, code_sha256, now }: Enrolled): Promise<void> {
  const { rowCount } = await client.query(
    `UPDATE claim SET used_at = $3
     WHERE site_id = $1 AND code_sha256 = $2 AND used_at IS NULL AND expires_at > $3`,
    [site, code_sha256, now],
  )
  if (rowCount !== 1) throw new FlowError('claim_invalid')
}
