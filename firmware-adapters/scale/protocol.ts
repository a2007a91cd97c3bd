import type { TSchema } from 'typebox'
import type { About } from '../about.ts'
import type { Said } from './said.ts'
import type { Mode } from './settings.ts'

/** Bytes to complete frames. Bounded: what never becomes a frame is counted as noise and forgotten. */
export interface Framer {
  /** The frames that these bytes complete, oldest first, each as it was received. */
  push(chunk: Uint8Array): Uint8Array[]
  /** Forgets what waits; `synced` says whether the next byte begins a frame. */
  reset(synced: boolean): void
}

/** What is sent to a scale for each thing that it can be asked. A missing one is a thing that it cannot do. */
export interface Commands {
  /** Reads the weight as it is now. A scale without it speaks by itself. */
  weight?: Uint8Array
  /** Asked once the weight is stable, where the answer has more in it than that of `weight`: an alibi number. */
  stable_weight?: Uint8Array
  tare?: Uint8Array
  clear_tare?: Uint8Array
  zero?: Uint8Array
  /** Told once after opening, before anything is asked: what makes the scale speak as it should; changes no weight. */
  prepare?: Uint8Array
  /** Asked once after opening, read-only: who are you. */
  identify?: Uint8Array
  /** Asked after that for the next line about the scale, until it tells an empty one, or nothing new. */
  identify_more?: Uint8Array
  /** Sent before each question: the scale acknowledges it (`ack`), and is only then asked. */
  call?: Uint8Array
}

/**
 * One scale protocol: how its bytes are cut into frames, what a frame says, what it can be asked. Pure; `scaleDriver`
 * makes a driver of it. `settings` are those of devices.yaml, checked against `schema` with its defaults filled in.
 */
export interface ScaleProtocol<Settings extends object = object> {
  readonly id: string
  readonly about?: About
  /** Extra settings beside those that every scale has (settings.ts); an object without additional properties. */
  readonly schema: Record<string, TSchema>
  readonly defaults: {
    /** The ways in which it can be read, the usual one first (settings.ts). */
    modes: readonly [Mode, ...Mode[]]
    poll_ms: number
    timeout_ms: number
  }
  framer(settings: Settings, noise: (bytes: number) => void): Framer
  /** What one frame says. Never throws: what is not understood is noise. */
  decode(frame: Uint8Array, settings: Settings): Said
  commands(settings: Settings): Commands
  /**
   * Settings by which its frames differ, each tried when a line is listened to, the usual one first; none for a protocol
   * that is whatever its settings say. Left out: the defaults.
   */
  readonly dialects?: readonly Partial<Settings & { mode: Mode }>[]
  /** How its frames look in the manual, where another protocol takes them as well. */
  readonly typical?: RegExp
  /** What is wrong with settings that fit the schema: a pointer into them, and a sentence. */
  problems?(settings: Settings): { path: string; message: string }[]
  /** Whether commands are answered by an `ack` or a status; otherwise the weights that follow show what they did. */
  readonly acknowledges: boolean | ((settings: Settings) => boolean)
}
