import type { CurvePoint } from './curve.ts'

/** Points of a curve and when the appliance told them. */
export interface KeptCurve {
  points: readonly CurvePoint[]
  as_of: number
}

type Store = Pick<Storage, 'getItem' | 'setItem'>
const keyOf = (monitor_id: string) => `flowviz.curve.${monitor_id}`

/** The curve that this tablet drew last, so that it can be drawn again without the appliance. */
export function keptCurve(storage: Store, monitor_id: string): KeptCurve | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(monitor_id)) ?? 'null')
    return kept !== null && typeof kept === 'object' && 'points' in kept ? (kept as KeptCurve) : null
  } catch {
    return null
  }
}

/** Keeps a curve; a store that is full costs the memory of it and nothing else. */
export function keepCurve(storage: Store, monitor_id: string, curve: KeptCurve): void {
  try {
    storage.setItem(keyOf(monitor_id), JSON.stringify(curve))
  } catch {
    // The curve is drawn all the same.
  }
}
