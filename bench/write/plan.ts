import type { LoadJob } from '../load/load.ts'

/** How many clients, and how many of their requests wait at the same time on each connection. */
export interface Shape {
  door: 'lots' | 'readings'
  connections: number
  window: number
}

/** In flight over all connections. */
export const inFlight = ({ connections, window }: Shape) => connections * window

export interface Plan {
  rounds: number
  durationMs: number
  warmUpMs: number
  countMax: number
  shapes: Shape[]
}

export const LOTS_LONE: Shape = { door: 'lots', connections: 1, window: 1 }
export const LOTS_CROWD: Shape = { door: 'lots', connections: 64, window: 1 }
export const READINGS_FLOOD: Shape = { door: 'readings', connections: 10, window: 20 }

const SHAPES: Shape[] = [
  LOTS_LONE,
  { door: 'lots', connections: 8, window: 1 },
  LOTS_CROWD,
  { door: 'readings', connections: 1, window: 1 },
  { door: 'readings', connections: 1, window: 8 },
  { door: 'readings', connections: 8, window: 8 },
  READINGS_FLOOD,
]

export const FULL: Plan = { rounds: 5, durationMs: 1_000, warmUpMs: 2_000, countMax: 400_000, shapes: SHAPES }

/** Shows that every part works; its figures mean nothing. */
export const QUICK: Plan = { rounds: 1, durationMs: 120, warmUpMs: 50, countMax: 20_000, shapes: SHAPES }

/** The job of one measurement. */
export function jobOf(plan: Plan, shape: Shape, target: Pick<LoadJob, 'port' | 'from' | 'token' | 'secret'>): LoadJob {
  const { door, connections, window } = shape
  const kind = door === 'lots' ? 'http' : 'mqtt'
  return { kind, connections, window, durationMs: plan.durationMs, countMax: plan.countMax, ...target }
}
