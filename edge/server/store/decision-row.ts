import type { LedgerEvent } from '@flowviz/contract/event'
import { shownStatus } from '@flowviz/contract/lot-status'
import type { QcDecision } from '@flowviz/contract/qc-decision'
import { eventOf } from './event-body.ts'
import type { LedgerRow } from './ledger-store.ts'

const LARGE = 1_000

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
  const hold = eventOf('hold.placed', behind[0]?.body)?.data
  const opened = behind.map(({ body }) => eventOf('deviation.opened', body)?.data).find(found => found !== undefined)
  if (hold?.cause === 'gate') return decisionOf(event, row.seq, { hold_id: hold.hold_id, deviation_id: null })
  if (opened?.decision_id !== event.data.decision_id && !isLarge(hold))
    return decisionOf(event, row.seq, { hold_id: null, deviation_id: null })
  const deviation_id = hold?.deviation_id ?? opened?.deviation_id ?? null
  return decisionOf(event, row.seq, { hold_id: hold?.hold_id ?? null, deviation_id })
}

/** A hold of so many lots that its deviation stands behind further rows; it names the deviation itself. */
const isLarge = (hold: Extract<LedgerEvent, { type: 'hold.placed' }>['data'] | undefined): boolean =>
  hold !== undefined && hold.cause === 'deviation' && hold.lot_ids.length >= LARGE
