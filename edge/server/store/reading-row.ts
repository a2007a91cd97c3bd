import type { WeightState } from '@flowviz/contract/measurement'
import type { Reading } from '@flowviz/contract/reading'

/** A reading as its table and the channel's give it. */
export interface ReadingRow extends Omit<Reading, 'weight' | 'raw'> {
  weight: string | null
  raw: Buffer | null
}

/** Keys in the order of the Reading schema. */
export function readingOf(row: ReadingRow): Reading {
  const { seq, device_id, channel, value, unit, quality, reason, verdict, measured_at, received_at, source } = row
  return {
    seq,
    device_id,
    channel,
    value,
    unit,
    quality,
    reason,
    ...(row.weight === null ? {} : { weight: JSON.parse(row.weight) as WeightState }),
    ...(row.raw === null ? {} : { raw: row.raw.toString('hex') }),
    verdict,
    measured_at,
    received_at,
    source,
  }
}
