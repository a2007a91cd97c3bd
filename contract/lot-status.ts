import { FINAL, type LotStatus } from './lot-word.ts'

/**
 * What a lot shows of itself (food-domain F3): HOLD while any hold on it is open, except where nothing is left to be
 * held (a final status) and where a recall says more than any hold could.
 */
export function shownStatus(status: LotStatus, open_holds: number): LotStatus {
  if (open_holds === 0 || status === 'RECALLED' || FINAL.includes(status)) return status
  return 'HOLD'
}
