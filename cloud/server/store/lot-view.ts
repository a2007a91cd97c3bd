import type { HqLot, HqLotPage } from '@flowviz/contract/hq'
import type { Lot } from '@flowviz/contract/lot'
import type { LotQuery } from '../parts.ts'
import type { Queryable } from './database.ts'

interface LotRow {
  record: string
  code_conflict: boolean
  epoch: number
  seq: number
  hash: string
  received_at: Date
}

const lotOf = ({ record, code_conflict, epoch, seq, hash, received_at }: LotRow): HqLot => ({
  ...(JSON.parse(record) as Lot),
  seq,
  code_conflict,
  epoch,
  hash,
  received_at: received_at.toISOString(),
})

/** Where the page behind these lots begins; null behind the last one. */
function nextOf(lots: HqLot[], limit: number): string | null {
  const last = lots[limit - 1]
  if (lots.length <= limit || last === undefined) return null
  return Buffer.from(JSON.stringify([last.registered_at, last.lot_id])).toString('base64url')
}

/** One page of lots, newest first. `q` is looked for in code, product and supplier's code, in any case of letters. */
export async function lotPage(client: Queryable, { site, q, limit, cursor }: LotQuery): Promise<HqLotPage> {
  const { rows } = await client.query<LotRow>(
    `SELECT record, code_conflict, epoch, seq, hash, received_at
     FROM lot
     WHERE ($1::text IS NULL OR site_id = $1)
       AND ($2::text IS NULL OR position(lower($2) IN lower(concat_ws(' ', lot_code, product, supplier_lot_code))) > 0)
       AND ($3::timestamptz IS NULL OR (registered_at, lot_id) < ($3, $4::uuid))
     ORDER BY registered_at DESC, lot_id DESC
     LIMIT $5`,
    [site, q, cursor?.registered_at ?? null, cursor?.lot_id ?? null, limit + 1],
  )
  const lots = rows.map(lotOf)
  return { lots: lots.slice(0, limit), next: nextOf(lots, limit) }
}

/** One lot by its id, of whatever site; null when no site has it. */
export async function lotById(client: Queryable, lotId: string): Promise<HqLot | null> {
  const { rows } = await client.query<LotRow>(
    `SELECT record, code_conflict, epoch, seq, hash, received_at FROM lot WHERE lot_id = $1`,
    [lotId],
  )
  return rows[0] === undefined ? null : lotOf(rows[0])
}
