import type { ReadonlySignal } from '@preact/signals'
import { computed, effect, signal } from '@preact/signals'
import type { Reach } from '../outbox/reach-state.ts'

export type Reached = Reach

/** Since when the appliance does not answer; null while it does, or while nobody knows yet. */
export interface Away {
  kind: 'offline' | 'wrong'
  /** Milliseconds since 1970. */
  since: number
}

/** Turns what the connection is into what the screen says: a moment of connecting alarms nobody. */
export function createAwayState(
  reach: ReadonlySignal<Reach>,
  now: ReadonlySignal<number>,
): ReadonlySignal<Away | null> {
  const since = signal<number | null>(null)
  effect(() => {
    const isAway = reach.value === 'offline' || reach.value === 'wrong-network'
    if (isAway && since.peek() === null) since.value = now.peek()
    if (reach.value === 'online' || reach.value === 'slow') since.value = null
  })
  return computed(() =>
    since.value === null ? null : { kind: reach.value === 'wrong-network' ? 'wrong' : 'offline', since: since.value },
  )
}
