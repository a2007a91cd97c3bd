import { dayText } from '@flowviz/contract/screen/format'
import type { KnownLot } from './pending-lots.ts'

export const FILTERS = ['today', 'held', 'waiting', 'mine', 'all_lots'] as const
export type Filter = (typeof FILTERS)[number]

/** Rows that a tablet draws at once; a scan finds the others. */
export const ROWS_MAX = 200

export interface Sought {
  filter: Filter
  /** A code that was scanned; it is looked for in all lots, whatever the filter. */
  code: string | null
  person_id: string | null
  now: number
}

const HELD: ReadonlySet<string> = new Set(['HOLD', 'REJECTED', 'RECALLED'])

const PASSES: Record<Filter, (lot: KnownLot, of: Sought) => boolean> = {
  today: (lot, { now }) => dayText(lot.registered_at) === dayText(now),
  held: lot => lot.pending === undefined && HELD.has(lot.status),
  waiting: lot => lot.pending === true,
  mine: (lot, { person_id }) => person_id !== null && personOf(lot) === person_id,
  all_lots: () => true,
}

/** The lots that a list shows, in the order given. Pure. */
export function sought(lots: readonly KnownLot[], of: Sought): KnownLot[] {
  const { code } = of
  return lots.filter(lot => (code === null ? PASSES[of.filter](lot, of) : isNamed(lot, code)))
}

const isNamed = (lot: KnownLot, code: string): boolean =>
  lot.lot_code === code || (lot.pending === undefined && (lot.lot_id === code || lot.supplier_lot_code === code))

const personOf = (lot: KnownLot): string | null => {
  if (lot.pending === true) return lot.person_id
  return lot.registered_by.kind === 'person' ? lot.registered_by.id : null
}
