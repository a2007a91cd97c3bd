import { hexOf } from './chain.ts'
import { compareDecimal, decimalOf, wholeOf } from './decimal.ts'
import type { Channel } from './device.ts'
import type { Limits, Rate } from './limit.ts'
import type { Measurement } from './measurement.ts'

const PLACES = 9
/** Points of a window that a jump is looked for from. */
const POINTS = 16

interface Point {
  at_ms: number
  /** In 10^-9 of the channel's unit. */
  value: bigint
}

/** Whether a value can be, by the bounds of its channel: impossible, doubtful, or null for neither. */
export function boundsReason(value: string, limits: Limits = {}): 'out_of_physical_range' | 'range_warning' | null {
  const { hard_low, hard_high, warn_low, warn_high } = limits
  if (isOutside(value, hard_low, hard_high)) return 'out_of_physical_range'
  return isOutside(value, warn_low, warn_high) ? 'range_warning' : null
}

const isOutside = (value: string, low: string | undefined, high: string | undefined) =>
  (low !== undefined && compareDecimal(value, low) < 0) || (high !== undefined && compareDecimal(value, high) > 0)

/**
 * The value times the slope plus the offset of its calibration, with as many places as the value or the offset has;
 * halves go away from zero. What the device said stays in `raw`. One that leaves the decimals has no value any more.
 */
export function corrected<M extends Measurement>(measurement: M, { calibration, unit }: Channel): M {
  const { value } = measurement
  const { slope = '1', offset = '0' } = calibration ?? {}
  if (value === null || measurement.unit !== unit || (slope === '1' && offset === '0')) return measurement
  const places = Math.max(placesOf(value), placesOf(offset))
  const step = 10n ** BigInt(2 * PLACES - places)
  const exact = wholeOf(value, PLACES) * wholeOf(slope, PLACES) + wholeOf(offset, PLACES) * 10n ** BigInt(PLACES)
  const size = ((exact < 0n ? -exact : exact) * 2n + step) / (step * 2n)
  const text = decimalOf(exact < 0n ? -size : size, places)
  const raw = rawOf(measurement)
  if (text.replace('-', '').split('.')[0]!.length > 12)
    return { ...measurement, value: null, quality: 'bad', reason: 'out_of_physical_range', raw }
  return { ...measurement, value: text, raw }
}

const placesOf = (text: string) => text.split('.')[1]?.length ?? 0

/** The frame, or the value and its unit as they were said, in hex. */
export const rawOf = ({ raw, value, unit }: Measurement): string =>
  raw ?? hexOf(new TextEncoder().encode(`${value} ${unit ?? ''}`.trim()))

/**
 * Holds what the channels of one device say to what can be, and says nothing less: a value that cannot be is bad, one
 * that is doubtful is uncertain, and each is told. The quality only ever gets worse here.
 */
export class Plausibility {
  readonly #channels: ReadonlyMap<string, Channel>
  readonly #points = new Map<string, Point[]>()

  constructor(channels: readonly Channel[]) {
    this.#channels = new Map(channels.map(channel => [channel.name, channel]))
  }

  /** @param at_ms when it was measured, on a clock that is never set */
  judge<M extends Measurement>(measurement: M, at_ms: number): M {
    const channel = this.#channels.get(measurement.channel)
    if (channel === undefined || measurement.value === null || measurement.unit !== channel.unit) return measurement
    const said = corrected(measurement, channel)
    if (said.value === null) return said
    const reason = boundsReason(said.value, channel.limits)
    if (reason === 'out_of_physical_range')
      return { ...said, value: null, quality: 'bad', reason, raw: rawOf(measurement) }
    if (said.quality !== 'good') return said
    if (reason !== null) return { ...said, quality: 'uncertain', reason }
    const rate = channel.limits?.rate
    if (rate === undefined) return said
    const point = { at_ms, value: wholeOf(said.value, PLACES) }
    return this.#jumped(channel.name, point, rate) ? { ...said, quality: 'uncertain', reason: 'rate_of_change' } : said
  }

  /** Believed values alone are compared with: after a spike the old value is good at once, after a step the new in time. */
  #jumped(channel: string, point: Point, rate: Rate): boolean {
    const window_ms = rate.within_s * 1_000
    const points = this.#points.get(channel) ?? []
    if (points.some(before => isJump(before, point, rate))) return true
    const young = points.filter(({ at_ms }) => point.at_ms - at_ms <= window_ms)
    const last = young.at(-2)
    // The last point always stays; those before it keep their distance, so that a fast device needs no more of them.
    if (last !== undefined && young.at(-1)!.at_ms - last.at_ms < window_ms / POINTS) young.pop()
    this.#points.set(channel, [...young, point])
    return false
  }
}

/** A longer time allows in proportion more. */
function isJump(before: Point, { at_ms, value }: Point, { by, within_s }: Rate): boolean {
  const change = value > before.value ? value - before.value : before.value - value
  const window_ms = BigInt(within_s * 1_000)
  const passed_ms = BigInt(Math.max(0, Math.round(at_ms - before.at_ms)))
  return change * window_ms > wholeOf(by, PLACES) * (passed_ms > window_ms ? passed_ms : window_ms)
}
