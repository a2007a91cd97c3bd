import type { Actor } from '@flowviz/contract/identity'
import type { LotRegistration } from '@flowviz/contract/lot'
import { FINAL, type LotStatus } from '@flowviz/contract/lot-word'
import type { Quantity } from '@flowviz/contract/quantity'
import type { LotOrigins } from '../../domain/describe-lot.ts'
import { ccpHasFailed, hasFailed } from '../../domain/gate.ts'
import type { GatePlace } from '../../store/gate-store.ts'
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
}

/** The registration of a lot as its ledger row has it. */
export const registered = (lot: LotPlace, { store }: Context): LotRegistered['data'] =>
  registrationIn(store.ledger.row(lot.seq)!.body).data

/**
 * Registers parts of a lot as lots of their own. They keep what is known of it: item, the supplier's lot code and its
 * source, dates, allergens, plan, gates passed and base status (a part is no new traceability lot, 21 CFR 1.1320).
 */
export function addParts({ actor, source, parts, location_id, occurred_at }: Parting, context: Context): LotPlace[] {
  const data = registered(source, context)
  const registration = { ...keptOf(data), location_id, ...(occurred_at === undefined ? {} : { occurred_at }) }
  const origins = { ...originsOf(source, data, context), plan: planRef(source, context) }
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

function originsOf(source: LotPlace, { more }: LotRegistered['data'], context: Context): LotOrigins {
  const { lot_key, status, gate_passed, expires_on } = source
  return {
    origin: 'split',
    status: FINAL.includes(status) ? statusOfRest(status, decisionsOn(lot_key, context)) : status,
    gate_passed,
    expires_on,
    allergens: more?.allergens ?? [],
    ...(more?.run_id == null ? {} : { run_id: more.run_id }),
    ...(more?.receipt_id == null ? {} : { receipt_id: more.receipt_id }),
  }
}

/**
 * What comes back of a lot that was destroyed or sent away is there, and has to be judged. Not so when a CCP had failed:
 * that it had to go was the decision, and no hold is left that would stop it.
 */
function statusOfRest(status: LotStatus, taken: readonly GatePlace[]): LotStatus {
  if (ccpHasFailed(taken)) return status
  return hasFailed(taken) ? 'REJECTED' : 'PENDING_QC'
}
