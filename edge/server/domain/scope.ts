/** A good check of a gate on a line. */
export interface GoodCheck {
  seq: number
  occurred_at: string
  entered_late: boolean
}

/**
 * The last good check before something was found wrong, out of good checks from the newest on. One that was entered
 * late says when it was made only by a clock of the floor, and one that was made after the failure says nothing of
 * what came before it: both are passed over, so that a scope is never too small (F2 I11).
 */
export function lastGood(checks: Iterable<GoodCheck>, failed_at: string): GoodCheck | null {
  for (const check of checks) if (!check.entered_late && check.occurred_at <= failed_at) return check
  return null
}

/** Material that was only delivered: nothing of it has been used, and all of it stands where it was received. */
export function isOnlyReceived(
  lot: { lot_type: string; used: boolean; locations: readonly string[] },
  dock: string,
): boolean {
  if (lot.lot_type !== 'RAW' && lot.lot_type !== 'PACKAGING') return false
  return !lot.used && lot.locations.every(location => location === dock)
}
