import { computed, type ReadonlySignal } from '@preact/signals'
import type { Floor } from '../floor-state.ts'
import { createNotedWeights, type NotedWeights } from './noted-weights.ts'
import { say } from './words.ts'

const made = new WeakMap<Floor, NotedWeights>()

/** What this floor's displays showed; one for all screens that weigh. */
export function notedWeightsOf(floor: Floor): NotedWeights {
  const found = made.get(floor)
  if (found !== undefined) return found
  const { outbox, storage, report } = floor
  const reason = ({ scale, weight_kg }: { scale: string; weight_kg: string }) =>
    say('noted_reason', { scale, kg: weight_kg })
  const noted = createNotedWeights({ outbox, storage, report, reason, person_id: personIdOf(floor) })
  made.set(floor, noted)
  return noted
}

/** Who is signed in on this floor. */
export const personIdOf = (floor: Floor): ReadonlySignal<string | null> =>
  computed(() => floor.session.person.value?.id ?? null)
