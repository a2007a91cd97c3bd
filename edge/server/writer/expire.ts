import type { Decide } from './command-context.ts'

/** How many lots one command expires: the writer is not held up by the day after a long stop. */
const AT_ONCE = 200

/** Appends `lot.expired` for usable lots in the plant whose last day is over. */
export const decideExpiry: Decide<'expire-lots'> = ({ actor, today }, { store, ledger }) => {
  const lots = store.lots.expiring(today, AT_ONCE)
  for (const { lot_id, expires_on } of lots)
    ledger.append({
      type: 'lot.expired',
      actor,
      subject: `lot:${lot_id}`,
      data: { lot_id, expires_on: expires_on!, status: 'EXPIRED' },
    })
  return { expired: lots.length, more: lots.length === AT_ONCE }
}
