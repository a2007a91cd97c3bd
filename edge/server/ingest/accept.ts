import type { Channel } from '@flowviz/contract/device'
import type { Measurement } from '@flowviz/contract/measurement'
import { boundsReason, rawOf } from '@flowviz/contract/plausible'
import { contradiction, type Quality, qualityOf, type Reason } from '@flowviz/contract/quality'
import { judge } from '@flowviz/contract/reading'
import { timestampOf } from '@flowviz/contract/time'
import { dimensionOf } from '@flowviz/contract/unit'
import type { NewReading } from '../parts.ts'

/** How far the time of a source may lie from the appliance's own before it is doubted (device-protocols.md C1). */
const AHEAD_MS = 5 * 60_000
const BEHIND_MS = 7 * 86_400_000

/** What the appliance adds to a measurement. Times in ms since 1970. */
export interface Stamp {
  device_id: string
  /** Names the measurement at its source for ever. */
  source: string
  measured_ms: number
  received_ms: number
  /** The broker's client sent it with the retain flag: it may be old. */
  retained: boolean
  /** The calibration of the device, or of this channel of it, does not count any more. */
  calibration_overdue?: boolean
}

export type Accepted = { reading: NewReading } | { cause: string }

/**
 * A measurement as a reading, judged by the limits of its channel; or the cause for which it goes to quarantine. Pure.
 * The class of a reading only ever gets worse here, and a value that cannot be is dropped, its text kept in `raw`.
 */
export function accept(measurement: Measurement, channels: readonly Channel[], stamp: Stamp): Accepted {
  const channel = channels.find(({ name }) => name === measurement.channel)
  if (channel === undefined) return { cause: `channel ${measurement.channel} is not configured` }
  const cause = contradiction(measurement)
  if (cause !== null) return { cause }
  const reason = reasonOf(measurement, channel, stamp)
  const quality = qualityOf(reason)
  const value = quality === 'bad' ? null : measurement.value
  const unit = reason === 'unit_mismatch' ? null : measurement.unit
  const raw = isKept(measurement, channel, quality) ? evidenceOf(measurement, value) : undefined
  return {
    reading: {
      device_id: stamp.device_id,
      channel: channel.name,
      value,
      unit,
      quality,
      reason,
      ...(measurement.weight === undefined ? {} : { weight: measurement.weight }),
      ...(raw === undefined ? {} : { raw }),
      verdict: judge(value, unit, channel.limits),
      measured_at: timestampOf(stamp.measured_ms),
      received_at: timestampOf(stamp.received_ms),
      source: stamp.source,
    },
  }
}

/** Evidence is kept as long as its reading, whose seal covers it; what need not be kept is never stored. */
const isKept = ({ weight }: Measurement, { keep_raw, unit }: Channel, quality: Quality) =>
  keep_raw !== false || quality !== 'good' || weight !== undefined || dimensionOf(unit) === 'mass'

const evidenceOf = (measurement: Measurement, value: string | null) =>
  measurement.raw ?? (value === measurement.value ? undefined : rawOf(measurement))

function reasonOf({ value, unit, quality, reason }: Measurement, channel: Channel, stamp: Stamp): Reason {
  if (value === null) return reason
  if (unit !== channel.unit) return 'unit_mismatch'
  const bounds = boundsReason(value, channel.limits)
  if (bounds === 'out_of_physical_range') return bounds
  if (quality !== 'good') return reason
  if (bounds !== null) return bounds
  if (stamp.retained) return 'retained'
  const ahead_ms = stamp.measured_ms - stamp.received_ms
  if (ahead_ms > AHEAD_MS || ahead_ms < -BEHIND_MS) return 'clock_suspect'
  return stamp.calibration_overdue === true || isPast(channel, stamp.received_ms) ? 'calibration_overdue' : reason
}

const isPast = ({ calibration }: Channel, at_ms: number) =>
  calibration?.due_on !== undefined && timestampOf(at_ms).slice(0, 10) > calibration.due_on
