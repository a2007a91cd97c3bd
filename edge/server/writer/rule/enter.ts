import type { Actor } from '@flowviz/contract/identity'
import type { Location } from '@flowviz/contract/plant/location'
import { type Arriving, type Filling, requireCapacity, requireFit } from '../../domain/room.ts'
import type { Context } from '../command-context.ts'
import { holdOnEntry } from '../monitor-hold.ts'

/** Stock that is about to stand in a place. */
export interface Arrival {
  weight_mg: number
  /** Lots that are there already take no further room; a lot that is not registered yet has no key. */
  lots: readonly (Arriving & { lot_key: number | null })[]
  /** What leaves the place by the same act, such as the source of a split. */
  leaving?: Filling
}

/** A lot that is about to be registered: nobody has held it yet. */
export const newcomer = (lot_code = 'to come'): Arrival['lots'][number] => ({
  lot_key: null,
  lot_code,
  status: 'PENDING_QC',
  holds: 0,
})

/**
 * Refuses stock that a place has no room for, or that is held, rejected or recalled where such stock may not stand.
 * Asked before anything is appended, by whatever brings stock into a place: a move, a receipt, a split, an output.
 * @throws FlowError location_unfit
 */
export function requireRoom(location: Location, arrival: Arrival, { store }: Context): void {
  requireFit(location, arrival.lots)
  if (location.capacity_kg === undefined && location.capacity_lots === undefined) return
  const present = new Set(store.stock.inLocation(location.location_id).map(({ lot_key }) => lot_key))
  const more = arrival.lots.filter(({ lot_key }) => lot_key === null || !present.has(lot_key)).length
  const { weight_mg, lots } = arrival.leaving ?? { weight_mg: 0, lots: 0 }
  requireCapacity(location, store.stock.filled(location.location_id), {
    weight_mg: arrival.weight_mg - weight_mg,
    lots: more - lots,
  })
}

/** Lots whose stock has come to a place. */
export interface Entry {
  lot_ids: readonly string[]
  location_id: string
}

/**
 * What follows when stock has come to stand in a place: called after the event that brought it, by everything that
 * brings stock into one.
 */
export function entered(entry: Entry, { context }: { actor: Actor; context: Context }): void {
  holdOnEntry(entry, context)
}
