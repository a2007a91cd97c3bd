import type { Taken } from './taken.ts'

/** What was opened beside the main action of a run. */
export type Panel =
  | { kind: 'none' | 'pause' | 'loss' | 'finish' | 'explain' | 'review' }
  /** Material of a lot that goes back. */
  | { kind: 'back'; lot: Taken }
