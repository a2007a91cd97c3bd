import { compareDecimal } from '@flowviz/contract/decimal'
import { FlowError } from '@flowviz/contract/error'
import type { Location } from '@flowviz/contract/plant/location'
import type { Unit } from '@flowviz/contract/unit'
import type { Watch } from '../store/monitor-record.ts'
import { crossedLimit, type Side } from './excursion-limit.ts'
import { decimalText } from './mass.ts'

/** What a thermometer of a food plant may show. */
const BOUNDS_C = { low: '-100', high: '300' } as const

/**
 * Degrees Celsius as a person gave them; the bounds that a schema sets for a number hold for text too.
 * @throws FlowError quantity_invalid
 */
export function temperatureOf(given: string | number): string {
  const text = decimalText(given)
  if (compareDecimal(text, BOUNDS_C.low) < 0 || compareDecimal(text, BOUNDS_C.high) > 0)
    throw new FlowError('quantity_invalid', `${text} °C is no temperature of a food plant.`, {
      hint: `Send degrees Celsius from ${BOUNDS_C.low} to ${BOUNDS_C.high}.`,
    })
  return text
}

/** Limits that a temperature is judged by, and whose they are. */
export interface Limits {
  monitor_id: string | null
  version: number | null
  title: string
  unit: Unit
  low: string | null
  high: string | null
}

export interface JudgedTemperature {
  limits: Limits
  verdict: Side | 'within' | 'recorded'
}

export const limitsOf = ({ monitor, version }: Watch): Limits => {
  const { monitor_id, title, unit, low = null, high = null } = monitor
  return { monitor_id, version, title, unit, low, high }
}

/** The limits of a place itself. */
export const limitsAt = ({ title, low_c, high_c }: Location): Limits => ({
  monitor_id: null,
  version: null,
  title,
  unit: 'Cel',
  low: low_c ?? null,
  high: high_c ?? null,
})

/** Judges degrees Celsius by several limits: by the first that is crossed, where one is. At least one is given. */
export function judgeTemperature(value_c: string, all: readonly Limits[]): JudgedTemperature {
  const judged = all.map(limits => ({ limits, verdict: verdictOf(value_c, limits) }))
  return judged.find(({ verdict }) => verdict === 'low' || verdict === 'high') ?? judged[0]!
}

function verdictOf(value_c: string, { unit, low, high }: Limits): JudgedTemperature['verdict'] {
  if (low === null && high === null) return 'recorded'
  const limits = { unit, ...(low === null ? {} : { low }), ...(high === null ? {} : { high }) }
  return crossedLimit(value_c, 'Cel', limits) ?? 'within'
}

/** No queue of a tablet is older: a clock that is farther off than this says nothing of what to hold. */
const BELIEVED_MS = 7 * 86_400_000

/**
 * Since when a place may have been wrong: since it was last known to be right; where a sensor said so a moment ago, since
 * now. What was taken earlier than it was entered, by the clock of the tablet, reaches back to then.
 * @param alive_ms for so long the last good reading of a sensor says how the place is
 */
export function wrongSince(of: {
  now: string
  occurred_at: string | null
  last_good_at: string | null
  alive_ms: number
}): string {
  const { now, occurred_at, last_good_at, alive_ms } = of
  const isFresh = last_good_at !== null && Date.parse(now) - Date.parse(last_good_at) <= alive_ms
  const since = last_good_at === null || isFresh ? now : last_good_at
  if (occurred_at === null || occurred_at >= since) return since
  return Date.parse(now) - Date.parse(occurred_at) > BELIEVED_MS ? since : occurred_at
}
