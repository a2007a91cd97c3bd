import { FINAL, type LotStatus } from '@flowviz/contract/lot-word'
import type { QcPlan } from '@flowviz/contract/plant/qc-plan'
import type { Disposition } from '@flowviz/contract/quality-word'
import { hasFailed, statusOfGates, type TakenDecision } from './gate.ts'
import type { JudgedLot } from './use.ts'

/** Dispositions that somebody still has to carry out; the lot stays held until then. */
export const WAITING: readonly Disposition[] = ['destroy', 'return']

export interface DisposedLot {
  lot: JudgedLot
  plan: QcPlan
  taken: readonly TakenDecision[]
}

/**
 * What a disposition makes of a lot's own status. A release gives it back what its gates say, once no other hold is
 * open on it; a gate that failed without being a CCP is not undone by it. Of a lot that is gone nothing changes, and a recall is over only when it is executed.
 */
export function disposedStatus({ lot, plan, taken }: DisposedLot, disposition: Disposition): LotStatus {
  if (FINAL.includes(lot.status) || lot.status === 'RECALLED') return lot.status
  switch (disposition) {
    case 'release':
      return lot.holds > 1 ? lot.status : releasedStatus({ lot, plan, taken })
    case 'rework':
      return 'REWORK_ONLY'
    case 'divert':
      return 'DIVERTED'
    case 'destroy':
    case 'return':
      return 'REJECTED'
  }
}

function releasedStatus({ lot, plan, taken }: DisposedLot): LotStatus {
  if (lot.status === 'REJECTED') return hasFailed(taken) ? 'REJECTED' : statusOfGates(plan, lot)
  return lot.status === 'PENDING_QC' || lot.status === 'AVAILABLE' ? statusOfGates(plan, lot) : lot.status
}
