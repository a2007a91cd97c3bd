import type { LedgerEvent } from '@flowviz/contract/event'
import type { RecallDirection, RecallStart } from '@flowviz/contract/recall-word'
import { PRE_OP_GATE } from '../../domain/line-clearance.ts'
import { betweenCleanings } from '../../domain/recall.ts'
import { lotsBeside, STILL } from '../../domain/same-room.ts'
import { eventOf } from '../../store/event-body.ts'
import { registrationIn } from '../../store/lot-row.ts'
import type { LotPlace } from '../../store/lot-store.ts'
import type { Context } from '../command-context.ts'

type Store = Pick<Context, 'store' | 'ledger'>

/** How far a scope goes beyond what it starts with. */
export interface Reach {
  direction: RecallDirection
  include_rework: boolean
  include_same_room: boolean
}

/** Keys of the lots that fit every criterion of a start. */
export function startKeys(start: RecallStart, context: Store): number[] {
  const { store } = context
  const { lot_ids, supplier_id, supplier_lot_code, item_id, line, until_cleaning } = start
  const found = [
    ...(lot_ids === undefined ? [] : [lot_ids.flatMap(id => store.lots.keyOf(id) ?? [])]),
    ...(supplier_lot_code === undefined ? [] : [store.recalls.ofTlc(supplier_lot_code)]),
    ...(item_id === undefined ? [] : [store.recalls.ofItem(item_id)]),
    ...(line === undefined ? [] : [store.lots.ofLine(line, 0).map(({ lot_key }) => lot_key)]),
    ...(until_cleaning === undefined ? [] : [madeUntilCleaning(until_cleaning, context)]),
    // By the index of the ledger, unless few lots are left to be asked themselves.
    ...(supplier_id === undefined || supplier_lot_code !== undefined ? [] : [ofSupplier(supplier_id, context)]),
  ]
  const [first = [], ...rest] = found.map(keys => new Set(keys))
  const both = [...first].filter(key => rest.every(keys => keys.has(key)))
  return both.filter(key => fits(key, start, context)).sort((a, b) => a - b)
}

/** Keys of everything in scope, what it starts with among them. @throws FlowError trace_too_large */
export function scopeKeys(start: readonly number[], reach: Reach, { store }: Store): number[] {
  const { direction, include_rework: rework, include_same_room } = reach
  const ways = direction === 'both' ? (['forward', 'backward'] as const) : [direction]
  const own = new Set(ways.flatMap(way => store.recalls.closure(start, { way, rework })))
  if (!include_same_room) return [...own].sort((a, b) => a - b)
  const beside = lotsBeside([...own], store.stays)
  // What stood beside it may have been tainted, and then what was made of that is.
  const all = new Set([...own, ...store.recalls.closure([...beside], { way: 'forward', rework })])
  return [...all].sort((a, b) => a - b)
}

/** Registered by a supplier and in a time, as far as the start says either. */
function fits(key: number, { supplier_id, supplier_lot_code, from, to }: RecallStart, { store }: Store): boolean {
  const asksSupplier = supplier_id !== undefined && supplier_lot_code !== undefined
  if (!asksSupplier && from === undefined && to === undefined) return true
  const lot = store.lots.byKey(key)
  if (lot === null) return false
  const { data, ...event } = registrationIn(store.ledger.row(lot.seq)!.body)
  if (asksSupplier && data.more?.supplier_id !== supplier_id) return false
  return within(event, { from, to })
}

/** Either clock counts: that of the floor may be wrong, and that of the server is late where something was entered late. */
function within(
  { occurred_at, recorded_at }: { occurred_at: string; recorded_at: string },
  { from = '', to = STILL }: { from?: string | undefined; to?: string | undefined },
): boolean {
  return [occurred_at, recorded_at].some(at => at >= from && at <= to)
}

function ofSupplier(supplierId: string, { store, ledger }: Store): number[] {
  const page = { below: ledger.seq() + 1, limit: Number.MAX_SAFE_INTEGER }
  const told = store.history.page({ subject: `party:${supplierId}` }, page).flatMap(one => one.told)
  return (told as LedgerEvent[]).flatMap(event =>
    event.type === 'lot.registered' && event.data.more?.supplier_id === supplierId
      ? (store.lots.keyOf(event.data.lot_id) ?? [])
      : [],
  )
}

function madeUntilCleaning({ line, at }: NonNullable<RecallStart['until_cleaning']>, context: Store): number[] {
  const { store, ledger } = context
  const window = betweenCleanings(cleanings(line, context), at ?? ledger.stamp())
  const made = ({ seq }: LotPlace) => within(registrationIn(store.ledger.row(seq)!.body), window)
  return store.lots
    .ofLine(line, 0)
    .filter(made)
    .map(({ lot_key }) => lot_key)
}

function* cleanings(line: string, { store }: Store): Generator<{ occurred_at: string; entered_late: boolean }> {
  for (const seq of store.gates.goods(line, PRE_OP_GATE)) {
    const event = eventOf('gate.decided', store.ledger.row(seq)?.body)
    if (event !== null) yield { occurred_at: event.occurred_at, entered_late: event.data.entered_late }
  }
}
