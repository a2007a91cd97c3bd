import type { Lot } from '@flowviz/contract/lot'

/** Tiles of what came last. */
export const RECENT_MAX = 6

type Came = Pick<Lot, 'seq' | 'origin' | 'item_id' | 'supplier_id' | 'registered_by'>

/** The ids that came in last, newest first: those of this station before those of the rest of the plant. */
export function recentIds(lots: readonly Came[], pick: (lot: Came) => string | null, station: string | null): string[] {
  const came = lots
    .filter(({ origin }) => origin === 'registered' || origin === 'received')
    .sort((a, b) => Number(isHere(b, station)) - Number(isHere(a, station)) || b.seq - a.seq)
  const ids = new Set<string>()
  for (const lot of came) {
    const id = pick(lot)
    if (id !== null) ids.add(id)
    if (ids.size === RECENT_MAX) break
  }
  return [...ids]
}

function isHere({ registered_by }: Came, station: string | null): boolean {
  return station !== null && registered_by.kind === 'person' && registered_by.station === station
}
