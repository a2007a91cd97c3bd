import Type from 'typebox'

/** F3: DRAFT, RELEASED, PRE_OP, RUNNING and PAUSED, COMPLETED, RECONCILED, REVIEWED, CLOSED; or ABORTED, VOIDED. */
export const RUN_STATES = [
  'DRAFT',
  'RELEASED',
  'PRE_OP',
  'RUNNING',
  'PAUSED',
  'COMPLETED',
  'RECONCILED',
  'REVIEWED',
  'CLOSED',
  'ABORTED',
  'VOIDED',
] as const
export type RunState = (typeof RUN_STATES)[number]
export const RunState = Type.Enum([...RUN_STATES] as RunState[], { $id: 'RunState' })
