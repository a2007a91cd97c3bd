import type { Actor } from '@flowviz/contract/identity'
import type { LotPlace } from '../../store/lot-store.ts'
import { settingsOf } from '../../store/plan-record.ts'
import type { Context } from '../command-context.ts'
import { widenHold } from './place-hold.ts'

/**
 * A lot that a run gives out after something in it was held is held with it, where the site holds descendants
 * (food-domain H3): what was made before was held when the hold was placed.
 */
export function inheritHolds(lot: LotPlace, of: { actor: Actor; run_id: string }, context: Context): void {
  const { store } = context
  if (!settingsOf(store).hold_descendants) return
  const inputs = new Set(
    store.links.nodesOfRun(of.run_id).flatMap(node => store.links.into(node).map(({ src }) => src)),
  )
  const holds = new Set([...inputs].filter(key => key > 0).flatMap(key => store.holds.openOf(key)))
  for (const hold_id of holds) widenHold({ hold_id, actor: of.actor, cause: 'descendant', lots: [lot] }, context)
}
