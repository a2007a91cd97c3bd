import type { Floor } from '../floor-state.ts'
import { createRecallState, type RecallState } from './recall-state.ts'

const made = new WeakMap<Floor, RecallState>()

/** What is recalled here, as this tablet knows it. */
export function recallOf(floor: Floor): RecallState {
  const found = made.get(floor)
  if (found !== undefined) return found
  const { shelf, outbox, clock, storage } = floor
  const state = createRecallState({
    kept: shelf.recallNotices.kept,
    entries: outbox.entries,
    now: clock.now,
    storage,
  })
  made.set(floor, state)
  return state
}
