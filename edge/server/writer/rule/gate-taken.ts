import type { GatePlace } from '../../store/gate-store.ts'
import type { Context } from '../command-context.ts'

/**
 * Decisions on a lot, the oldest first, and before them those on the lot that it is a part of: what a lot failed is not
 * forgotten by dividing it.
 */
export function decisionsOn(lotKey: number, context: Pick<Context, 'store'>): GatePlace[] {
  const { gates } = context.store
  return [...decisionsBefore(lotKey, context), ...gates.ofLot(lotKey)]
}

/** The last decision of a gate on a lot, or on what it is a part of. */
export function lastOn(lotKey: number, gateNo: number, context: Pick<Context, 'store'>): GatePlace | null {
  const own = context.store.gates.lastOfLot(lotKey, gateNo)
  return own ?? decisionsBefore(lotKey, context).findLast(({ gate_no }) => gate_no === gateNo) ?? null
}

function decisionsBefore(lotKey: number, context: Pick<Context, 'store'>): GatePlace[] {
  const { links } = context.store
  return links
    .into(lotKey)
    .filter(({ kind, src }) => kind === 'SPLIT' && src > 0)
    .flatMap(({ src, seq }) => decisionsOn(src, context).filter(decision => decision.seq < seq))
}
