import type { Floor } from '../floor-state.ts'
import { notedWeightsOf, personIdOf } from '../weight/noted-of.ts'
import { weightOf } from '../weight/weight-of.ts'
import { createReceiveState, type ReceiveState } from './receive-state.ts'

const made = new WeakMap<Floor, ReceiveState>()

/** The receipt of this floor: made when the screen is first opened, and the same whenever it is opened again. */
export function receiveOf(floor: Floor): ReceiveState {
  const found = made.get(floor)
  if (found !== undefined) return found
  const state = createReceiveState({
    ...floor,
    weight: weightOf(floor),
    noted: notedWeightsOf(floor),
    person_id: personIdOf(floor),
    now: floor.clock.exact,
  })
  made.set(floor, state)
  return state
}
