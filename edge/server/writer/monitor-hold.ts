import type { Actor } from '@flowviz/contract/identity'
import { FINAL } from '@flowviz/contract/lot-word'
import type { Location } from '@flowviz/contract/plant/location'
import { type Spoken, tell } from '@flowviz/contract/sentence'
import type { LotPlace } from '../store/lot-store.ts'
import type { Context } from './command-context.ts'
import { placeHold, widenHold } from './rule/place-hold.ts'

type Store = Pick<Context, 'store'>

const PAGE = 500
/** Later than anything that has happened. */
export const FOREVER = '9999-12-31T23:59:59.999Z'

/** The box itself: nobody clicked. */
export const boxOf = ({ site }: Pick<Context, 'site'>): Actor => ({
  kind: 'box',
  id: site,
  role: null,
  station: null,
  device: null,
  auth: 'box_key',
})

/** A place and everything that stands in it, at any depth. */
function roomsOf(locationId: string, { store }: Store): string[] {
  const inside = new Map<string, string[]>()
  let before: { at: number; id: string } | undefined
  for (;;) {
    const page = store.records.page({ kind: 'location', before, limit: PAGE })
    for (const { id, body } of page) {
      const parent = (body.location as Location).parent_id
      if (parent !== undefined) inside.set(parent, [...(inside.get(parent) ?? []), id])
    }
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) break
    before = { at: last.at, id: last.id }
  }
  // A set takes each place once, so a chain that bites its tail ends too.
  const rooms = new Set([locationId])
  for (const room of rooms) for (const child of inside.get(room) ?? []) rooms.add(child)
  return [...rooms]
}

/** A place and the places that it stands in. */
function chainOf(locationId: string, { store }: Store): Set<string> {
  const chain = new Set<string>()
  for (let id: string | undefined = locationId; id !== undefined && !chain.has(id); ) {
    chain.add(id)
    id = (store.records.get('location', id)?.body.location as Location | undefined)?.parent_id
  }
  return chain
}

/** Lots that stood in a place, or in one inside it, at any moment between two times, and of which something is left to hold. */
export function lotsInside(locationId: string, { from, to }: { from: string; to: string }, context: Store): LotPlace[] {
  const { store } = context
  const keys = new Set<number>()
  for (const room of roomsOf(locationId, context)) for (const key of store.stock.present(room, from, to)) keys.add(key)
  return [...keys].sort((a, b) => a - b).flatMap(key => holdable(store.lots.byKey(key)))
}

const holdable = (lot: LotPlace | null): LotPlace[] => (lot === null || FINAL.includes(lot.status) ? [] : [lot])

/** Lots of an excursion that are to be held with those that are. */
export interface ExcursionHold {
  deviation_id: string
  hold_id: string | null
  why: Spoken
  lots: readonly LotPlace[]
}

/**
 * Holds what the deviation does not hold yet: in its hold while that is open, else in a new one, because a hold about
 * which people have decided takes no more. Gives the id of the hold that is open now.
 */
export function holdMore({ deviation_id, hold_id, why, lots }: ExcursionHold, context: Context): string | null {
  const { store } = context
  const held = (lot: LotPlace) =>
    store.holds.openOf(lot.lot_key).some(id => store.records.get('hold', id)?.body.deviation_id === deviation_id)
  const fresh = lots.filter(lot => !held(lot))
  const state = hold_id === null ? null : store.records.get('hold', hold_id)?.state
  const open = state === 'OPEN' || state === 'UNDER_REVIEW' ? hold_id : null
  const order = { actor: boxOf(context), cause: 'excursion' as const, lots: fresh }
  const { text: reason, said } = why
  if (open === null) return placeHold({ ...order, reason, said, deviation_id }, context)?.hold_id ?? hold_id
  widenHold({ ...order, hold_id: open }, context)
  return open
}

/**
 * Holds lots that enter a place while it is in a confirmed excursion. To be called in the transaction of whatever
 * brings them there, after its event; it appends nothing where nothing is wrong.
 */
export function holdOnEntry(
  { lot_ids, location_id }: { lot_ids: readonly string[]; location_id: string },
  context: Context,
): void {
  const { store } = context
  const confirmed = store.monitors.confirmed()
  if (confirmed.length === 0) return
  const chain = chainOf(location_id, context)
  for (const { monitor_id, state } of confirmed) {
    const { excursion } = state
    const deviation_id = excursion?.deviation_id ?? null
    if (excursion === null || deviation_id === null || !chain.has(state.location_id)) continue
    const lots = lot_ids.flatMap(id => holdable(store.lots.byId(id)))
    const why = tell('entered_excursion', { location_id, monitor_id })
    const hold_id = holdMore({ deviation_id, hold_id: excursion.hold_id, why, lots }, context)
    if (hold_id !== excursion.hold_id)
      store.monitors.put(monitor_id, { ...state, excursion: { ...excursion, hold_id } })
  }
}
