import type { GatePlace } from '../../store/gate-store.ts'
import type { Context } from '../command-context.ts'
import type { GateSubject } from './gate-subject.ts'

/**
 * Decisions on a lot, the oldest first, and before them those on the lot that it is a part of: what a lot failed is not
 * forgotten by dividing it.
 */
export function decisionsOn(lotKey: number, context: Pick<Context, 'store'>): GatePlace[] {
  const { gates } = context.store
  return [...decisionsBefore(lotKey, context), ...gates.ofLot(lotKey)]
}

/**
 * What a gate said last of a lot or a run: a HOLD, which says neither yes nor no, does not take back the FAIL before it.
 */
export function lastOn(
  { lot, run_id }: Pick<GateSubject, 'lot' | 'run_id'>,
  gateNo: number,
  context: Pick<Context, 'store'>,
): GatePlace | null {
  const { gates } = context.store
  const newest = lot === null ? gates.lastOfRun(run_id!, gateNo) : gates.lastOfLot(lot.lot_key, gateNo)
  if (newest !== null && newest.decision !== 'HOLD') return newest
  const all = lot === null ? gates.ofRun(run_id!) : decisionsOn(lot.lot_key, context)
  const taken = all.filter(({ gate_no }) => gate_no === gateNo)
  const verdict = taken.findLast(({ decision }) => decision !== 'HOLD')
  return verdict?.decision === 'FAIL' ? verdict : (taken.at(-1) ?? null)
}

function decisionsBefore(lotKey: number, context: Pick<Context, 'store'>): GatePlace[] {
  const { links } = context.store
  return links
    .into(lotKey)
    .filter(({ kind, src }) => kind === 'SPLIT' && src > 0)
    .flatMap(({ src, seq }) => decisionsOn(src, context).filter(decision => decision.seq < seq))
}
