import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Reach } from '../outbox/reach-state.ts'

/** Slow for so long is told; one late answer is none of the operator's business. */
const TOLD_AFTER_MS = 5_000

/** True while the appliance answers, but late, and not only once: a bar that flickers helps nobody. */
export function createSlowState(reach: ReadonlySignal<Reach>, tick: ReadonlySignal<number>): ReadonlySignal<boolean> {
  const since = signal<number | null>(null)
  effect(() => {
    if (reach.value !== 'slow') since.value = null
    else if (since.peek() === null) since.value = tick.peek()
  })
  return computed(() => since.value !== null && tick.value - since.value >= TOLD_AFTER_MS)
}
