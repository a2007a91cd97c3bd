import { computed, type ReadonlySignal } from '@preact/signals'
import type { Floor } from '../floor-state.ts'
import { type KnownLot, withPending } from './pending-lots.ts'

const made = new WeakMap<Floor, ReadonlySignal<readonly KnownLot[] | null>>()

/**
 * All lots that this tablet knows of, newest first, with those that wait on it; null while nothing was ever heard. For
 * every list and card that shows a lot.
 */
export function knownLotsOf(floor: Floor): ReadonlySignal<readonly KnownLot[] | null> {
  const found = made.get(floor)
  if (found !== undefined) return found
  const { shelf, outbox, lots } = floor
  const known = computed(() => {
    const kept = shelf.lots.value.value
    if (kept === null && !lots.loaded.value && outbox.entries.value === null) return null
    // The shelf has what is in the house; a lot of today may be used up already.
    const byId = new Map([...lots.today.value, ...(kept ?? [])].map(lot => [lot.lot_id, lot]))
    const newest = [...byId.values()].sort((a, b) => b.seq - a.seq)
    const items = shelf.items.value.value ?? []
    return withPending(
      newest,
      outbox.entries.value ?? [],
      id => items.find(one => one.item_id === id)?.lot_type ?? null,
    )
  })
  made.set(floor, known)
  return known
}
