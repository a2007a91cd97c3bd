import { compareDecimal, type Decimal, isDecimal } from '@flowviz/contract/decimal'
import { FlowError } from '@flowviz/contract/error'
import type { EventData } from '@flowviz/contract/event'
import type { QcCheck, QcGate } from '@flowviz/contract/plant/qc-plan'
import type { MeasuredValue } from '@flowviz/contract/qc-decision'
import { convertDecimal, dimensionOf, isUnit } from '@flowviz/contract/unit'

/** An actual value with its limits in its own unit, and how it stands to them. */
export type JudgedValue = EventData<'gate.decided'>['values'][0]

/**
 * Judges actual values by the limits of a gate, in exact decimals. A limit in another unit is converted into that of
 * the value and never becomes wider by it, so what stands in the record is what was compared.
 * @throws FlowError value_invalid
 */
export function judgeValues(values: readonly MeasuredValue[], gate: QcGate): JudgedValue[] {
  return values.map(value => {
    const check = gate.checks.find(({ parameter }) => parameter === value.parameter)
    if (check === undefined) throw invalid(value, `is no parameter of gate ${gate.gate_no}, ${gate.title}`)
    return isQuestion(check) ? answered(value) : measured(value, check)
  })
}

/** @throws FlowError value_out_of_limit (with `values`): with these the gate cannot pass. */
export function requireWithin(values: readonly JudgedValue[], gate: QcGate): void {
  const wrong = values.filter(isWrong)
  if (wrong.length === 0) return
  throw new FlowError('value_out_of_limit', `${gate.title}: ${wrong.map(sentenceOf).join('; ')}.`, {
    extra: { values: wrong },
  })
}

/** @throws FlowError value_missing (with `parameters`): the plan wants them before the gate passes. */
export function requireComplete(values: readonly JudgedValue[], gate: QcGate): void {
  const given = new Set(values.map(({ parameter }) => parameter))
  const missing = gate.checks.filter(({ required, parameter }) => required === true && !given.has(parameter))
  if (missing.length === 0) return
  const parameters = missing.map(({ parameter }) => parameter)
  throw new FlowError('value_missing', `${gate.title} needs ${parameters.join(', ')}.`, { extra: { parameters } })
}

/** The first value that is outside of its limits, and the limit that it breaks. */
export function firstWrong(values: readonly JudgedValue[]): { value: JudgedValue; limit: string } | null {
  const value = values.find(isWrong)
  return value === undefined ? null : { value, limit: limitOf(value) }
}

const isWrong = ({ verdict }: JudgedValue): boolean => verdict === 'low' || verdict === 'high' || verdict === 'no'

function limitOf({ verdict, low, high, unit }: JudgedValue): string {
  if (verdict === 'no') return 'yes'
  const sign = verdict === 'low' ? `at least ${low}` : `at most ${high}`
  return unit === null ? sign : `${sign} ${unit}`
}

const sentenceOf = (value: JudgedValue): string =>
  `${value.parameter} is ${value.value}${value.unit === null ? '' : ` ${value.unit}`}, limit ${limitOf(value)}`

const isQuestion = ({ unit, low, high }: QcCheck): boolean =>
  unit === undefined && low === undefined && high === undefined

function answered({ parameter, value, unit }: MeasuredValue): JudgedValue {
  if (typeof value !== 'boolean' || unit !== undefined) throw invalid({ parameter }, 'is answered by true or false')
  const verdict = value ? 'yes' : 'no'
  return { parameter, value: verdict, unit: null, low: null, high: null, verdict }
}

function measured({ parameter, value, unit }: MeasuredValue, check: QcCheck): JudgedValue {
  const text = String(value)
  if (typeof value === 'boolean' || !isDecimal(text)) throw invalid({ parameter }, `is no number: ${text}`)
  const own = unit ?? check.unit
  const low = limitIn(own, { limit: check.low, check, round: 'up' })
  const high = limitIn(own, { limit: check.high, check, round: 'down' })
  return { parameter, value: text, unit: own ?? null, low, high, verdict: verdictOf(text, low, high) }
}

function verdictOf(value: Decimal, low: Decimal | null, high: Decimal | null): JudgedValue['verdict'] {
  if (low !== null && compareDecimal(value, low) < 0) return 'low'
  if (high !== null && compareDecimal(value, high) > 0) return 'high'
  return low === null && high === null ? 'recorded' : 'within'
}

type Limit = { limit: Decimal | undefined; check: QcCheck; round: 'up' | 'down' }

function limitIn(unit: string | undefined, { limit, check, round }: Limit): Decimal | null {
  const from = check.unit
  if (unit !== from && !comparable(unit, from))
    throw invalid(check, `is measured in ${from ?? 'no unit'}, not in ${unit}`)
  if (limit === undefined) return null
  if (unit === from || unit === undefined || from === undefined || !isUnit(unit) || !isUnit(from)) return limit
  return convertDecimal(limit, { from, to: unit }, round)
}

function comparable(unit: string | undefined, other: string | undefined): boolean {
  if (unit === undefined || other === undefined || !isUnit(unit) || !isUnit(other)) return false
  return dimensionOf(unit) === dimensionOf(other)
}

const invalid = ({ parameter }: { parameter: string }, what: string) =>
  new FlowError('value_invalid', `${parameter} ${what}.`, { extra: { parameter } })
