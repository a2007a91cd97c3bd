import { RECEIVING } from '@flowviz/contract/change/lot'
import { type GoodCheck, isOnlyReceived, lastGood } from '../../domain/scope.ts'
import { eventOf } from '../../store/event-body.ts'
import type { LotPlace } from '../../store/lot-store.ts'
import type { Context } from '../command-context.ts'
import { type GateSubject, outputsOf, runOf } from './gate-subject.ts'

/** Everything that a failed check puts in doubt, and when the check was last good. */
export interface Scope {
  lots: LotPlace[]
  last_good_at: string | null
}

/**
 * What was made since the last good check of a gate on the line: the lots of the line and of the run that were
 * registered after it, and the lot that failed itself; not material that was only delivered. Without a good check it is
 * all that the line ever made.
 */
export function scopeOf(on: GateSubject, failed: { gate_no: number; at: string }, context: Context): Scope {
  const { store } = context
  const good = on.line === null ? null : lastGood(goods(on.line, failed.gate_no, context), failed.at)
  const after = good?.seq ?? 0
  const run_id = on.run_id ?? (on.lot === null ? null : runOf(on.lot, context))
  const ofRun = run_id === null ? [] : outputsOf(run_id, context).filter(({ seq }) => seq > after)
  const ofLine = on.line === null ? [] : store.lots.ofLine(on.line, after)
  const made = [...ofLine, ...ofRun].filter(lot => !onlyReceived(lot, context))
  const all = on.lot === null ? made : [on.lot, ...made]
  const lots = [...new Map(all.map(lot => [lot.lot_key, lot])).values()]
  return { lots, last_good_at: good?.occurred_at ?? null }
}

function* goods(line: string, gate_no: number, { store }: Pick<Context, 'store'>): Generator<GoodCheck> {
  for (const seq of store.gates.goods(line, gate_no)) {
    const event = eventOf('gate.decided', store.ledger.row(seq)?.body)
    if (event !== null) yield { seq, occurred_at: event.occurred_at, entered_late: event.data.entered_late }
  }
}

function onlyReceived({ lot_key, lot_type }: LotPlace, { store }: Pick<Context, 'store'>): boolean {
  if (lot_type !== 'RAW' && lot_type !== 'PACKAGING') return false
  const locations = store.stock.ofLot(lot_key).map(({ location_id }) => location_id)
  return isOnlyReceived({ lot_type, used: store.links.from(lot_key).length > 0, locations }, RECEIVING)
}
