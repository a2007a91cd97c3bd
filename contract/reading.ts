import Type, { type Static } from 'typebox'
import { compareDecimal } from './decimal.ts'
import type { Limits } from './limit.ts'
import { Measurement } from './measurement.ts'
import { Name } from './name.ts'
import { Timestamp } from './time.ts'
import { isUnit, type Unit } from './unit.ts'

export type Verdict = 'within' | 'low' | 'high' | 'unjudged'
/** Where a value stands against the alarm limits of its channel; a bad reading is never judged. */
export const Verdict = Type.Enum(['within', 'low', 'high', 'unjudged'] as Verdict[], { $id: 'Verdict' })

/**
 * A measurement that the appliance accepted: with its number in the site's telemetry (`seq`, gap-free), the server's
 * time, and its verdict. `measured_at` is the gateway's or sensor's own time and orders nothing.
 */
export const Reading = Type.Object(
  {
    seq: Type.Integer({ minimum: 1 }),
    device_id: Name,
    ...Measurement.properties,
    verdict: Verdict,
    measured_at: Timestamp,
    received_at: Timestamp,
    /** Names the measurement at its source: `<boot_id>:<seq>`, or a digest for sensors that number nothing. */
    source: Type.String({ maxLength: 60 }),
  },
  { $id: 'Reading', additionalProperties: false },
)
export type Reading = Static<typeof Reading>

/**
 * Judges a value by the limits of its channel, which stand in the same unit: digit by digit, so that nothing is ever
 * rounded towards `within`.
 */
export function judge(value: string | null, unit: Unit | null, limits: Limits | undefined): Verdict {
  if (value === null || unit === null || limits === undefined || !isUnit(unit)) return 'unjudged'
  const { low, high } = limits
  if (low === undefined && high === undefined) return 'unjudged'
  if (low !== undefined && compareDecimal(value, low) < 0) return 'low'
  if (high !== undefined && compareDecimal(value, high) > 0) return 'high'
  return 'within'
}

/** The channel whose digest `reading.sealed` carries: the text that is hashed, one line a reading, in seq order. */
export function sealLine(reading: Reading): string {
  return JSON.stringify([
    reading.seq,
    reading.device_id,
    reading.channel,
    reading.value,
    reading.unit,
    reading.quality,
    reading.reason,
    reading.measured_at,
    reading.received_at,
    reading.source,
    reading.raw ?? null,
    reading.weight ?? null,
    reading.verdict,
  ])
}
