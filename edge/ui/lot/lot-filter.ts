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

interface Seeking extends Sought {
  /** Begin and end of the day of `now` on this wall, ms since 1970. */
  day: readonly [from: number, to: number]
}

const PASSES: Record<Filter, (lot: KnownLot, of: Seeking) => boolean> = {
  today: ({ registered_at }, { day: [from, to] }) => {
    const at = Date.parse(registered_at)
    return at >= from && at < to
  },
  held: lot => lot.pending === undefined && HELD.has(lot.status),
  waiting: lot => lot.pending === true,
  mine: (lot, { person_id }) => person_id !== null && personOf(lot) === person_id,
  all_lots: () => true,
}

/** The lots that a list shows, in the order given. Pure. */
export function sought(lots: readonly KnownLot[], of: Sought): KnownLot[] {
  const { code, filter, now } = of
  if (code !== null) return lots.filter(lot => isNamed(lot, code))
  const seeking = { ...of, day: dayOf(now) }
  return lots.filter(lot => PASSES[filter](lot, seeking))
}

function dayOf(now: number): [from: number, to: number] {
  const at = new Date(now)
  const from = at.setHours(0, 0, 0, 0)
  return [from, at.setDate(at.getDate() + 1)]
}

const isNamed = (lot: KnownLot, code: string): boolean =>
  lot.lot_code === code || (lot.pending === undefined && (lot.lot_id === code || lot.supplier_lot_code === code))

const personOf = (lot: KnownLot): string | null => {
  if (lot.pending === true) return lot.person_id
  return lot.registered_by.kind === 'person' ? lot.registered_by.id : null
}
