import type { Hold } from '@flowviz/contract/hold'
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { ShownEntry } from './entry.ts'
import { lotOf } from './lot-of.ts'

/**
 * Two people decided on one lot without knowing of each other. `refused`: the appliance did not take what was done here.
 * `overtaken`: it took it, and a hold came after it, which counts.
 */
export interface Conflict {
  kind: 'refused' | 'overtaken'
  entry: ShownEntry
  /** The open hold on its lot, where there is one. */
  hold: Pick<Hold, 'hold_id' | 'placed_at' | 'placed_by' | 'reason' | 'said'> | null
}

export interface ConflictState {
  conflicts: ReadonlySignal<readonly Conflict[]>
  /** Takes note of a hold that overtook a release: the card goes. */
  dismiss: (key: string) => void
}

export interface ConflictParts {
  entries: ReadonlySignal<readonly ShownEntry[] | null>
  /** The open holds of the plant, as the live stream keeps them. */
  holds: ReadonlySignal<readonly Hold[] | null>
  storage: Pick<Storage, 'getItem' | 'setItem'>
}

const SEEN_KEY = 'flowviz.conflicts-seen'
const SEEN_MAX = 200
/** A hold of the next day is no news for the one who released. */
const SHIFT_MS = 12 * 3_600_000
/** Holds that nobody of this plant decided on a lot. */
const OF_NOBODY: ReadonlySet<Hold['cause']> = new Set(['excursion', 'descendant', 'recall'])

export const isRelease = ({ command, body }: Pick<ShownEntry, 'command' | 'body'>): boolean =>
  command === 'decide-gate' && body.decision === 'PASS'

/** What was refused, and releases of this tablet whose lot is held since. */
export function conflictsOf(
  entries: readonly ShownEntry[],
  holds: readonly Hold[],
  seen: ReadonlySet<string>,
): Conflict[] {
  const found: Conflict[] = []
  const others = withoutOwn(entries, holds)
  for (const entry of entries) {
    if (entry.state === 'rejected')
      found.push({ kind: 'refused', entry, hold: isForItsLot(entry) ? holdOf(entry, holds) : null })
    else if (entry.state === 'acked' && isRelease(entry) && !seen.has(entry.key)) {
      // The appliance takes no release of a lot that is held, so a hold on this one came after it.
      const hold = holdOf(
        entry,
        others.filter(one => !isForeseen(one, entry)),
      )
      if (hold !== null && Date.parse(hold.placed_at) - releasedAt(entry) < SHIFT_MS)
        found.push({ kind: 'overtaken', entry, hold })
    }
  }
  return found
}

/** True when it was refused for what its lot is, and not for something else. */
const isForItsLot = ({ problem }: ShownEntry) => problem?.code === 'lot_held' || problem?.code === 'lot_unusable'

/** The holds that were not placed at this tablet: who placed one here knew of the release. */
function withoutOwn(entries: readonly ShownEntry[], holds: readonly Hold[]): Hold[] {
  const own = new Set(entries.map(({ answer }) => (answer as { hold_id?: unknown } | null | undefined)?.hold_id))
  return holds.filter(({ hold_id }) => !own.has(hold_id))
}

/**
 * A hold that is no answer to this release: a room that grew warm holds whatever stood in it, and who holds at a later
 * gate had this release before their eyes. A card for each of them would teach people to put cards away unread.
 */
function isForeseen({ cause, said }: Hold, { answer }: ShownEntry): boolean {
  if (OF_NOBODY.has(cause)) return true
  const [held, released] = [said?.params.gate_no, (answer as { gate_no?: unknown } | null | undefined)?.gate_no]
  return typeof held === 'number' && typeof released === 'number' && held > released
}

function releasedAt({ answer, closed_at }: ShownEntry): number {
  const told = (answer as { decided_at?: unknown } | null | undefined)?.decided_at
  return Date.parse(typeof told === 'string' ? told : (closed_at ?? ''))
}

function holdOf(entry: ShownEntry, holds: readonly Hold[]): Hold | null {
  const lot = lotOf(entry)
  const holding = holds.filter(
    ({ state, lots }) =>
      state !== 'CLOSED' && lots.some(one => one.open && (one.lot_id === lot || one.lot_code === lot)),
  )
  return holding.sort((a, b) => b.placed_at.localeCompare(a.placed_at))[0] ?? null
}

export function createConflictState({ entries, holds, storage }: ConflictParts): ConflictState {
  const seen = signal<ReadonlySet<string>>(new Set(readSeen(storage)))
  return {
    conflicts: computed(() => conflictsOf(entries.value ?? [], holds.value ?? [], seen.value)),
    dismiss: key => {
      seen.value = new Set([...seen.value, key].slice(-SEEN_MAX))
      storage.setItem(SEEN_KEY, JSON.stringify([...seen.value]))
    },
  }
}

function readSeen(storage: ConflictParts['storage']): string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(SEEN_KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(key => typeof key === 'string') : []
  } catch {
    return []
  }
}
