import type { HeldLot, Hold } from '@flowviz/contract/hold'
import { shownStatus } from '@flowviz/contract/lot-status'
import type { HoldStore } from './hold-store.ts'
import type { LotStore } from './lot-store.ts'
import type { StoredRecord } from './record-store.ts'

type Stores = { holds: HoldStore; lots: LotStore }

/** The lots of a hold on which something was decided that is still to be done. */
export const waitingOf = ({ body }: StoredRecord): string[] => (body.waiting as string[] | undefined) ?? []

/** A hold as the API shows it, with at most so many of its lots. */
export function holdOf(record: StoredRecord, { holds, lots }: Stores, lotsMax: number): Hold {
  const { body } = record
  const held = holds.ofHold(record.id)
  const waiting = new Set(waitingOf(record))
  const lotOf = ({ lot_key, open }: { lot_key: number; open: boolean }): HeldLot[] => {
    const lot = lots.byKey(lot_key)
    if (lot === null) return []
    const { lot_id, lot_code, lot_type, status, holds: count } = lot
    return [{ lot_id, lot_code, lot_type, status: shownStatus(status, count), open, waiting: waiting.has(lot_id) }]
  }
  return {
    hold_id: record.id,
    state: record.state as Hold['state'],
    cause: body.cause as Hold['cause'],
    reason: body.reason as string,
    said: (body.said as Hold['said'] | undefined) ?? null,
    deviation_id: textOf(body.deviation_id),
    placed_at: body.placed_at as string,
    placed_by: body.placed_by as string,
    review_started_at: textOf(body.review_started_at),
    reviewed_by: textOf(body.reviewed_by),
    disposition: textOf(body.disposition) as Hold['disposition'],
    disposition_reason: textOf(body.disposition_reason),
    dispositioned_at: textOf(body.dispositioned_at),
    dispositioned_by: textOf(body.dispositioned_by),
    executed_at: textOf(body.executed_at),
    witness_id: textOf(body.witness_id),
    closed_at: textOf(body.closed_at),
    lot_count: held.length,
    open_count: held.filter(({ open }) => open).length,
    lots: held.slice(0, lotsMax).flatMap(lotOf),
  }
}

const textOf = (value: unknown): string | null => (value as string | undefined) ?? null
