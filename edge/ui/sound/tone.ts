/** What a scan has to say: done, never heard of, or must not be. */
export type Tone = 'ok' | 'unknown' | 'forbidden'

/** What a tablet can sound: the tones of a scan, and the siren of a call for help, which nothing else has. */
export type SoundName = Tone | 'siren'

export interface Note {
  at_ms: number
  length_ms: number
  pitch_hz: number
  wave: 'sine' | 'square'
}

interface Voice {
  notes: readonly Note[]
  /** On and off in turn, as navigator.vibrate takes it. */
  vibration_ms: readonly number[]
}

/**
 * One short high chirp that rises, two equal ones in the middle, one long low buzz. The first note of each begins at
 * once: what is heard within 150 ms of a scan belongs to it.
 */
export const TONES: Record<SoundName, Voice> = {
  ok: {
    notes: [
      { at_ms: 0, length_ms: 60, pitch_hz: 1_320, wave: 'sine' },
      { at_ms: 60, length_ms: 90, pitch_hz: 1_980, wave: 'sine' },
    ],
    vibration_ms: [60],
  },
  unknown: {
    notes: [
      { at_ms: 0, length_ms: 140, pitch_hz: 620, wave: 'sine' },
      { at_ms: 220, length_ms: 140, pitch_hz: 620, wave: 'sine' },
    ],
    vibration_ms: [120, 100, 120],
  },
  forbidden: {
    notes: [{ at_ms: 0, length_ms: 650, pitch_hz: 165, wave: 'square' }],
    vibration_ms: [600],
  },
  // Two pitches in turn, as a fire engine has them: no scan has more than two notes.
  siren: {
    notes: [0, 1, 2, 3, 4, 5].map(n => ({
      at_ms: n * 300,
      length_ms: 290,
      pitch_hz: n % 2 === 0 ? 960 : 720,
      wave: 'square' as const,
    })),
    vibration_ms: [300, 100, 300, 100, 300, 100, 300],
  },
}
