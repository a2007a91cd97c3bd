import { FlowError } from '@flowviz/contract/error'
import type { EventType } from '@flowviz/contract/event'
import type { Actor } from '@flowviz/contract/identity'
import { eventOf } from '../../store/event-body.ts'
import type { LotPlace } from '../../store/lot-store.ts'
import type { Context } from '../command-context.ts'
import { findLot, lotView } from './find.ts'
import type { Rules } from './rule.ts'
import { takeStock } from './take.ts'

const UNDO_MS = 15 * 60_000
/** What says nothing of the lot itself: labels that came out, photos, tries that were refused. */
const HARMLESS: ReadonlySet<string> = new Set<EventType>([
  'lot.registered',
  'print.queued',
  'print.sent',
  'print.done',
  'print.failed',
  'attachment.added',
  'step.refused',
  'tablet.questioned',
])
/** A lot with more than this in its first minutes is in use. */
const LOOK = 50

export const UNDO_RULES = {
  /** @throws FlowError lot_not_found, lot_unusable, undo_not_yours, undo_too_late, lot_in_use. */
  'undo-lot': ({ actor, params }, context) => {
    const lot = findLot(params.lot_id, context)
    if (lot.status === 'VOIDED') throw new FlowError('lot_unusable', `Lot ${lot.lot_code} is voided already.`)
    requireFresh(lot, actor, context)
    requireUntouched(lot, context)
    const { weight_kg, weight_mg, count } = lotView(lot, context)
    const postings = takeStock({ lot, quantity: { weight_kg, weight_mg, count }, to: 'void' }, context)
    const data = { lot_id: lot.lot_id, postings, cause: 'undone' as const }
    context.ledger.append({ type: 'lot.voided', actor, subject: `lot:${lot.lot_id}`, data })
    return lotView(lot, context)
  },
} satisfies Partial<Rules>

function requireFresh(lot: LotPlace, actor: Actor, { store, ledger }: Context): void {
  const registered = eventOf('lot.registered', store.ledger.row(lot.seq)?.body)
  const by = registered?.actor
  const isTheirs = by?.id === actor.id || (by?.device != null && by.device === actor.device)
  if (!isTheirs) throw new FlowError('undo_not_yours')
  if (Date.parse(ledger.stamp()) - Date.parse(registered!.recorded_at) > UNDO_MS) throw new FlowError('undo_too_late')
  if ((registered!.data.more?.origin ?? 'registered') !== 'registered')
    throw new FlowError('lot_in_use', `Lot ${lot.lot_code} came of a receipt, a run or another lot.`)
}

function requireUntouched({ lot_id, lot_code }: LotPlace, { store }: Context): void {
  const told = store.history.page({ subject: `lot:${lot_id}` }, { below: Number.MAX_SAFE_INTEGER, limit: LOOK })
  const touched = told.find(({ event }) => !HARMLESS.has(event.type))
  if (touched !== undefined || told.length === LOOK)
    throw new FlowError(
      'lot_in_use',
      `Something has been done with lot ${lot_code} (${touched?.event.type ?? 'much'}).`,
    )
}
