import { decimalOf } from '@flowviz/contract/decimal'
import type { LinkedLot } from '@flowviz/contract/stock-view'
import type { LinkRow, LinkStore } from './link-store.ts'
import type { LotStore } from './lot-store.ts'

type Stores = { links: LinkStore; lots: LotStore }
type Way = 'up' | 'down'

/**
 * The lots one step away from a lot: those that it was made of (`up`) or that were made of it (`down`). A run stands
 * between them, with all of its stages on that side, and is named; it is no step of its own.
 */
export function linkedLots(lotKey: number, way: Way, { links, lots }: Stores): LinkedLot[] {
  const next = (node: number) => (way === 'up' ? links.into(node) : links.from(node))
  const end = (row: LinkRow) => (way === 'up' ? row.src : row.dst)
  const found = next(lotKey)
    .filter(row => end(row) > 0)
    .map(row => ({ row, run_id: null as string | null }))
  const stages = next(lotKey).flatMap(row => (end(row) < 0 ? [end(row)] : []))
  const seen = new Set<number>()
  for (let stage = stages.shift(); stage !== undefined; stage = stages.shift()) {
    if (seen.has(stage)) continue
    seen.add(stage)
    const run_id = links.stage(stage)?.run_id ?? null
    for (const row of next(stage)) {
      if (end(row) < 0) stages.push(end(row))
      else found.push({ row, run_id })
    }
  }
  return found.flatMap(({ row, run_id }) => {
    const lot = lots.byKey(end(row))
    if (lot === null) return []
    const { lot_id, lot_code, lot_type } = lot
    const { kind, weight_mg, count, seq } = row
    return [{ lot_id, lot_code, lot_type, kind, run_id, weight_kg: decimalOf(weight_mg, 6), weight_mg, count, seq }]
  })
}
