import { effect, type ReadonlySignal, signal } from '@preact/signals'
import { language } from '../word/language.ts'
import { loadSaid } from '../word/said.ts'
import { loadTroubles } from '../word/trouble-word.ts'

type Piece = typeof import('./frame.tsx')

const AGAIN_MS = 2_000

const loaded = signal<Piece | null>(null)

/** The frame of a task and the start of a station; null until they have come. */
export const framePiece: ReadonlySignal<Piece | null> = loaded

/** The frame says what is wrong on every screen; in English the server's own words will do. */
async function loadWords(): Promise<void> {
  if (language.value !== 'en') await Promise.all([loadSaid(), loadTroubles()])
}

/** Fetches the frame. The lock screen is shown without it and comes first: a person still has a PIN to enter. */
export async function loadFrame(): Promise<void> {
  try {
    const [piece] = await Promise.all([import('./frame.tsx'), loadWords()])
    loaded.value = piece
    // Who switches the language has its words before the next trouble.
    effect(() => void loadWords())
  } catch {
    // Neither the appliance nor the cache of the tablet gave it.
    setTimeout(() => void loadFrame(), AGAIN_MS)
  }
}
