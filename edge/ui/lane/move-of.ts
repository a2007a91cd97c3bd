import type { Floor } from '../floor-state.ts'
import { createMoveState, type MoveState } from './move-state.ts'

const made = new WeakMap<Floor, MoveState>()

/** The lot that is being put elsewhere on this floor: whoever opens another screen still carries it. */
export function moveOf(floor: Floor): MoveState {
  const found = made.get(floor)
  if (found !== undefined) return found
  const state = createMoveState(floor)
  made.set(floor, state)
  return state
}
