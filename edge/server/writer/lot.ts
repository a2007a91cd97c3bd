import { RECEIVING } from '@flowviz/contract/change/lot'
import { FlowError } from '@flowviz/contract/error'
import type { EventData } from '@flowviz/contract/event'
import { type Lot, type LotRegistration, WeightEvidence } from '@flowviz/contract/lot'
import type { Item } from '@flowviz/contract/plant/item'
import { describeLot, type LotOrigins } from '../domain/describe-lot.ts'
import { inOrder } from '../domain/order.ts'
import { registerLot } from '../domain/register-lot.ts'
import { newLot } from '../store/lot-row.ts'
import type { CapturedWeight } from './ask.ts'
import type { Context, Decide } from './command-context.ts'
import type { EventOf } from './ledger.ts'
import { once } from './once.ts'
import { entered } from './rule/enter.ts'
import { findLocation, findLot, lotView } from './rule/find.ts'

/** Registers a lot once for each idempotency key. @throws FlowError idempotency_mismatch, and those of `addLot`. */
export const decideLot: Decide<'register-lot'> = ({ actor, registration, captured, idempotency }, context) =>
  once(idempotency, context, () => {
    const { event, gates } = addLot({ actor, registration, captured }, context)
    return received(event, gates, context)
  })

/** The lot as it stands now: one that came into a place in an excursion is held already. */
function received(event: EventOf<'lot.registered'>, gates: number, context: Context): Lot {
  const { lot_id, more } = event.data
  const before = context.ledger.seq()
  entered({ lot_ids: [lot_id], location_id: more?.location_id ?? RECEIVING }, { actor: event.actor, context })
  return context.ledger.seq() === before ? newLot(event, gates) : lotView(findLot(lot_id, context), context)
}

/** A lot on its way into the ledger; how it came to be, where it is not simply registered. */
export interface AddedLot {
  actor: EventOf<'lot.registered'>['actor']
  registration: LotRegistration
  captured: CapturedWeight | null
  /** Weight that follows from weights in the ledger, in place of a scale or a hand. */
  derived?: boolean
  origins?: LotOrigins
}

/**
 * Appends `lot.registered` with everything that the plant knows of the lot: item, place, plan, dates, allergens.
 * @throws FlowError record_not_found (item, location, supplier), location_unfit, and those of `registerLot`.
 */
export function addLot(added: AddedLot, context: Context): { event: EventOf<'lot.registered'>; gates: number } {
  const { actor, registration, captured, derived = false, origins } = added
  const { store, ledger, known, site } = context
  const evidence = captured === null ? null : inOrder(captured, WeightEvidence)
  const item = itemOf(registration, context)
  const { plan, version } = known.plan(item?.plan_id ?? known.settings().plan_id)
  const data: EventData<'lot.registered'> = registerLot(registration, evidence, {
    site,
    epoch: ledger.epoch(),
    taken: code => store.lots.codeTaken(code, site),
    lastNumber: (day, line) => store.lots.lastNumber(day, line),
    lotId: context.newId(),
    now: ledger.stamp(),
  })
  if (derived) data.weight = { method: 'derived' }
  if (registration.location_id !== undefined) findLocation(registration.location_id, context)
  data.more = describeLot(registration, {
    item,
    plan: { plan_id: plan.plan_id, plan_version: version },
    today: ledger.stamp().slice(0, 10),
    origins: origins ?? { origin: 'registered' },
  })
  const event = ledger.append({
    type: 'lot.registered',
    actor,
    subject: `lot:${data.lot_id}`,
    data,
    occurred_at: registration.occurred_at ?? null,
  })
  return { event, gates: plan.gates.length }
}

function itemOf({ item_id, lot_type }: LotRegistration, { known }: Context): Item | null {
  if (item_id === undefined) return null
  const item = known.item(item_id)
  if (item === null) throw new FlowError('record_not_found', `There is no item ${item_id} at this site.`)
  if (item.lot_type !== lot_type)
    throw new FlowError('body_invalid', `${item_id} is ${item.lot_type}, and the lot says ${lot_type}.`)
  return item
}
