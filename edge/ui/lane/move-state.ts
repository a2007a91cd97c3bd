import type { CommandName } from '@flowviz/contract/command'
import { type ReadonlySignal, signal } from '@preact/signals'
import type { ShownEntry } from '../outbox/entry.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { UndoState } from '../undo/undo-state.ts'
import type { PendingMove, ShownPlace } from './board-view.ts'
import { say } from './words.ts'

/** A lot that somebody took up to put it elsewhere. */
export interface Carried {
  lot_id: string
  lot_code: string
  /** Where it stands; null when this tablet does not know. */
  from_location_id: string | null
  kg: string
}

export interface MoveState {
  /** The lot that waits for its new place: the first half of "lot, then lane". */
  carried: ReadonlySignal<Carried | null>
  take: (lot: Carried) => void
  putBack: () => void
  /** Puts the carried lot here, at once; an Undo moves it back. Resolves when it is kept. */
  putTo: (place: Pick<ShownPlace, 'location_id' | 'title'>) => Promise<void>
}

export interface MoveParts {
  outbox: Pick<Outbox, 'put'>
  undo: Pick<UndoState, 'offer'>
}

/** Moving by scan lot, scan lane, or tap, tap: two steps in either way. */
export function createMoveState({ outbox, undo }: MoveParts): MoveState {
  const carried = signal<Carried | null>(null)
  const move = (lot: Carried, to_location_id: string, from: string | null) =>
    outbox.put({
      command: 'move-stock',
      params: { lot_id: lot.lot_id },
      body: { to_location_id, ...(from === null ? {} : { from_location_id: from }) },
      lane: `lot:${lot.lot_code}`,
      about: lot.lot_code,
    })
  return {
    carried,
    take: lot => {
      carried.value = lot
    },
    putBack: () => {
      carried.value = null
    },
    putTo: async place => {
      const lot = carried.value
      if (lot === null || lot.from_location_id === place.location_id) {
        carried.value = null
        return
      }
      await move(lot, place.location_id, lot.from_location_id)
      carried.value = null
      const { from_location_id: from } = lot
      if (from === null) return
      const back = () => void move(lot, from, place.location_id).catch(() => undefined)
      undo.offer({ done: say('moved', { code: lot.lot_code, place: place.title }), undo: back })
    },
  }
}

const MOVE: CommandName = 'move-stock'
const OPEN = new Set<ShownEntry['state']>(['queued', 'sending', 'parked'])

/** The moves of this tablet that nobody has confirmed yet, in their order. */
export function pendingMoves(entries: readonly ShownEntry[] | null): PendingMove[] {
  return (entries ?? [])
    .filter(({ command, state }) => command === MOVE && OPEN.has(state))
    .map(({ params, body }) => ({ lot: String(params.lot_id), to_location_id: String(body.to_location_id) }))
}
