import type { Hold } from '@flowviz/contract/hold'
import type { HoldState } from '@flowviz/contract/quality-word'
import type { Tone } from '@flowviz/contract/screen/mark'
import type { ShownEntry } from '../outbox/entry.ts'

export const HOLD_FILTERS = ['open_holds', 'mine', 'all_holds'] as const
export type HoldFilter = (typeof HOLD_FILTERS)[number]

export interface SoughtHolds {
  filter: HoldFilter
  person_id: string | null
}

/** Who has to do with it now: who looks into it, else who placed it. */
export const ownerOf = ({ reviewed_by, placed_by }: Pick<Hold, 'reviewed_by' | 'placed_by'>): string =>
  reviewed_by ?? placed_by

/** The holds that a list shows: what is open with the oldest first, because it waits longest; all with the newest first. */
export function soughtHolds(holds: readonly Hold[], { filter, person_id }: SoughtHolds): Hold[] {
  if (filter === 'all_holds') return [...holds]
  const open = holds.filter(({ state }) => state !== 'CLOSED').reverse()
  return filter === 'mine' ? open.filter(hold => hold.placed_by === person_id || ownerOf(hold) === person_id) : open
}

export const STATE_TONES: Readonly<Record<HoldState, Tone>> = {
  OPEN: 'hold',
  UNDER_REVIEW: 'hold',
  DISPOSITIONED: 'warn',
  EXECUTED: 'pending',
  CLOSED: 'ok',
}

/** A hold that was placed on this tablet and that the appliance has not confirmed yet. */
export interface PendingHold {
  key: string
  /** What people call its lots; their ids stay with machines. */
  about: string
  /** Ids or codes of its lots. */
  refs: readonly string[]
  reason: string
  person_id: string
  placed_at: string
  /** A person has to decide about it. */
  rejected: boolean
}

/** The holds that wait on this tablet, newest first; a gate decided as HOLD is one too. Pure. */
export function pendingHolds(entries: readonly ShownEntry[]): PendingHold[] {
  return entries
    .filter(({ state }) => state !== 'acked' && state !== 'given-up')
    .filter(({ command, body }) => command === 'place-hold' || (command === 'decide-gate' && body.decision === 'HOLD'))
    .map(({ key, about, body, person_id, occurred_at, state }) => ({
      key,
      about: about ?? '',
      refs: (Array.isArray(body.lot_ids) ? body.lot_ids : [body.lot_id]).map(String),
      reason: typeof body.reason === 'string' ? body.reason : '',
      person_id,
      placed_at: occurred_at,
      rejected: state === 'rejected' || state === 'parked',
    }))
    .reverse()
}

/** The holds that still hold a lot, by its id or code. */
export const holdsOn = (holds: readonly Hold[], ref: string): Hold[] =>
  holds.filter(({ lots }) => lots.some(lot => lot.open && (lot.lot_id === ref || lot.lot_code === ref)))

/** The hold on a lot that waits on this tablet: it counts here from the first tick on. */
export const waitingHoldOn = (
  pending: readonly PendingHold[],
  lot: { lot_id?: string; lot_code: string | null },
): PendingHold | null =>
  pending.find(({ refs, rejected }) => !rejected && refs.some(ref => ref === lot.lot_id || ref === lot.lot_code)) ??
  null
