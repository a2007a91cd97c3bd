import type { QcGate } from '@flowviz/contract/plant/qc-plan'
import type { Role } from '@flowviz/contract/role'
import type { KnownLot } from '../lot/pending-lots.ts'
import { FINAL, USABLE } from './usable.ts'

export type LotAction = 'check' | 'move' | 'hold' | 'label' | 'undo'

/** Who looks at a lot, when, and the gate that it stands at. */
export interface Looking {
  role: Role
  person_id: string
  now: number
  gate: QcGate | 'passed' | 'unknown'
  /** A hold on it waits on this tablet. */
  held_here: boolean
}

/** Who may what, as the permission table of the appliance says; it judges again. */
const MAY: Readonly<Record<LotAction, readonly Role[]>> = {
  check: ['ADMIN', 'MANAGER', 'AUDITOR', 'OPERATOR'],
  move: ['MANAGER', 'OPERATOR'],
  hold: ['MANAGER', 'OPERATOR'],
  label: ['MANAGER', 'OPERATOR'],
  undo: ['ADMIN', 'MANAGER', 'OPERATOR'],
}

/** So long a registration by mistake is taken back by who made it. */
const UNDO_MS = 15 * 60_000

const FITS: Readonly<Record<LotAction, (lot: KnownLot, of: Looking) => boolean>> = {
  check: (lot, { gate, held_here }) =>
    !held_here && lot.pending === undefined && USABLE.has(lot.status) && lot.on_hand_mg > 0 && typeof gate !== 'string',
  move: lot => (lot.pending === true ? isSound(lot) : lot.on_hand_mg > 0),
  hold: lot => (lot.pending === true ? isSound(lot) : !FINAL.has(lot.status)),
  label: lot => (lot.pending === true ? isSound(lot) : !FINAL.has(lot.status)),
  undo: (lot, { now, person_id }) =>
    now - Date.parse(lot.registered_at) < UNDO_MS &&
    (lot.pending === true
      ? lot.person_id === person_id && isSound(lot)
      : lot.registered_by.id === person_id && lot.origin === 'registered' && !FINAL.has(lot.status)),
}

/** One that waits here has a code and was not refused. */
const isSound = (lot: { lot_code: string | null; rejected: boolean }) => lot.lot_code !== null && !lot.rejected

/** What this person can do with a lot now, the check first. Pure. */
export function actionsOf(lot: KnownLot, of: Looking): LotAction[] {
  const all: readonly LotAction[] = ['check', 'move', 'hold', 'label', 'undo']
  return all.filter(action => MAY[action].includes(of.role) && FITS[action](lot, of))
}
