const MINUTE_MS = 60_000

/** Wrong PINs that are only counted. */
const FREE = 5
/** How long each further one locks its person: the fifth, the sixth, ... Then somebody with more rights has to come. */
const LOCKS_MS = [1, 2, 5, 15].map(minutes => minutes * MINUTE_MS)

/** Wrong PINs of one person at this tablet, as they are kept. A right one ends them. */
export interface Tries {
  person_id: string
  fails: number
  /** By the running time of this tablet (session-clock.ts), which nobody can set. */
  locked_until_ms: number
}

export type TriesStanding =
  | { kind: 'open'; left: number }
  | { kind: 'locked'; left_ms: number }
  /** Only a manager opens it, or the appliance by the right PIN. */
  | { kind: 'shut' }

/** Where somebody stands who gave wrong PINs, at a running time of the tablet. */
export function standingOf({ fails, locked_until_ms }: Omit<Tries, 'person_id'>, running_ms: number): TriesStanding {
  if (fails >= FREE + LOCKS_MS.length) return { kind: 'shut' }
  if (running_ms < locked_until_ms) return { kind: 'locked', left_ms: locked_until_ms - running_ms }
  return { kind: 'open', left: Math.max(1, FREE - fails) }
}

/** One more try; it counts as wrong until it was right. */
export function counted<T extends Omit<Tries, 'person_id'>>(tries: T, running_ms: number): T {
  const fails = tries.fails + 1
  const lock = fails < FREE ? null : LOCKS_MS[fails - FREE]
  return { ...tries, fails, locked_until_ms: lock == null ? 0 : running_ms + lock }
}
