import type { MonitorState } from '../store/monitor-store.ts'

/** The moment that silence is judged at, and since when it means anything: the start, or the last step of the clock. */
interface Silence {
  at: string
  listening_since: string
  missing_s: number
}

type Quiet = Pick<MonitorState, 'latest' | 'watched_at'>

const heardAt = ({ latest, watched_at }: Quiet): string => latest?.at ?? watched_at

/** True when no usable reading came for too long. Time before `listening_since` does not count: nobody could hear then. */
export function isOverdue(state: Quiet, { at, listening_since, missing_s }: Silence): boolean {
  const heard = heardAt(state)
  // A last reading of the future: the clock was set back since.
  const quiet = heard > at || heard < listening_since ? listening_since : heard
  return Date.parse(at) - Date.parse(quiet) > missing_s * 1_000
}

/** Seconds since the last usable reading, whole. */
export function silentFor(state: Quiet, at: string): number {
  return Math.max(0, Math.round((Date.parse(at) - Date.parse(heardAt(state))) / 1_000))
}
