import type { Floor } from '../floor-state.ts'
import { rememberedSignal } from '../session/remembered.ts'
import { createWeightState, type WeightState } from './weight-state.ts'

const made = new WeakMap<Floor, WeightState>()

/** The scale of this floor: made when a screen first weighs, and one for all screens. */
export function weightOf(floor: Floor): WeightState {
  const found = made.get(floor)
  if (found !== undefined) return found
  const { clock, devices, live, storage } = floor
  const remembered = rememberedSignal(storage, 'flowviz.scale')
  const state = createWeightState({ clock, devices, live: live.status, remembered })
  made.set(floor, state)
  return state
}
