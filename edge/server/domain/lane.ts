import { FlowError } from '@flowviz/contract/error'
import { before, type Discipline, inTurn, type Waiting } from '@flowviz/contract/lane'

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
