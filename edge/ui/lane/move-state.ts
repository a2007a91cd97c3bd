import type { HandlingUnit } from '@flowviz/contract/logistics-view'
import type { Lot } from '@flowviz/contract/lot'
import { type ReadonlySignal, signal } from '@preact/signals'
import { isOpen, type ShownEntry } from '../outbox/entry.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { UndoState } from '../undo/undo-state.ts'
import type { PendingMove, ShownPlace } from './board-view.ts'
import { say } from './words.ts'

/** A lot, or a unit with everything in it, that somebody took up to put it elsewhere. */
export interface Carried {
  what: 'lot' | 'unit'
  id: string
  /** Lot code or SSCC: what stands on its label. */
  code: string
  /** Where it stands; null when this tablet does not know. */
  from_location_id: string | null
  kg: string
}

export const carriedLot = ({ lot_id, lot_code, stock, on_hand_kg }: Lot): Carried => ({
  what: 'lot',
  id: lot_id,
  code: lot_code,
  from_location_id: stock[0]?.location_id ?? null,
  kg: on_hand_kg,
})

export const carriedUnit = ({ hu_id, sscc, location_id, contents }: HandlingUnit): Carried => ({
  what: 'unit',
  id: hu_id,
  code: sscc ?? hu_id,
  from_location_id: location_id,
  kg: String(contents.reduce((sum, { weight_mg }) => sum + weight_mg, 0) / 1e6),
})

export interface MoveState {
  /** What waits for its new place: the first half of "lot, then lane". */
  carried: ReadonlySignal<Carried | null>
  take: (carried: Carried) => void
  putBack: () => void
  /** Puts it here, at once; an Undo moves it back. Resolves when it is kept. */
  putTo: (place: Pick<ShownPlace, 'location_id' | 'title'>) => Promise<void>
}

export interface MoveParts {
  outbox: Pick<Outbox, 'put'>
  undo: Pick<UndoState, 'offer'>
}

/** Moving by scan lot, scan lane, or tap, tap: two steps in either way. */
export function createMoveState({ outbox, undo }: MoveParts): MoveState {
  const carried = signal<Carried | null>(null)
  const move = ({ what, id, code }: Carried, to_location_id: string, from: string | null) =>
    what === 'unit'
      ? outbox.put({
          command: 'move-hu',
          params: { hu_id: id },
          body: { to_location_id },
          lane: `hu_id:${id}`,
          about: code,
        })
      : outbox.put({
          command: 'move-stock',
          params: { lot_id: id },
          body: { to_location_id, ...(from === null ? {} : { from_location_id: from }) },
          lane: `lot:${code}`,
          about: code,
        })
  return {
    carried,
    take: next => {
      carried.value = next
    },
    putBack: () => {
      carried.value = null
    },
    putTo: async place => {
      const taken = carried.value
      // At once, not when it is kept: the second touch of a glove that bounces has nothing in hand any more.
      carried.value = null
      if (taken === null || taken.from_location_id === place.location_id) return
      const { from_location_id: from } = taken
      try {
        await move(taken, place.location_id, from)
      } catch (error) {
        carried.value ??= taken
        throw error
      }
      if (from === null) return
      const back = () => void move(taken, from, place.location_id).catch(() => undefined)
      undo.offer({ done: say('moved', { code: taken.code, place: place.title }), undo: back })
    },
  }
}

/** The moves of lots on this tablet that nobody has confirmed yet, in their order. */
export function pendingMoves(entries: readonly ShownEntry[] | null): PendingMove[] {
  return (entries ?? [])
    .filter(entry => entry.command === 'move-stock' && isOpen(entry))
    .map(({ params, body }) => ({ lot: String(params.lot_id), to_location_id: String(body.to_location_id) }))
}
