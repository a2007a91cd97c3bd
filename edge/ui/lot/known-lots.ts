import { computed, type ReadonlySignal } from '@preact/signals'
import type { Floor } from '../floor-state.ts'
import { type KnownLot, withPending } from './pending-lots.ts'

type Lots = ReadonlySignal<readonly KnownLot[] | null>

interface Known {
  all: Lots
  byRef: ReadonlySignal<ReadonlyMap<string, KnownLot>>
}

const made = new WeakMap<Floor, Known>()

/**
 * All lots that this tablet knows of, newest first, with those that wait on it; null while nothing was ever heard. For
 * every list and card that shows a lot.
 */
export const knownLotsOf = (floor: Floor): Lots => knownOf(floor).all

/** The lot that a code or an id names, as far as this tablet knows; of several with one code, the newest. */
export const knownLotOf = (floor: Floor, ref: string | undefined): KnownLot | undefined =>
  ref === undefined ? undefined : knownOf(floor).byRef.value.get(ref)

function knownOf(floor: Floor): Known {
  const found = made.get(floor)
  if (found !== undefined) return found
  const all = allOf(floor)
  const known = { all, byRef: computed(() => byRef(all.value ?? [])) }
  made.set(floor, known)
  return known
}

function allOf({ shelf, outbox, lots }: Floor): Lots {
  return computed(() => {
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
}

/** Lots by code and by id. Pure. */
export function byRef(lots: readonly KnownLot[]): Map<string, KnownLot> {
  const found = new Map<string, KnownLot>()
  for (const lot of lots) {
    const refs = lot.pending === true ? [lot.lot_code] : [lot.lot_code, lot.lot_id]
    for (const ref of refs) if (ref !== null && !found.has(ref)) found.set(ref, lot)
  }
  return found
}
