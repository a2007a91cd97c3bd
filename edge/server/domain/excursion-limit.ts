import { isDecimal, wholeOf } from '@flowviz/contract/decimal'
import type { Monitor } from '@flowviz/contract/plant/monitor'
import type { Reason } from '@flowviz/contract/quality'
import type { Reading } from '@flowviz/contract/reading'
import { dimensionOf, type Unit } from '@flowviz/contract/unit'

const PLACES = 9
const ONE = 10n ** BigInt(PLACES)
const CURVE_PLACES = 6

export type Side = 'low' | 'high'
type Limits = Pick<Monitor, 'unit' | 'low' | 'high' | 'hysteresis'>

/**
 * A value so that it compares exactly with one of another unit of temperature: whole ninths of 10^-9 °C, because
 * (F - 32) * 5 and C * 9 are both whole. Other units: whole 10^-9.
 */
function exact(value: string, unit: Unit): bigint {
  const whole = wholeOf(value, PLACES)
  if (unit === 'Cel') return whole * 9n
  if (unit === '[degF]') return (whole - 32n * ONE) * 5n
  return whole
}

/** A difference of two values, by the same measure. */
function span(value: string, unit: Unit): bigint {
  return wholeOf(value, PLACES) * (unit === 'Cel' ? 9n : unit === '[degF]' ? 5n : 1n)
}

/** Which limit a value of the monitor's unit crosses; exact to the last digit. */
export function crossedLimit(value: string, unit: Unit, limits: Limits): Side | null {
  const here = exact(value, unit)
  if (limits.low !== undefined && here < exact(limits.low, limits.unit)) return 'low'
  if (limits.high !== undefined && here > exact(limits.high, limits.unit)) return 'high'
  return null
}

/**
 * True when a value is inside by at least the hysteresis: of both limits, and where the band is too narrow for that of
 * the one that was crossed, because nothing else could ever end the excursion.
 */
export function isSettled(value: string, unit: Unit, { limits, side }: { limits: Limits; side: Side }): boolean {
  if (crossedLimit(value, unit, limits) !== null) return false
  const by = span(limits.hysteresis ?? '0', limits.unit)
  const here = exact(value, unit)
  const low = limits.low === undefined ? null : exact(limits.low, limits.unit)
  const high = limits.high === undefined ? null : exact(limits.high, limits.unit)
  const fromLow = low === null || here - low >= by
  const fromHigh = high === null || high - here >= by
  if (low !== null && high !== null && high - low < by * 2n) return side === 'low' ? fromLow : fromHigh
  return fromLow && fromHigh
}

/** True when `value` lies farther beyond a limit than `than`, whichever limit that is; all in the monitor's unit. */
export function liesFarther(value: string, than: string, limits: Limits): boolean {
  return beyond(value, limits) > beyond(than, limits)
}

/** How far a value is beyond the nearer limit; below zero inside. */
function beyond(value: string, { unit, low, high }: Limits): bigint {
  const here = exact(value, unit)
  const under = low === undefined ? null : exact(low, unit) - here
  const over = high === undefined ? null : here - exact(high, unit)
  if (under === null || over === null) return under ?? over ?? 0n
  return under > over ? under : over
}

/** Values that were measured now and are only doubted. */
const DOUBTED: ReadonlySet<string> = new Set<Reason>(['range_warning', 'rate_of_change', 'calibration_overdue'])

/**
 * The value of a reading in the monitor's unit, or null when it judges nothing: neither good nor only doubted, without a
 * value, or in a unit that is not the monitor's. Temperatures are converted, to six places, for what is shown; judging goes by the reading.
 */
export function usableValue(
  { quality, reason, value, unit }: Pick<Reading, 'quality' | 'reason' | 'value' | 'unit'>,
  monitor: Pick<Monitor, 'unit'>,
): string | null {
  if ((quality !== 'good' && !DOUBTED.has(reason)) || value === null || unit === null) return null
  if (unit === monitor.unit) return value
  if (dimensionOf(unit) !== 'temperature' || dimensionOf(monitor.unit) !== 'temperature') return null
  const converted = toTemperature(exact(value, unit), monitor.unit)
  return isDecimal(converted) ? converted : null
}

function toTemperature(here: bigint, unit: Unit): string {
  const step = 10n ** BigInt(PLACES - CURVE_PLACES)
  const millionths =
    unit === 'Cel' ? divide(here, 9n * step) : divide(here, 5n * step) + 32n * 10n ** BigInt(CURVE_PLACES)
  const sign = millionths < 0n ? '-' : ''
  const digits = String(millionths < 0n ? -millionths : millionths).padStart(CURVE_PLACES + 1, '0')
  const fraction = digits.slice(-CURVE_PLACES).replace(/0+$/, '')
  return `${sign}${digits.slice(0, -CURVE_PLACES)}${fraction === '' ? '' : `.${fraction}`}`
}

/** Halves go away from zero. */
function divide(top: bigint, bottom: bigint): bigint {
  const size = ((top < 0n ? -top : top) * 2n + bottom) / (bottom * 2n)
  return top < 0n ? -size : size
}
