import { givenMg } from '@flowviz/contract/balance'
import { shownStatus } from '@flowviz/contract/lot-status'
import { type AccountNet, type LotSource, sumsOf, totalOf, unexplainedMg } from '@flowviz/contract/recall-balance'
import type { LotBalance, RecallTotal, RunShare } from '@flowviz/contract/recall-word'
import { eventIn } from './event-body.ts'
import type { LotPlace } from './lot-store.ts'
import type { PlantStore } from './plant-store.ts'
import type { ShippedLot } from './recall-consignee.ts'
import type { NetRow, ShippedRow } from './recall-store.ts'
import type { RunBody } from './run-record.ts'

type Stores = Pick<PlantStore, 'recalls' | 'records' | 'ledger'>

/** Where all of the lots is, and what the runs that they went into made of it. */
export interface ScopeBalance {
  lots: LotBalance[]
  runs: RunShare[]
  total: RecallTotal
}

/** The balance of lots as it is now, by the postings and by what stands in the places. */
export function scopeBalance(keys: readonly number[], stores: Stores): ScopeBalance {
  const { recalls } = stores
  const net = recalls.net(keys)
  const byLot = {
    net: Map.groupBy(net, ({ lot_key }) => lot_key),
    places: Map.groupBy(recalls.places(keys), ({ lot_key }) => lot_key),
    shipped: Map.groupBy(recalls.shipped(keys), ({ lot_key }) => lot_key),
  }
  const found = recalls.lots(keys)
  const lots = found.map(lot => {
    const places = (byLot.places.get(lot.lot_key) ?? []).map(({ location_id, weight_mg }) => ({
      location_id,
      weight_mg,
    }))
    const shipped = shippedOf(byLot.shipped.get(lot.lot_key) ?? [], stores)
    return lotBalance(lot, { net: byLot.net.get(lot.lot_key) ?? [], places, shipped })
  })
  const runs = runShares(net, stores)
  return { lots, runs, total: totalOf(lots, runs, sources(found, net, recalls)) }
}

/** What each of the lots was made of, in scope and outside of it. */
function sources(
  lots: readonly LotPlace[],
  net: readonly NetRow[],
  recalls: Stores['recalls'],
): (lotId: string) => LotSource {
  const ofScope = new Map<string, number>()
  for (const { account, weight_mg } of net)
    if (account.startsWith('lot:')) {
      const id = account.slice('lot:'.length)
      ofScope.set(id, (ofScope.get(id) ?? 0) + weight_mg)
    }
  const made = Map.groupBy(recalls.made(lots.map(({ lot_key }) => lot_key)), ({ lot_key }) => lot_key)
  const known = new Map(
    lots.map(({ lot_key, lot_id, lot_type }): [string, LotSource] => {
      const from = made.get(lot_key) ?? []
      const run_ids = from.flatMap(({ run_id }) => run_id ?? [])
      const of_lots_mg = from.reduce((sum, { run_id, weight_mg }) => sum + (run_id === null ? weight_mg : 0), 0)
      return [lot_id, { lot_type, run_ids, of_lots_mg, of_scope_mg: ofScope.get(lot_id) ?? 0 }]
    }),
  )
  return id => known.get(id)!
}

interface Known extends Pick<LotBalance, 'places' | 'shipped'> {
  net: readonly AccountNet[]
}

function lotBalance(lot: LotPlace, { net, places, shipped }: Known): LotBalance {
  const { lot_id, lot_code, item_id, status, holds, weight_mg: registered_mg } = lot
  const on_hand_mg = places.reduce((sum, { weight_mg }) => sum + weight_mg, 0)
  const sums = sumsOf(net)
  return {
    lot_id,
    lot_code,
    item_id,
    status: shownStatus(status, holds),
    registered_mg,
    ...sums,
    on_hand_mg,
    unexplained_mg: unexplainedMg(registered_mg, on_hand_mg, sums),
    places,
    shipped,
  }
}

/** Those of the lots of which anything was shipped, with what it was. */
export function shippedLots(keys: readonly number[], stores: Stores): ShippedLot[] {
  const rows = Map.groupBy(stores.recalls.shipped(keys), ({ lot_key }) => lot_key)
  return stores.recalls
    .lots([...rows.keys()])
    .map(({ lot_key, lot_id, lot_code }) => ({ lot_id, lot_code, shipped: shippedOf(rows.get(lot_key)!, stores) }))
}

/** What went to each customer with each shipment, and came back of it. */
function shippedOf(rows: readonly ShippedRow[], { ledger }: Stores): LotBalance['shipped'] {
  const found = new Map<string, LotBalance['shipped'][0]>()
  for (const { customer_id, weight_mg, seq } of rows) {
    const { data } = eventIn(ledger.row(seq)!.body) as { data?: { shipment_id?: string; shipped_at?: string } }
    const shipment_id = data?.shipment_id ?? null
    const key = `${customer_id}/${shipment_id}`
    const before = found.get(key) ?? { customer_id, shipment_id, shipped_at: null, shipped_mg: 0, returned_mg: 0 }
    found.set(key, {
      ...before,
      shipped_at: before.shipped_at ?? data?.shipped_at ?? null,
      shipped_mg: before.shipped_mg + Math.max(weight_mg, 0),
      returned_mg: before.returned_mg + Math.max(-weight_mg, 0),
    })
  }
  return [...found.values()]
}

const UNFINISHED: readonly string[] = ['DRAFT', 'RELEASED', 'PRE_OP', 'RUNNING', 'PAUSED']

/** The runs that took any of the lots in and kept it. */
function runShares(net: readonly NetRow[], { records }: Stores): RunShare[] {
  const shares = new Map<string, number>()
  for (const { account, weight_mg } of net)
    if (account.startsWith('run:')) {
      const run_id = account.slice('run:'.length)
      shares.set(run_id, (shares.get(run_id) ?? 0) + weight_mg)
    }
  return [...shares].flatMap(([run_id, scope_mg]) => {
    const record = records.get('run', run_id)
    if (record === null || scope_mg === 0) return []
    const { run_code, totals } = record.body as unknown as RunBody
    const state = record.state ?? ''
    const given_mg = givenMg(totals)
    const left = totals.input_mg - given_mg
    const ended = !UNFINISHED.includes(state)
    return {
      run_id,
      run_code,
      state,
      scope_mg,
      ...totals,
      given_mg,
      in_process_mg: ended ? 0 : left,
      unexplained_mg: ended ? left : 0,
    }
  })
}
