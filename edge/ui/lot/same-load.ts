import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { WeightState } from '../weight/weight-state.ts'

/** Whether what was registered last stands on the scale still: another tap would make a second lot of it. */
export interface SameLoad {
  isThere: ReadonlySignal<boolean>
  /** What stands on the scale now has become a lot. */
  registered: () => void
}

/** The last digit of a scale flickers; goods that were taken off or exchanged move it by more. */
const MOVED_BY = 0.02

export const isMoved = (before: string, now: string): boolean =>
  Math.abs(Number(now) - Number(before)) > Math.abs(Number(before)) * MOVED_BY

export function createSameLoad(weight: Pick<WeightState, 'view' | 'scale'>): SameLoad {
  const taken = signal<{ scale_id: string; value: string } | null>(null)
  const isThere = signal(false)
  effect(() => {
    const view = weight.view.value
    if (taken.value === null || view.kind !== 'live') return
    if (weight.scale.value?.id !== taken.value.scale_id || isMoved(taken.value.value, view.value)) taken.value = null
  })
  effect(() => {
    isThere.value = taken.value !== null
  })
  return {
    isThere,
    registered: () => {
      const view = weight.view.peek()
      const scale = weight.scale.peek()
      taken.value = view.kind === 'live' && scale !== null ? { scale_id: scale.id, value: view.value } : null
    },
  }
}
