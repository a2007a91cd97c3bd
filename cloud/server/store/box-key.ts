import type { BoxKey } from '../parts.ts'
import type { Queryable } from './database.ts'

/** Every key that a box of this site ever had, the present one first. */
export async function boxKeys(client: Queryable, site: string): Promise<BoxKey[]> {
  const { rows } = await client.query<BoxKey>(
    `SELECT public_key, revoked_at IS NOT NULL AS revoked
     FROM box WHERE site_id = $1
     ORDER BY revoked_at DESC NULLS FIRST`,
    [site],
  )
  return rows
}
