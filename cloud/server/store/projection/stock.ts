import { spotOf } from '@flowviz/contract/posting'
import type { Queryable } from '../database.ts'
import { only, type ToldChange } from './change.ts'

/** What a batch adds to the stock of a lot at a place, or takes from it. */
interface StockSum {
  lot_id: string
  location_id: string
  hu_id: string
  weight_mg: number
  count: number
}
type Amount = { weight_mg: number; count: number | null }

/** Sums of postings by lot and place: a registration brings the lot's weight, a posting leaves one account for another. */
export async function projectStock(client: Queryable, site: string, told: ToldChange[]): Promise<void> {
  const sums = new Map<string, StockSum>()
  for (const { change } of only(told, 'lot', 'stock')) {
    if (change.to === 'lot') add(sums, { ...change.lot, hu_id: '' }, change.lot)
    else {
      const { lot_id, from, to, quantity } = change.posting
      const { weight_mg, count } = quantity
      for (const [account, amount] of [
        [from, { weight_mg: -weight_mg, count: count === null ? null : -count }],
        [to, quantity],
      ] as const) {
        const spot = spotOf(account)
        if (spot !== null) add(sums, { lot_id, location_id: spot.location_id, hu_id: spot.hu_id ?? '' }, amount)
      }
    }
  }
  await keepSums(client, site, [...sums.values()])
}

function add(sums: Map<string, StockSum>, at: Omit<StockSum, keyof Amount>, amount: Amount): void {
  const { lot_id, location_id, hu_id } = at
  const key = `${lot_id}/${location_id}/${hu_id}`
  const sum = sums.get(key) ?? { lot_id, location_id, hu_id, weight_mg: 0, count: 0 }
  sum.weight_mg += amount.weight_mg
  sum.count += amount.count ?? 0
  if (!Number.isSafeInteger(sum.weight_mg) || !Number.isSafeInteger(sum.count))
    throw new RangeError(`the stock of lot ${lot_id} cannot be summed exactly`)
  sums.set(key, sum)
}

async function keepSums(client: Queryable, site: string, sums: StockSum[]): Promise<void> {
  if (sums.length === 0) return
  await client.query(
    `INSERT INTO stock AS s (site_id, lot_id, location_id, hu_id, weight_mg, count)
     SELECT $1, r.lot_id, r.location_id, r.hu_id, r.weight_mg, r.count
     FROM json_to_recordset($2::json)
       AS r (lot_id uuid, location_id text, hu_id text, weight_mg bigint, count bigint)
     ON CONFLICT (site_id, lot_id, location_id, hu_id) DO UPDATE
     SET weight_mg = s.weight_mg + EXCLUDED.weight_mg, count = s.count + EXCLUDED.count`,
    [site, JSON.stringify(sums)],
  )
}
