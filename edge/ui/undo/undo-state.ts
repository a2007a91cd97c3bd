import { type ReadonlySignal, signal } from '@preact/signals'

/** What can be taken back now. */
export interface Undoable {
  /** What was done, in words of the moment: `Lot NOR-1 registered`. */
  done: string
  /** Does what makes up for it: another command, never a deletion. */
  undo: () => void
}

export interface UndoState {
  offered: ReadonlySignal<Undoable | null>
  /** Offers it for 8 seconds; a new offer takes the place of the one before. */
  offer: (undoable: Undoable) => void
  take: () => void
  dismiss: () => void
}

const OFFERED_MS = 8_000

/** Undo in place of "Are you sure?": what can be made up for is done at once. */
export function createUndoState(after: (ms: number, call: () => void) => () => void): UndoState {
  const offered = signal<Undoable | null>(null)
  let cancel: () => void = () => undefined
  const dismiss = () => {
    cancel()
    offered.value = null
  }
  return {
    offered,
    offer: undoable => {
      cancel()
      offered.value = undoable
      cancel = after(OFFERED_MS, dismiss)
    },
    take: () => {
      const taken = offered.value
      dismiss()
      taken?.undo()
    },
    dismiss,
  }
}
