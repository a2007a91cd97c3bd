import { type ReadonlySignal, signal } from '@preact/signals'
import type { Tone } from '../sound/tone.ts'

/** What a person hears and sees at once: a tone, and a flash across the screen. */
export interface Feedback {
  tone: Tone
  title: string
  text?: string
}

/** `n` tells two flashes with the same words apart. */
export type Flash = Feedback & { n: number }

export interface FlashState {
  flash: ReadonlySignal<Flash | null>
  say: (feedback: Feedback) => void
}

/** Long enough to be read from an arm's length, short enough for the next scan. */
const FLASH_MS = 1_600

export interface FlashParts {
  sound: { play: (tone: Tone) => boolean }
  after: (ms: number, call: () => void) => () => void
}

export function createFlash({ sound, after }: FlashParts): FlashState {
  const flash = signal<Flash | null>(null)
  let cancel: () => void = () => undefined
  let count = 0
  return {
    flash,
    say: feedback => {
      // The sound first: drawing may take a frame.
      sound.play(feedback.tone)
      cancel()
      count++
      flash.value = { ...feedback, n: count }
      cancel = after(FLASH_MS, () => {
        flash.value = null
      })
    },
  }
}
