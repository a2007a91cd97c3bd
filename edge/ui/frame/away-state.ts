import type { ReadonlySignal } from '@preact/signals'
import { computed, effect, signal } from '@preact/signals'

export type Reached = 'connecting' | 'online' | 'slow' | 'offline' | 'wrong-network'

/** Since when the appliance does not answer; null while it does, or while nobody knows yet. */
export interface Away {
  kind: 'offline' | 'wrong'
  /** Milliseconds since 1970. */
  since: number
}

/** Turns what the connection is into what the screen says: a moment of connecting alarms nobody. */
export function createAwayState(
  reached: ReadonlySignal<Reached>,
  now: ReadonlySignal<number>,
): ReadonlySignal<Away | null> {
  const since = signal<number | null>(null)
  effect(() => {
    const isAway = reached.value === 'offline' || reached.value === 'wrong-network'
    if (isAway && since.peek() === null) since.value = now.peek()
    if (reached.value === 'online' || reached.value === 'slow') since.value = null
  })
  return computed(() =>
    since.value === null ? null : { kind: reached.value === 'wrong-network' ? 'wrong' : 'offline', since: since.value },
  )
}
