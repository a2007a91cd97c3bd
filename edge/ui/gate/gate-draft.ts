import type { QcCheck, QcGate } from '@flowviz/contract/plant/qc-plan'
import type { MeasuredValue } from '@flowviz/contract/qc-decision'

/** What somebody found at a gate: a yes or no, or a number as it was keyed in. */
export interface GateDraft {
  /** The lot and gate that it is of: another one begins empty. */
  of: string
  values: Readonly<Record<string, boolean | string>>
  /** Why the lot is held or rejected. */
  reason: string | null
}

export const emptyDraft = (of: string): GateDraft => ({ of, values: {}, reason: null })

/** How a value stands to its check. `open`: nothing was entered; `wrong`: no number at all. */
export type CheckState = 'open' | 'good' | 'bad' | 'wrong'

const NUMBER = /^-?\d{1,9}(\.\d{1,6})?$/

export const isMeasured = (check: QcCheck) =>
  check.unit !== undefined || check.low !== undefined || check.high !== undefined

/** The first number that a gate asks for and nobody has keyed in; null when there is none. */
export const firstMeasured = (gate: Pick<QcGate, 'checks'>, draft: GateDraft): QcCheck | null =>
  gate.checks.find(check => isMeasured(check) && checkState(check, draft.values[check.parameter]) === 'open') ?? null

/** Judges a value as the appliance will: limits are part of what is allowed. */
export function checkState(check: QcCheck, value: boolean | string | undefined): CheckState {
  if (value === undefined || value === '') return 'open'
  if (typeof value === 'boolean') return value ? 'good' : 'bad'
  if (!NUMBER.test(value)) return 'wrong'
  const isLow = check.low !== undefined && Number(value) < Number(check.low)
  const isHigh = check.high !== undefined && Number(value) > Number(check.high)
  return isLow || isHigh ? 'bad' : 'good'
}

/** Why a decision cannot be made yet; null when it can. */
export type Missing = 'checks_open' | 'checks_bad' | 'checks_wrong' | 'reason' | null

/**
 * A release needs every check done and good. A hold or a rejection needs a reason alone: whoever suspects something
 * must not have to measure first.
 */
export function missingFor(
  decision: 'PASS' | 'HOLD' | 'FAIL',
  gate: Pick<QcGate, 'checks'>,
  draft: GateDraft,
): Missing {
  const states = gate.checks.map(check => checkState(check, draft.values[check.parameter]))
  if (states.includes('wrong')) return 'checks_wrong'
  if (decision !== 'PASS') return draft.reason === null ? 'reason' : null
  if (states.includes('bad')) return 'checks_bad'
  return states.includes('open') ? 'checks_open' : null
}

/** The values that go with a decision. */
export function valuesOf(gate: Pick<QcGate, 'checks'>, draft: GateDraft): MeasuredValue[] {
  return gate.checks.flatMap(({ parameter }) => {
    const value = draft.values[parameter]
    return value === undefined || value === '' ? [] : [{ parameter, value }]
  })
}

/** How many of the checks are done. */
export const doneOf = (gate: Pick<QcGate, 'checks'>, draft: GateDraft): number =>
  gate.checks.filter(check => checkState(check, draft.values[check.parameter]) !== 'open').length
