import type { Queryable } from '../database.ts'
import type { Place } from './event.ts'

/** A lot under a hold, or no longer. */
export interface HeldLot extends Place {
  hold_id: string
  lot_id: string
  open: boolean
}

export const nameOf = ({ hold_id, lot_id }: Pick<HeldLot, 'hold_id' | 'lot_id'>) => `${hold_id}/${lot_id}`

/** Those of some pairs that are known, by name. */
export async function heldLots(
  client: Queryable,
  site: string,
  pairs: Pick<HeldLot, 'hold_id' | 'lot_id'>[],
): Promise<Map<string, HeldLot>> {
  if (pairs.length === 0) return new Map()
  const { rows } = await client.query<HeldLot>(
    `SELECT DISTINCT h.hold_id, h.lot_id, h.open, h.epoch, h.seq
     FROM json_to_recordset($2::json) AS r (hold_id uuid, lot_id uuid)
     JOIN hold_lot h ON h.site_id = $1 AND h.hold_id = r.hold_id AND h.lot_id = r.lot_id`,
    [site, JSON.stringify(pairs.map(({ hold_id, lot_id }) => ({ hold_id, lot_id })))],
  )
  return new Map(rows.map(row => [nameOf(row), row]))
}

export async function keepHeldLots(client: Queryable, site: string, held: HeldLot[]): Promise<void> {
  if (held.length === 0) return
  await client.query(
    `INSERT INTO hold_lot (site_id, hold_id, lot_id, open, epoch, seq)
     SELECT $1, r.hold_id, r.lot_id, r.open, r.epoch, r.seq
     FROM json_to_recordset($2::json) AS r (hold_id uuid, lot_id uuid, open boolean, epoch bigint, seq bigint)
     ON CONFLICT (site_id, hold_id, lot_id) DO UPDATE
     SET open = EXCLUDED.open, epoch = EXCLUDED.epoch, seq = EXCLUDED.seq`,
    [site, JSON.stringify(held)],
  )
}
