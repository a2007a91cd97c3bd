import type { Run } from '@flowviz/contract/run'
import type { Floor } from '../floor-state.ts'
import { notedWeightsOf, personIdOf } from '../weight/noted-of.ts'
import { weightOf } from '../weight/weight-of.ts'
import { type ConsumeState, createConsumeState } from './consume-state.ts'

const made = new WeakMap<Floor, Map<string, ConsumeState>>()

/** What goes into one run on this floor. */
export function consumeOf(floor: Floor, run: Pick<Run, 'run_id' | 'run_code'>): ConsumeState {
  const all = made.get(floor) ?? new Map<string, ConsumeState>()
  made.set(floor, all)
  const found = all.get(run.run_code)
  if (found !== undefined) return found
  const parts = { ...floor, weight: weightOf(floor), noted: notedWeightsOf(floor), person_id: personIdOf(floor) }
  const state = createConsumeState(parts, run)
  all.set(run.run_code, state)
  return state
}
