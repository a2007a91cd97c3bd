import type { FeedStatus } from '@flowviz/contract/screen/live-feed'
import { computed } from '@preact/signals'
import type { Floor } from '../floor-state.ts'
import { rememberedSignal } from '../session/remembered.ts'
import { createWeightState, type WeightState } from './weight-state.ts'

const made = new WeakMap<Floor, WeightState>()

/** The scale of this floor: made when a screen first weighs, and one for all screens. */
export function weightOf(floor: Floor): WeightState {
  const found = made.get(floor)
  if (found !== undefined) return found
  const { clock, devices, storage } = floor
  const remembered = rememberedSignal(storage, 'flowviz.scale')
  // A stream that begins anew for minutes is none to wait for: the bar above says already that the appliance is away.
  const live = computed<FeedStatus>(() => (floor.away.value === null ? floor.live.status.value : 'lost'))
  const state = createWeightState({ clock, devices, live, remembered })
  made.set(floor, state)
  return state
}
