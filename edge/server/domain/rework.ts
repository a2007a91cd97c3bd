import { FlowError } from '@flowviz/contract/error'
import { shownStatus } from '@flowviz/contract/lot-status'
import type { LotStatus } from '@flowviz/contract/lot-word'
import type { JudgedLot } from './use.ts'

const REWORKABLE: readonly LotStatus[] = ['PENDING_QC', 'AVAILABLE', 'REWORK_ONLY']

/**
 * Refuses material that may not be worked again: what is held waits for its disposition, and nothing makes what is past
 * its last day young again.
 * @throws FlowError lot_held, lot_expired, lot_unusable.
 */
export function requireReworkable(lot: Omit<JudgedLot, 'lot_type' | 'gate_passed'>, today: string): void {
  const status = shownStatus(lot.status, lot.holds)
  const extra = { lot_id: lot.lot_id, lot_status: status }
  if (status === 'HOLD') throw new FlowError('lot_held', `Lot ${lot.lot_code} is on hold.`, { extra })
  if (status === 'EXPIRED' || (lot.expires_on !== null && lot.expires_on < today))
    throw new FlowError('lot_expired', `The last day of lot ${lot.lot_code} was ${lot.expires_on}.`, { extra })
  if (!REWORKABLE.includes(status))
    throw new FlowError('lot_unusable', `Lot ${lot.lot_code} is ${status} and is not worked again.`, { extra })
}
