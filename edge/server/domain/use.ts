import { FlowError } from '@flowviz/contract/error'
import { gateFor, type Purpose } from '@flowviz/contract/gate-need'
import { shownStatus } from '@flowviz/contract/lot-status'
import { type LotStatus, type LotType, USABLE } from '@flowviz/contract/lot-word'
import type { QcPlan } from '@flowviz/contract/plant/qc-plan'

export { gateFor, type Purpose } from '@flowviz/contract/gate-need'

/** What a lot is judged by. */
export interface JudgedLot {
  lot_id: string
  lot_code: string
  lot_type: LotType
  status: LotStatus
  holds: number
  gate_passed: number
  expires_on: string | null
}

/** The last gate of all that a lot of a type needs: with it the lot is AVAILABLE. */
export function releaseGate(plan: QcPlan, type: LotType): number {
  return Math.max(gateFor(plan, 'consume', type), gateFor(plan, 'ship', type))
}

/**
 * Refuses a lot that is held, failed, recalled or past its last day, whatever its gates say.
 * @param today UTC day, `YYYY-MM-DD`; a lot may be used on its last day.
 * @throws FlowError lot_held, lot_unusable, lot_expired.
 */
export function requireSound(lot: Omit<JudgedLot, 'lot_type' | 'gate_passed'>, today: string): void {
  const status = shownStatus(lot.status, lot.holds)
  const extra = { lot_id: lot.lot_id, lot_status: status }
  if (status === 'HOLD') throw new FlowError('lot_held', `Lot ${lot.lot_code} is on hold.`, { extra })
  if (status === 'EXPIRED' || (lot.expires_on !== null && lot.expires_on < today))
    throw new FlowError('lot_expired', `The last day of lot ${lot.lot_code} was ${lot.expires_on}.`, { extra })
  if (!USABLE.includes(status)) throw new FlowError('lot_unusable', `Lot ${lot.lot_code} is ${status}.`, { extra })
}

/**
 * Refuses a lot that is not sound or not yet past the gate that it needs (F2 I5). Asked inside the transaction that
 * uses the lot, so a hold that was placed a moment before counts.
 * @throws FlowError gate_missing, and those of `requireSound`.
 */
export function requireUsable(
  lot: JudgedLot,
  purpose: Purpose,
  { plan, today }: { plan: QcPlan; today: string },
): void {
  requireSound(lot, today)
  const needed = gateFor(plan, purpose, lot.lot_type)
  if (lot.gate_passed >= needed) return
  const gate_no = lot.gate_passed + 1
  const title = plan.gates.find(gate => gate.gate_no === gate_no)?.title ?? ''
  throw new FlowError('gate_missing', `Lot ${lot.lot_code} has not passed gate ${gate_no}, ${title}.`, {
    extra: {
      lot_id: lot.lot_id,
      lot_status: shownStatus(lot.status, lot.holds),
      gate_no,
      gate_needed: needed,
    },
  })
}
