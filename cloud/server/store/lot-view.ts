import { decimalOf } from '@flowviz/contract/decimal'
import { HqLot, type HqLotPage } from '@flowviz/contract/hq'
import type { LotStatus } from '@flowviz/contract/lot-word'
import type { LotQuery } from '../parts.ts'
import { cursorOf } from './cursor.ts'
import type { Queryable } from './database.ts'
import { shapedAs } from './record-view.ts'

interface LotRow {
  record: string
  code_conflict: boolean
  epoch: number
  seq: number
  hash: string
  received_at: Date
  status: LotStatus
  base_status: LotStatus
  open_holds: number
  gate_passed: number
  on_hand_mg: string
  on_hand_count: string
  location_ids: string[]
}

function lotOf({ record, received_at, on_hand_mg, on_hand_count, ...row }: LotRow): HqLot {
  const registered = JSON.parse(record) as Record<string, unknown>
  const mg = Number(on_hand_mg)
  return shapedAs(HqLot, {
    ...registered,
    ...row,
    on_hand_mg: mg,
    on_hand_kg: decimalOf(mg, 6),
    on_hand_count: registered.count === undefined ? null : Number(on_hand_count),
    received_at: received_at.toISOString(),
  })
}

/** One page of lots, newest first. `q` is looked for in code, product and supplier's code, in any case of letters. */
export async function lotPage(client: Queryable, query: LotQuery): Promise<HqLotPage> {
  const { site, q, status, limit, cursor } = query
  const { rows } = await client.query<LotRow>(
    `SELECT l.record, l.code_conflict, l.epoch, l.seq, l.hash, l.received_at,
            s.shown AS status, s.status AS base_status, s.holds AS open_holds, s.gate_passed,
            k.on_hand_mg, k.on_hand_count, k.location_ids
     FROM lot l
     JOIN lot_standing s ON s.site_id = l.site_id AND s.lot_id = l.lot_id
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(weight_mg), 0) AS on_hand_mg, coalesce(sum(count), 0) AS on_hand_count,
              coalesce(array_agg(DISTINCT location_id ORDER BY location_id), '{}') AS location_ids
       FROM stock WHERE stock.site_id = l.site_id AND stock.lot_id = l.lot_id AND weight_mg <> 0) k
     WHERE ($1::text IS NULL OR l.site_id = $1)
       AND ($2::text IS NULL
            OR position(lower($2) IN lower(concat_ws(' ', l.lot_code, l.product, l.supplier_lot_code))) > 0)
       AND ($3::timestamptz IS NULL OR (l.registered_at, l.lot_id) < ($3, $4::uuid))
       AND ($5::text IS NULL OR s.shown = $5)
     ORDER BY l.registered_at DESC, l.lot_id DESC
     LIMIT $6`,
    [site, q, cursor?.registered_at ?? null, cursor?.lot_id ?? null, status, limit + 1],
  )
  const lots = rows.slice(0, limit).map(lotOf)
  const last = lots.at(-1)
  return { lots, next: rows.length > limit && last ? cursorOf(last.registered_at, last.lot_id) : null }
}

/** Lots by their ids, of whatever site, in no order; an id that no site has gives none. */
export async function lotsById(client: Queryable, lotIds: readonly string[]): Promise<HqLot[]> {
  const { rows } = await client.query<LotRow>(
    `SELECT l.record, l.code_conflict, l.epoch, l.seq, l.hash, l.received_at,
            s.shown AS status, s.status AS base_status, s.holds AS open_holds, s.gate_passed,
            k.on_hand_mg, k.on_hand_count, k.location_ids
     FROM lot l
     JOIN lot_standing s ON s.site_id = l.site_id AND s.lot_id = l.lot_id
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(weight_mg), 0) AS on_hand_mg, coalesce(sum(count), 0) AS on_hand_count,
              coalesce(array_agg(DISTINCT location_id ORDER BY location_id), '{}') AS location_ids
       FROM stock WHERE stock.site_id = l.site_id AND stock.lot_id = l.lot_id AND weight_mg <> 0) k
     WHERE l.lot_id = ANY ($1::uuid[])`,
    [lotIds],
  )
  return rows.map(lotOf)
}
