import type { Actor } from '@flowviz/contract/identity'
import type { LotRegistration } from '@flowviz/contract/lot'
import { FINAL, type LotStatus } from '@flowviz/contract/lot-word'
import type { Quantity } from '@flowviz/contract/quantity'
import type { LotOrigins } from '../../domain/describe-lot.ts'
import { ccpHasFailed, hasFailed } from '../../domain/gate.ts'
import { type LotRegistered, registrationIn } from '../../store/lot-row.ts'
import type { LotPlace } from '../../store/lot-store.ts'
import { planOf } from '../../store/plan-record.ts'
import type { Context } from '../command-context.ts'
import { addLot } from '../lot.ts'
import { decisionsOn } from './gate-taken.ts'
import { widenHold } from './place-hold.ts'

/** Parts of a lot that are to be lots of their own. */
export interface Parting {
  actor: Actor
  source: LotPlace
  parts: readonly { quantity: Quantity; lot_code?: string | undefined }[]
  location_id: string
  occurred_at?: string | undefined
  /** They come under a hold at once, which decides about them. */
  held?: true
}

/** The registration of a lot as its ledger row has it. */
export const registered = (lot: LotPlace, { store }: Context): LotRegistered['data'] =>
  registrationIn(store.ledger.row(lot.seq)!.body).data

/**
 * Registers parts of a lot as lots of their own. They keep what is known of it: item, the supplier's lot code and its
 * source, dates, allergens, plan, gates passed and base status (a part is no new traceability lot, 21 CFR 1.1320).
 */
export function addParts(parting: Parting, context: Context): LotPlace[] {
  const { actor, source, parts, location_id, occurred_at } = parting
  const data = registered(source, context)
  const registration = { ...keptOf(data), location_id, ...(occurred_at === undefined ? {} : { occurred_at }) }
  const origins = { ...originsOf(parting, data, context), plan: planRef(source, context) }
  return parts.map(({ quantity: { weight_kg, count }, lot_code }) => {
    const code = lot_code === undefined ? {} : { lot_code }
    const amount = { weight_kg, ...(count === null || count === 0 ? {} : { count }) }
    const added = { actor, captured: null, derived: true, origins }
    const { event } = addLot({ ...added, registration: { ...registration, ...amount, ...code } }, context)
    return context.store.lots.byId(event.data.lot_id)!
  })
}

/** The plan whose gates a lot has passed: a part of it goes on under the same one. */
export function planRef(lot: LotPlace, { store }: Context): { plan_id: string; plan_version: number } {
  const { plan, version } = planOf(lot, store)
  return { plan_id: plan.plan_id, plan_version: version }
}

/** Every open hold of a lot holds its parts too: nothing is freed by dividing it. */
export function holdAlike(source: LotPlace, parts: readonly LotPlace[], by: { actor: Actor; context: Context }): void {
  const { actor, context } = by
  for (const hold_id of context.store.holds.openOf(source.lot_key))
    widenHold({ hold_id, actor, cause: 'descendant', lots: parts }, context)
}

/** What of a registration goes for a part, too; what is null is left out. */
export function keptOf({ lot_type, product, supplier, supplier_lot_code, line, more }: LotRegistered['data']) {
  const kept = {
    product,
    supplier,
    supplier_lot_code,
    line,
    item_id: more?.item_id ?? null,
    supplier_id: more?.supplier_id ?? null,
    supplier_tlc_source: more?.supplier_tlc_source ?? null,
    produced_on: more?.produced_on ?? null,
    best_before: more?.best_before ?? null,
  }
  const known = Object.entries(kept).filter(([, value]) => value !== null)
  return { ...(Object.fromEntries(known) as Partial<LotRegistration>), lot_type }
}

function originsOf(parting: Parting, { more }: LotRegistered['data'], context: Context): LotOrigins {
  const { gate_passed, expires_on } = parting.source
  return {
    origin: 'split',
    status: statusOfPart(parting, context),
    gate_passed,
    expires_on,
    allergens: more?.allergens ?? [],
    ...(more?.run_id == null ? {} : { run_id: more.run_id }),
    ...(more?.receipt_id == null ? {} : { receipt_id: more.receipt_id }),
  }
}

/**
 * A part is as its lot is. What is left of a lot that was destroyed or sent away, and is there all the same, has to be
 * judged; it stays what its lot was for good before it went, and a gate that had failed stays failed.
 */
function statusOfPart({ source, held }: Parting, context: Context): LotStatus {
  const { lot_key, status, bound } = source
  if (!FINAL.includes(status)) return status
  if (bound !== null) return bound
  const taken = decisionsOn(lot_key, context)
  // That it had to go was the decision on its failed CCP; without a hold nothing would stop a part of it.
  if (ccpHasFailed(taken) && held !== true) return status
  return ccpHasFailed(taken) || hasFailed(taken) ? 'REJECTED' : 'PENDING_QC'
}
