import type { NoticeLot, RecallNotice } from '@flowviz/contract/recall-notice'
import type { ShownEntry } from '../outbox/entry.ts'

type Said = 'FOUND' | 'MISSING'

/** A lot of a recall as this tablet knows it: what the appliance told, and what was said here since. */
export interface SoughtLot extends Omit<NoticeLot, 'finding'> {
  said: Said | null
  /** Said at this tablet; the appliance has not confirmed it. */
  pending: boolean
}

/** A recall that has lots to find here, or had; its counts are of all lots, those that are not shown included. */
export interface ShownNotice extends Omit<RecallNotice, 'lots'> {
  lots: readonly SoughtLot[]
}

interface Heard {
  notices: readonly RecallNotice[]
  /** When the appliance told it; milliseconds since 1970. */
  as_of: number
}

const WAITING: ReadonlySet<string> = new Set(['queued', 'sending', 'parked'])
const ORDER: Record<Said | 'open', number> = { open: 0, MISSING: 1, FOUND: 2 }

/** The notices with what this tablet has said since they were heard; a real recall stands before a drill. */
export function shownNotices({ notices, as_of }: Heard, entries: readonly ShownEntry[]): ShownNotice[] {
  const own = entries.filter(entry => entry.command === 'find-recalled-lot' && countsSince(entry, as_of))
  return notices
    .map(notice => withFindings(notice, own))
    .sort((one, other) => Number(one.mode === 'mock') - Number(other.mode === 'mock'))
}

/** What the appliance has confirmed after it told the list is in no list yet: without it the figure would jump back. */
function countsSince({ state, closed_at }: ShownEntry, as_of: number): boolean {
  return WAITING.has(state) || (state === 'acked' && closed_at !== null && Date.parse(closed_at) >= as_of)
}

function withFindings(notice: RecallNotice, entries: readonly ShownEntry[]): ShownNotice {
  const counts = { open: notice.to_find_count, FOUND: notice.found_count, MISSING: notice.missing_count }
  const lots = notice.lots.map(({ finding, ...lot }): SoughtLot => {
    const told = finding?.state ?? null
    const mine = entries.findLast(
      ({ params, body }) =>
        params.recall_id === notice.recall_id && (body.lot_id === lot.lot_code || body.lot_id === lot.lot_id),
    )
    if (mine === undefined) return { ...lot, said: told, pending: false }
    const said = mine.body.missing === true ? 'MISSING' : 'FOUND'
    counts[told ?? 'open']--
    counts[said]++
    return { ...lot, said, pending: mine.state !== 'acked' }
  })
  return {
    ...notice,
    to_find_count: Math.max(0, counts.open),
    found_count: counts.FOUND,
    missing_count: counts.MISSING,
    lots: lots.sort((one, other) => ORDER[one.said ?? 'open'] - ORDER[other.said ?? 'open']),
  }
}
