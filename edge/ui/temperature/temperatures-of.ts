import type { ReadonlySignal } from '@preact/signals'
import type { Floor } from '../floor-state.ts'
import { createTemperatureState, type TemperaturePoint } from './temperature-state.ts'

const made = new WeakMap<Floor, ReadonlySignal<TemperaturePoint[]>>()

/** The measuring points of this floor. */
export function temperaturesOf(floor: Floor): ReadonlySignal<TemperaturePoint[]> {
  const found = made.get(floor)
  if (found !== undefined) return found
  const points = createTemperatureState(floor.devices)
  made.set(floor, points)
  return points
}
