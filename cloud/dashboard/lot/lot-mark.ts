import type { LotStatus } from '@flowviz/contract/lot-word'
import type { Mark } from '@flowviz/contract/screen/mark'

const MARKS: Record<LotStatus, Mark> = {
  PENDING_QC: { tone: 'pending', word: 'pending QC' },
  AVAILABLE: { tone: 'ok', word: 'available' },
  HOLD: { tone: 'hold', word: 'on hold' },
  REJECTED: { tone: 'alarm', word: 'rejected' },
  REWORK_ONLY: { tone: 'warn', word: 'rework only' },
  EXPIRED: { tone: 'warn', word: 'expired' },
  RECALLED: { tone: 'alarm', word: 'recalled' },
  DESTROYED: { tone: 'offline', word: 'destroyed' },
  RETURNED: { tone: 'offline', word: 'returned' },
  DIVERTED: { tone: 'offline', word: 'diverted' },
  VOIDED: { tone: 'offline', word: 'voided' },
}

/** How the status of a lot is shown. */
export function lotMark(status: LotStatus): Mark {
  return MARKS[status]
}
