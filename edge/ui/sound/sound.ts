import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { type Note, type SoundName, TONES } from './tone.ts'

/** What the sound takes from the browser. */
export interface SoundParts {
  /** Makes the audio of the page; null where there is none. Called at the first gesture, not before. */
  audio: () => AudioContext | null
  /** Left out where the device does not vibrate. */
  vibrate?: (pattern: number[]) => void
  storage: Pick<Storage, 'getItem' | 'setItem'>
}

/** `locked`: no finger has touched the page yet, and until then a browser makes no sound. */
export type SoundStanding = 'locked' | 'ready' | 'absent'

/** The three tones of a scan. They can be told apart with the eyes closed: by number, length and pitch. */
export interface Sound {
  standing: ReadonlySignal<SoundStanding>
  /** 0 (off) to 1, kept on the tablet. */
  volume: Signal<number>
  vibration: Signal<boolean>
  /** Call it from inside a gesture: the first key of the PIN pad. Again does nothing. */
  unlock: () => Promise<void>
  /** Sounds and vibrates; says false when nothing can be heard. Never throws. */
  play: (tone: SoundName) => boolean
}

const VOLUME_KEY = 'flowviz.volume'
const VIBRATION_KEY = 'flowviz.vibration'
/** Loud in a quiet room, and heard beside a machine. */
const VOLUME = 0.8
/** A square wave carries three times the energy of a sine of the same height. */
const LOUDNESS: Record<Note['wave'], number> = { sine: 0.9, square: 0.35 }
/** Without it every note begins and ends with a click. */
const RAMP_S = 0.008

export function createSound(parts: SoundParts): Sound {
  const standing = signal<SoundStanding>('locked')
  const volume = signal(keptVolume(parts.storage.getItem(VOLUME_KEY)))
  const vibration = signal(parts.storage.getItem(VIBRATION_KEY) !== 'off')
  volume.subscribe(value => parts.storage.setItem(VOLUME_KEY, String(value)))
  vibration.subscribe(on => parts.storage.setItem(VIBRATION_KEY, on ? 'on' : 'off'))
  let context: AudioContext | null = null

  return {
    standing,
    volume,
    vibration,
    unlock: async () => {
      if (standing.value === 'absent') return
      context ??= parts.audio()
      if (context === null) {
        standing.value = 'absent'
        return
      }
      // A tablet that slept, or a call that came in, suspends it again.
      if (context.state !== 'running') await context.resume().catch(() => undefined)
      standing.value = context.state === 'running' ? 'ready' : 'locked'
    },
    play: tone => {
      const { notes, vibration_ms } = TONES[tone]
      if (vibration.value) parts.vibrate?.([...vibration_ms])
      if (context === null || volume.value === 0) return false
      if (context.state !== 'running') void context.resume().catch(() => undefined)
      for (const note of notes) sound(context, note, volume.value)
      return context.state === 'running'
    },
  }
}

function sound(context: AudioContext, note: Note, volume: number): void {
  const from = context.currentTime + note.at_ms / 1000
  const to = from + note.length_ms / 1000
  const oscillator = context.createOscillator()
  const gain = context.createGain()
  oscillator.type = note.wave
  oscillator.frequency.value = note.pitch_hz
  gain.gain.setValueAtTime(0, from)
  gain.gain.linearRampToValueAtTime(volume * LOUDNESS[note.wave], from + RAMP_S)
  gain.gain.setValueAtTime(volume * LOUDNESS[note.wave], to - RAMP_S)
  gain.gain.linearRampToValueAtTime(0, to)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(from)
  oscillator.stop(to)
}

function keptVolume(kept: string | null): number {
  const volume = kept === null ? Number.NaN : Number(kept)
  return volume >= 0 && volume <= 1 ? volume : VOLUME
}

/** Lets sound out at the first touch of the page, and again at the next when a browser has taken it back. */
export function unlockByTouch(page: Document, sound: Pick<Sound, 'standing' | 'unlock'>): void {
  const touched = () => {
    if (sound.standing.peek() !== 'absent') void sound.unlock()
  }
  page.addEventListener('pointerdown', touched, { capture: true, passive: true })
}
