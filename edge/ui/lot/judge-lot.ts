import { gateFor, type Purpose } from '@flowviz/contract/gate-need'
import type { Lot } from '@flowviz/contract/lot'
import type { QcPlan } from '@flowviz/contract/plant/qc-plan'
import type { ShownEntry } from '../outbox/entry.ts'

/** Why a lot may not be used, as this tablet knows it; the appliance judges again. */
export type NotUsable = 'held' | 'rejected' | 'recalled' | 'rework_only' | 'expired' | 'gone' | 'wrong_gate' | 'no_plan'

export type JudgedLot = Pick<
  Lot,
  'lot_id' | 'lot_code' | 'status' | 'expires_on' | 'gate_passed' | 'lot_type' | 'on_hand_mg' | 'item_id' | 'allergens'
>

const BY_STATUS: Partial<Record<Lot['status'], NotUsable>> = {
  HOLD: 'held',
  REJECTED: 'rejected',
  RECALLED: 'recalled',
  REWORK_ONLY: 'rework_only',
  EXPIRED: 'expired',
  DESTROYED: 'gone',
  RETURNED: 'gone',
  DIVERTED: 'gone',
  VOIDED: 'gone',
}

interface Judging {
  purpose: Purpose
  plan: Pick<QcPlan, 'gates'> | null
  /** The plant's day, `2026-11-26`. */
  today: string
  entries: readonly ShownEntry[] | null
}

/** Whether a lot may be consumed or leave; null when nothing is known against it. */
export function judgeLot(lot: JudgedLot, { purpose, plan, today, entries }: Judging): NotUsable | null {
  const by_status = BY_STATUS[lot.status]
  if (by_status !== undefined) return by_status
  if (isHeldHere(lot, entries)) return 'held'
  if (lot.expires_on !== null && lot.expires_on < today) return 'expired'
  if (plan === null) return 'no_plan'
  if (lot.gate_passed < gateFor(plan, purpose, lot.lot_type)) return 'wrong_gate'
  return lot.on_hand_mg <= 0 ? 'gone' : null
}

/** A hold of this tablet counts at once, wherever it is on its way. */
function isHeldHere({ lot_id, lot_code }: JudgedLot, entries: readonly ShownEntry[] | null): boolean {
  const names = (value: unknown) => value === lot_id || value === lot_code
  return (entries ?? []).some(({ command, body, state }) => {
    if (state !== 'queued' && state !== 'sending' && state !== 'parked') return false
    if (command === 'place-hold') return Array.isArray(body.lot_ids) && body.lot_ids.some(names)
    return command === 'decide-gate' && body.decision !== 'PASS' && names(body.lot_id)
  })
}
