import { decimalOf } from '@flowviz/contract/decimal'
import type { HandlingUnit } from '@flowviz/contract/logistics-view'
import type { LotStore } from './lot-store.ts'
import type { Sqlite } from './open.ts'
import type { StoredRecord } from './record-store.ts'
import type { StockStore } from './stock-store.ts'

export type HuStore = ReturnType<typeof huStore>

/** Handling units by what their label says. */
export function huStore(db: Sqlite) {
  const bySscc = db
    .prepare<[string], string>("SELECT id FROM record WHERE kind = 'hu' AND body ->> '$.sscc' = ? LIMIT 1")
    .pluck()
  // Numbers of one block have one length and one beginning: the highest as text is the last one given.
  const last = db
    .prepare<[string, string], string | null>(
      `SELECT max(body ->> '$.sscc') FROM record WHERE kind = 'hu' AND body ->> '$.sscc' BETWEEN ? AND ?`,
    )
    .pluck()
  return {
    /** The highest SSCC between two, both included; null when none is given. */
    lastSscc: (first: string, to: string): string | null => last.get(first, to) ?? null,
    /** Id of the handling unit with a serial shipping container code. */
    bySscc: (sscc: string): string | null => bySscc.get(sscc) ?? null,
  }
}

type Fields = Pick<HandlingUnit, 'hu_id' | 'sscc' | 'kind' | 'location_id'>

/** A handling unit with what stands in it now. */
export function huView({ state, body }: StoredRecord, store: { lots: LotStore; stock: StockStore }): HandlingUnit {
  const { hu_id, sscc, kind, location_id } = body as unknown as Fields
  const contents = store.stock.inHu(location_id, hu_id).map(({ lot_key, weight_mg, count, since }) => {
    const { lot_id, lot_code } = store.lots.byKey(lot_key)!
    return { lot_id, lot_code, weight_kg: decimalOf(weight_mg, 6), weight_mg, count, since }
  })
  return { hu_id, sscc, kind, location_id, state: state === 'SHIPPED' ? 'SHIPPED' : 'ACTIVE', contents }
}
