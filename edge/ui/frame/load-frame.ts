import { type ReadonlySignal, signal } from '@preact/signals'

type Piece = typeof import('./frame.tsx')

const AGAIN_MS = 2_000

const loaded = signal<Piece | null>(null)

/** The frame of a task and the start of a station; null until they have come. */
export const framePiece: ReadonlySignal<Piece | null> = loaded

/** Fetches the frame. The lock screen is shown without it and comes first: a person still has a PIN to enter. */
export async function loadFrame(): Promise<void> {
  try {
    loaded.value = await import('./frame.tsx')
  } catch {
    // Neither the appliance nor the cache of the tablet gave it.
    setTimeout(() => void loadFrame(), AGAIN_MS)
  }
}
