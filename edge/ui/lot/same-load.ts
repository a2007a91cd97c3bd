import { computed, effect, type ReadonlySignal } from '@preact/signals'
import { draftSignal } from '../session/draft.ts'
import type { WeightState } from '../weight/weight-state.ts'

/** Whether what was registered last stands on the scale still: another tap would make a second lot of it. */
export interface SameLoad {
  /** What the load on the scale of the moment has become; null: nothing yet. */
  of: ReadonlySignal<string | null>
  /** What stands on the scale now becomes a lot, which a person knows by this name. */
  taken: (name: string) => void
  /** It has become none after all. */
  release: () => void
}

export interface SameLoadParts {
  weight: Pick<WeightState, 'view' | 'scale'>
  storage: Pick<Storage, 'getItem' | 'setItem'>
}

/** What a scale showed when its load became a lot, in the unit of its display. */
interface Load {
  value: string
  name: string
}

/** The last digit of a scale flickers; goods that were taken off or exchanged move it by more. */
const MOVED_BY = 0.02

/** True too where one of both is no number: what cannot be compared blocks nobody. */
export const isMoved = (before: string, now: string): boolean =>
  !(Math.abs(Number(now) - Number(before)) <= Math.abs(Number(before)) * MOVED_BY)

/** Keeps the load of each scale until that scale shows another one, also over a reload. */
export function createSameLoad({ weight, storage }: SameLoadParts): SameLoad {
  const loads = draftSignal<Record<string, Load>>(storage, 'same-load', {})
  const here = computed(() => {
    const id = weight.scale.value?.id
    return id === undefined ? null : (loads.value[id] ?? null)
  })
  const release = () => {
    const { [weight.scale.peek()?.id ?? '']: _gone, ...others } = loads.peek()
    loads.value = others
  }
  effect(() => {
    const view = weight.view.value
    if (here.value !== null && view.kind === 'live' && isMoved(here.value.value, view.value)) release()
  })
  return {
    of: computed(() => here.value?.name ?? null),
    taken: name => {
      const [view, scale] = [weight.view.peek(), weight.scale.peek()]
      if (view.kind === 'live' && scale !== null)
        loads.value = { ...loads.peek(), [scale.id]: { value: view.value, name } }
    },
    release,
  }
}
