import { timestampOf } from '@flowviz/contract/time'
import { requireUsable } from '../../../domain/use.ts'
import type { LotPlace } from '../../../store/lot-store.ts'
import type { Sqlite } from '../../../store/open.ts'
import { planOf } from '../../../store/plan-record.ts'
import { type PlantStore, plantStore } from '../../../store/plant-store.ts'
import { type Balance, stockProblems } from './stock.ts'
import type { Told } from './told.ts'
import { type Use, useProblems, whyNot } from './use.ts'

function isUsable(lot: LotPlace, use: Use, { store, day }: { store: PlantStore; day: string }): boolean {
  try {
    requireUsable(lot, use === 'ship' ? 'ship' : 'consume', { plan: planOf(lot, store).plan, today: day })
    return true
  } catch {
    return false
  }
}

const sorted = (of: Iterable<string>): string => [...of].sort().join()

/** Stock of a lot in its places, as text. */
const placesOf = (accounts: Iterable<readonly [string, Balance]>): string =>
  sorted([...accounts].map(([account, { weight_mg, count }]) => `${account} ${weight_mg} mg ${count}`))

/** Where the tables of the appliance say something else of a lot than the ledger says to who reads it alone. */
export function agreementProblems(db: Sqlite, told: readonly Told[], now_ms: number): string[] {
  const store = plantStore(db)
  const { memory } = useProblems(told)
  const { books } = stockProblems(told)
  const day = timestampOf(now_ms).slice(0, 10)
  return [...memory.lots].flatMap(([lot_id, known]) => {
    const lot = store.lots.byId(lot_id)!
    const usable = (['consume', 'ship'] as const).flatMap(use => {
      const why = whyNot(known, use, { plans: memory.plans, day })
      return why !== null && isUsable(lot, use, { store, day }) ? [`${lot.lot_code} could ${use}: ${why}`] : []
    })
    const holds = sorted(store.holds.openOf(lot.lot_key))
    const rows = store.stock.ofLot(lot.lot_key).map(({ location_id, hu_id, ...amount }) => {
      const place = hu_id === '' ? `location:${location_id}` : `location:${location_id}/hu:${hu_id}`
      return [place, amount] as const
    })
    const there = [...books.get(lot_id)!].filter(([account]) => account.startsWith('location:'))
    return [
      ...usable,
      ...(lot.gate_passed === known.gate ? [] : [`${lot.lot_code} is at gate ${lot.gate_passed}, not ${known.gate}`]),
      ...(holds === sorted(known.holds) ? [] : [`${lot.lot_code} is held by ${holds}, not by ${sorted(known.holds)}`]),
      ...(placesOf(rows) === placesOf(there) ? [] : [`${lot.lot_code} has ${placesOf(rows)}, not ${placesOf(there)}`]),
    ]
  })
}
