import type { Floor } from '../floor-state.ts'
import { notedWeightsOf, personIdOf } from '../weight/noted-of.ts'
import { weightOf } from '../weight/weight-of.ts'
import { createOutputState, type OutputState } from './output-state.ts'

const made = new WeakMap<Floor, Map<string, OutputState>>()

/** The outputs of one run on this floor. */
export function outputOf(floor: Floor, run_code: string): OutputState {
  const all = made.get(floor) ?? new Map<string, OutputState>()
  made.set(floor, all)
  const found = all.get(run_code)
  if (found !== undefined) return found
  const noted = notedWeightsOf(floor)
  const parts = {
    ...floor,
    weight: weightOf(floor),
    noted,
    person_id: personIdOf(floor),
    now: floor.clock.exact,
  }
  const state = createOutputState(parts, run_code)
  all.set(run_code, state)
  return state
}
