import type { LedgerEvent } from '@flowviz/contract/event'
import { shownStatus } from '@flowviz/contract/lot-status'
import type { QcDecision } from '@flowviz/contract/qc-decision'
import { eventOf } from './event-body.ts'
import type { LedgerRow } from './ledger-store.ts'

export type GateDecided = Extract<LedgerEvent, { type: 'gate.decided' }>

/** What came of a decision. */
export interface Consequence {
  hold_id: string | null
  deviation_id: string | null
}

/** A decision as the API shows it: the lots are as it left them. */
export function decisionOf(event: GateDecided, seq: number, { hold_id, deviation_id }: Consequence): QcDecision {
  const { recorded_at: decided_at, occurred_at, actor: decided_by, reason = null, data } = event
  const lots = data.lots.map(lot => ({ ...lot, status: shownStatus(lot.status, hold_id === null ? 0 : 1) }))
  return { seq, decided_at, occurred_at, decided_by, reason, ...data, lots, hold_id, deviation_id }
}

/**
 * The decision of a ledger row. Its hold and its deviation stand in the rows right behind it: one transaction wrote
 * them together.
 */
export function decisionInRows([row, ...behind]: readonly LedgerRow[]): QcDecision | null {
  const event = eventOf('gate.decided', row?.body)
  if (row === undefined || event === null) return null
  if (event.data.decision === 'PASS') return decisionOf(event, row.seq, { hold_id: null, deviation_id: null })
  const hold = eventOf('hold.placed', behind[0]?.body)
  const opened = behind.map(({ body }) => eventOf('deviation.opened', body)).find(found => found !== null)
  const deviation_id = opened?.data.decision_id === event.data.decision_id ? opened.data.deviation_id : null
  return decisionOf(event, row.seq, { hold_id: hold?.data.hold_id ?? null, deviation_id })
}
