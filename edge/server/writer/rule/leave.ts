import type { Waiting } from '@flowviz/contract/lane'
import { shownStatus } from '@flowviz/contract/lot-status'
import { USABLE } from '@flowviz/contract/lot-word'
import type { Location } from '@flowviz/contract/plant/location'
import { requireTurn } from '../../domain/lane.ts'
import type { LotPlace } from '../../store/lot-store.ts'
import type { StockRow } from '../../store/stock-store.ts'
import type { Context } from '../command-context.ts'
import { today } from './find.ts'

/** A lot on its way out of a place. */
export interface Leaving {
  lot: LotPlace
  location_id: string
  /** Why another lot is passed over, where one is. */
  reason?: string | undefined
  /** Lots that have no claim before it: those that leave with it, or are promised to somebody already. */
  beside?: readonly number[]
}

/**
 * The lots that a FIFO or FEFO lane would have given before this one, for the event to name. Lots that nobody may use
 * do not stand in the way of others, and leave a lane whenever they are taken away.
 * @throws FlowError lane_order (with `first`) when there are some and no reason is given.
 */
export function passOver({ lot, location_id, reason, beside = [] }: Leaving, context: Context): string[] {
  const { store } = context
  const { discipline } = (store.records.get('location', location_id)?.body.location ?? {}) as Partial<Location>
  if (discipline === undefined) return []
  const lane = waitingIn(location_id, context)
  const own = lane.find(({ lot_key }) => lot_key === lot.lot_key)
  if (own === undefined) return []
  const others = lane.filter(({ lot_key }) => !beside.includes(lot_key))
  return requireTurn(own, others, { discipline, reason: reason ?? null })
}

/** The usable lots of a place, each with its oldest arrival there. */
function waitingIn(location_id: string, context: Context): (Waiting & { lot_key: number })[] {
  const { store } = context
  const oldest = new Map<number, StockRow>()
  for (const row of store.stock.inLocation(location_id)) if (!oldest.has(row.lot_key)) oldest.set(row.lot_key, row)
  return [...oldest.values()].flatMap(({ lot_key, since_seq }) => {
    const lot = store.lots.byKey(lot_key)
    return lot !== null && isUsable(lot, today(context)) ? [{ ...lot, since_seq }] : []
  })
}

const isUsable = ({ status, holds, expires_on }: LotPlace, day: string): boolean =>
  USABLE.includes(shownStatus(status, holds)) && (expires_on === null || expires_on >= day)
