import type { Location } from './plant/location.ts'

/** A lot that waits in a lane. */
export interface Waiting {
  lot_id: string
  lot_code: string
  /** Ledger number of its arrival. */
  since_seq: number
  expires_on: string | null
}

const NEVER = '9999-12-31'
/** How lots leave a lane: the one that came first, or the one that expires first. */
export type Discipline = NonNullable<Location['discipline']>

/** True when a lot has to leave before another one. */
export const before = (a: Waiting, b: Waiting, discipline: Discipline): boolean =>
  discipline === 'fifo' ? a.since_seq < b.since_seq : (a.expires_on ?? NEVER) < (b.expires_on ?? NEVER)

/** The lots of a lane in the order in which they leave it; a lane without a discipline gives the oldest first. */
export function inTurn<W extends Waiting>(lane: readonly W[], discipline: Location['discipline']): W[] {
  return [...lane].sort((a, b) => {
    if (discipline === 'fefo' && before(a, b, 'fefo')) return -1
    if (discipline === 'fefo' && before(b, a, 'fefo')) return 1
    return a.since_seq - b.since_seq
  })
}
