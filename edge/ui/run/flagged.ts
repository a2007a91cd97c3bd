import type { Hold } from '@flowviz/contract/hold'
import type { Lot } from '@flowviz/contract/lot'
import type { Taken } from './taken.ts'

const BAD: ReadonlySet<Lot['status']> = new Set(['HOLD', 'REJECTED', 'RECALLED'])

/** Lots that went in when nothing was known against them, and that are held, failed or recalled now. */
export function flaggedOf(
  taken: readonly Taken[],
  lots: readonly Pick<Lot, 'lot_id' | 'status'>[],
  holds: readonly Pick<Hold, 'lots'>[],
): Taken[] {
  const bad = new Set(lots.filter(({ status }) => BAD.has(status)).map(({ lot_id }) => lot_id))
  // What is used up is in no list of the house; its hold still names it.
  for (const hold of holds) for (const lot of hold.lots) if (lot.open || BAD.has(lot.status)) bad.add(lot.lot_id)
  return taken.filter(({ lot_id }) => bad.has(lot_id))
}
