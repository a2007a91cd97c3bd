import { FlowError } from '@flowviz/contract/error'
import type { Location } from '@flowviz/contract/plant/location'

/** A lot that waits in a lane. */
export interface Waiting {
  lot_id: string
  lot_code: string
  /** Ledger number of its arrival. */
  since_seq: number
  expires_on: string | null
}

const NEVER = '9999-12-31'
type Discipline = NonNullable<Location['discipline']>

const before = (a: Waiting, b: Waiting, discipline: Discipline): boolean =>
  discipline === 'fifo' ? a.since_seq < b.since_seq : (a.expires_on ?? NEVER) < (b.expires_on ?? NEVER)

/** The lots of a lane in the order in which they leave it; a lane without a discipline gives the oldest first. */
export function inTurn<W extends Waiting>(lane: readonly W[], discipline: Location['discipline']): W[] {
  return [...lane].sort((a, b) => {
    if (discipline === 'fefo' && before(a, b, 'fefo')) return -1
    if (discipline === 'fefo' && before(b, a, 'fefo')) return 1
    return a.since_seq - b.since_seq
  })
}

/**
 * The lots that are passed over when `lot` leaves a lane, the first one first. Those that came, or expire, at the same
 * time as it does have no claim before it.
 * @throws FlowError lane_order (with `first`) when there are some and nobody gave a reason.
 */
export function requireTurn(
  lot: Waiting,
  lane: readonly Waiting[],
  { discipline, reason }: { discipline: Discipline; reason: string | null },
): string[] {
  const ahead = inTurn(
    lane.filter(other => other.lot_id !== lot.lot_id && before(other, lot, discipline)),
    discipline,
  )
  const [first] = ahead
  if (first !== undefined && reason === null)
    throw new FlowError('lane_order', `Lot ${first.lot_code} leaves before lot ${lot.lot_code}.`, {
      extra: { first: { lot_id: first.lot_id, lot_code: first.lot_code }, discipline },
    })
  return ahead.map(({ lot_id }) => lot_id)
}
