import { compareDecimal } from '@flowviz/contract/decimal'
import type { Channel } from '@flowviz/contract/device'
import type { Measurement, WeightState } from '@flowviz/contract/measurement'
import { type BadReason, qualityOf, type Reason } from '@flowviz/contract/quality'
import { cellOf, readsOf, statusOf } from '../../profile/cell.ts'
import type { Flag, Point, Profile, Read, Sentinel } from '../../profile/schema.ts'
import { type Exact, exactOf } from '../../protocol/modbus-registers.ts'
import type { Image } from './image.ts'
import { decimalText, scaled } from './scale.ts'

/**
 * What the registers say of a channel; null when not all that it needs was read this time. Never throws: what is no
 * value is bad with its reason, and no sentinel, error code or impossible value ever becomes a number.
 */
export function decode(profile: Profile, channel: Channel, image: Image): Measurement | null {
  const point = profile.points.find(({ key }) => key === channel.name)
  if (point === undefined) return bad(channel, 'config_error')
  const taken = readsOf(profile, point.key).map(read => image.of(cellOf(read, profile.transport)))
  if (taken.includes(undefined)) return null
  const [main] = taken
  const failed = taken.find(one => one?.ok === false)
  if (failed?.ok === false) return withWeight(bad(channel, failed.reason), point, null)
  const registers = main?.ok === true ? main.registers : []
  const told = (read: Read) => intOf(read, image, profile)
  const raw = main?.ok === true ? { raw: main.raw } : {}
  const judged = judge(point, { profile, channel, registers, told })
  if (typeof judged !== 'object') return { ...withWeight(bad(channel, judged), point, null), ...raw }
  const weight = weightOf(point, told)
  const reason = reasonOf(judged.value, point, weight)
  const measurement: Measurement = {
    channel: channel.name,
    value: judged.value,
    unit: channel.unit,
    quality: qualityOf(reason),
    reason,
  }
  return { ...withWeight(measurement, point, weight), ...raw }
}

/** A channel that has no value, and why. */
export function bad(channel: Channel, reason: BadReason): Measurement {
  return { channel: channel.name, value: null, unit: channel.unit, quality: 'bad', reason }
}

interface Given {
  profile: Profile
  channel: Channel
  registers: readonly number[]
  told(read: Read): bigint | null
}

/** The way from raw registers to a value; its order matters: a sentinel is one before it is masked or scaled. */
function judge(point: Point, { profile, channel, registers, told }: Given): { value: string } | BadReason {
  const down = statusOf(profile, point.key).find(status => holds(status, told))
  if (down !== undefined) return down.reason
  const exact = rawOf(point.read, registers)
  const sentinel = point.sentinels?.find(sentinel => matches(sentinel, exact, registers))
  if (sentinel !== undefined) return sentinel.reason
  if (exact === null) return 'sensor_fault'
  const unit = point.unit_from === undefined ? point.unit : codeOf(point.unit_from, told)
  if (unit !== channel.unit) return 'unit_mismatch'
  const places = point.places_from === undefined ? 0 : codeOf(point.places_from, told)
  // A code that the profile does not know: where the point stands is not guessed.
  if (places === undefined) return 'config_error'
  const bits = masked(exact, point.read)
  const turn = point.negative !== undefined && holds(point.negative, told) && bits.integer > 0n
  const size = { integer: turn ? -bits.integer : bits.integer, places: bits.places + places }
  const value = decimalText(scaled(size, point), point.places, point.read.type.startsWith('float'))
  if (value === null) return 'out_of_physical_range'
  return point.range?.hard !== undefined && outside(value, point.range.hard) ? 'out_of_physical_range' : { value }
}

function rawOf({ type, order }: Read, registers: readonly number[]): Exact | null {
  if (type === 'text') return null
  if (type === 'bool') return { integer: BigInt(registers[0] ?? 0), places: 0 }
  return exactOf(registers, type, order)
}

function masked({ integer, places }: Exact, { mask, shift, bit }: Read): Exact {
  if (bit !== undefined) return { integer: (integer >> BigInt(bit)) & 1n, places }
  const bits = mask === undefined ? integer : integer & BigInt(mask)
  return { integer: shift === undefined ? bits : bits >> BigInt(shift), places }
}

/** An integer that stands beside the value: a status, a code. Null when it is none. */
function intOf(read: Read, image: Image, { transport }: Profile): bigint | null {
  const taken = image.of(cellOf(read, transport))
  const exact = taken?.ok === true ? rawOf(read, taken.registers) : null
  return exact === null || exact.places > 0 ? null : masked(exact, read).integer
}

function holds({ read, equals }: Flag, told: Given['told']): boolean {
  const value = told(read)
  return equals === undefined ? value !== null && value !== 0n : value === BigInt(equals)
}

function codeOf<T>({ read, map }: { read: Read; map: Record<string, T> }, told: Given['told']): T | undefined {
  const code = String(told(read))
  return Object.hasOwn(map, code) ? map[code] : undefined
}

function matches(sentinel: Sentinel, exact: Exact | null, registers: readonly number[]): boolean {
  if ('raw' in sentinel) return registers.map(word => word.toString(16).padStart(4, '0')).join('') === sentinel.raw
  if (exact === null) return false
  const [from, to] = 'equals' in sentinel ? [sentinel.equals, sentinel.equals] : [sentinel.from, sentinel.to]
  const one = 10n ** BigInt(exact.places)
  return exact.integer >= BigInt(from) * one && exact.integer <= BigInt(to) * one
}

const outside = (value: string, [low, high]: readonly [string, string]) =>
  compareDecimal(value, low) < 0 || compareDecimal(value, high) > 0

function weightOf({ weight }: Point, told: Given['told']): WeightState | null {
  if (weight === undefined) return null
  const { basis, stable, at_zero } = weight
  return {
    stable: stable === undefined ? null : holds(stable, told),
    basis,
    ...(at_zero === undefined ? {} : { at_zero: holds(at_zero, told) }),
  }
}

function reasonOf(value: string, { range }: Point, weight: WeightState | null): Reason {
  if (range?.warn !== undefined && outside(value, range.warn)) return 'range_warning'
  if (weight?.stable === false) return 'unstable'
  return weight?.stable === true ? 'ok_stable' : 'ok'
}

function withWeight(measurement: Measurement, point: Point, weight: WeightState | null): Measurement {
  if (point.weight === undefined) return measurement
  return { ...measurement, weight: weight ?? { stable: null, basis: 'unknown' } }
}
