import Type from 'typebox'

export type Decision = 'PASS' | 'HOLD' | 'FAIL'
export const Decision = Type.Enum(['PASS', 'HOLD', 'FAIL'] as Decision[], { $id: 'Decision' })

/** How a value stands to its limits; `recorded` has none. */
export type Verdict = 'within' | 'low' | 'high' | 'no' | 'yes' | 'recorded'
export const Verdict = Type.Enum(['within', 'low', 'high', 'no', 'yes', 'recorded'] as Verdict[])

export type CalibrationState = 'valid' | 'due' | 'overdue' | 'never' | 'not_needed'
export const CalibrationState = Type.Enum(['valid', 'due', 'overdue', 'never', 'not_needed'] as CalibrationState[])

export type HoldCause = 'manual' | 'gate' | 'deviation' | 'excursion' | 'descendant' | 'recall'
export const HoldCause = Type.Enum(['manual', 'gate', 'deviation', 'excursion', 'descendant', 'recall'] as HoldCause[])

/** OPEN, UNDER_REVIEW, DISPOSITIONED (something waits to be done), CLOSED. */
export const HOLD_STATES = ['OPEN', 'UNDER_REVIEW', 'DISPOSITIONED', 'EXECUTED', 'CLOSED'] as const
export type HoldState = (typeof HOLD_STATES)[number]
export const HoldState = Type.Enum([...HOLD_STATES] as HoldState[])

export type Disposition = 'release' | 'rework' | 'divert' | 'destroy' | 'return'
export const Disposition = Type.Enum(['release', 'rework', 'divert', 'destroy', 'return'] as Disposition[], {
  $id: 'Disposition',
})

export type DeviationCause = 'gate' | 'excursion' | 'calibration' | 'manual'
export const DeviationCause = Type.Enum(['gate', 'excursion', 'calibration', 'manual'] as DeviationCause[])

export const DEVIATION_STATES = ['OPEN', 'CONTAINED', 'EVALUATED', 'ACTIONS_DONE', 'VERIFIED', 'CLOSED'] as const
export type DeviationState = (typeof DEVIATION_STATES)[number]
export const DeviationState = Type.Enum([...DEVIATION_STATES] as DeviationState[])
