import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Floor } from '../floor-state.ts'

export const FloorContext = createContext<Floor | null>(null)

/** The floor that a screen stands on. */
export function useFloor(): Floor {
  const floor = useContext(FloorContext)
  if (floor === null) throw new Error('A screen is drawn outside of the floor.')
  return floor
}
