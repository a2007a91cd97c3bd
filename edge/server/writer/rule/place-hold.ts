import type { Actor } from '@flowviz/contract/identity'
import { FINAL } from '@flowviz/contract/lot-word'
import type { HoldCause } from '@flowviz/contract/quality-word'
import type { Said } from '@flowviz/contract/said'
import type { LotPlace } from '../../store/lot-store.ts'
import { settingsOf } from '../../store/plan-record.ts'
import type { Context } from '../command-context.ts'

/** Lots that are to be held, by whom and why. */
export interface HoldOrder {
  actor: Actor
  cause: HoldCause
  reason: string
  /** The reason as data; null: it is in the words of a person. */
  said: Said | null
  /** Those that are destroyed, sent back, diverted or voided are passed over: nothing of them is left to be held. */
  lots: readonly LotPlace[]
  deviation_id?: string | null
  occurred_at?: string | null
}

/** Lots that one event names: a batch to headquarters has at most 1 MiB, so a large scope takes several events. */
export const LOTS_MAX = 1_000

/** A hold, and every lot that it holds. */
export interface PlacedHold {
  hold_id: string
  lot_ids: string[]
}

/**
 * Appends `hold.placed`, and where the site says so (`hold_descendants`) `hold.widened` for what was made of these lots.
 * Null, and nothing is appended, when no lot is left that could be held.
 */
export function placeHold(order: HoldOrder, context: Context): PlacedHold | null {
  const { actor, cause, reason, said, deviation_id = null, occurred_at = null } = order
  const held = order.lots.filter(holdable)
  if (held.length === 0) return null
  const hold_id = context.newId()
  const lot_ids = held.slice(0, LOTS_MAX).map(({ lot_id }) => lot_id)
  context.ledger.append({
    type: 'hold.placed',
    actor,
    subject: `hold:${hold_id}`,
    data: { hold_id, cause, deviation_id, reason, lot_ids, ...(said === null ? {} : { said }) },
    occurred_at,
  })
  const rest = widenHold({ hold_id, actor, cause, lots: held.slice(LOTS_MAX) }, context)
  const made = settingsOf(context.store).hold_descendants ? descendantsOf(held, context) : []
  const more = widenHold({ hold_id, actor, cause: 'descendant', lots: made }, context)
  return { hold_id, lot_ids: [...lot_ids, ...rest, ...more] }
}

/**
 * Appends `hold.widened` for those of the lots that the hold does not hold yet, and gives their ids; appends nothing
 * when it holds them all.
 */
export function widenHold(
  { hold_id, actor, cause, lots }: { hold_id: string; actor: Actor; cause: HoldCause; lots: readonly LotPlace[] },
  { store, ledger }: Context,
): string[] {
  if (lots.length === 0) return []
  const inside = new Set(store.holds.ofHold(hold_id).map(({ lot_key }) => lot_key))
  const lot_ids = lots.filter(lot => holdable(lot) && !inside.has(lot.lot_key)).map(({ lot_id }) => lot_id)
  for (let at = 0; at < lot_ids.length; at += LOTS_MAX)
    ledger.append({
      type: 'hold.widened',
      actor,
      subject: `hold:${hold_id}`,
      data: { hold_id, cause, lot_ids: lot_ids.slice(at, at + LOTS_MAX) },
    })
  return lot_ids
}

/** What was made of lots, each once, without these themselves. */
export function descendantsOf(lots: readonly LotPlace[], { store }: Pick<Context, 'store'>): LotPlace[] {
  const own = new Set(lots.map(({ lot_key }) => lot_key))
  const keys = new Set(lots.flatMap(({ lot_key }) => store.links.descendants(lot_key)))
  return [...keys].filter(key => !own.has(key)).flatMap(key => store.lots.byKey(key) ?? [])
}

const holdable = ({ status }: LotPlace): boolean => !FINAL.includes(status)
