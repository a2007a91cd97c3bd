import { compareDecimal, decimalOf } from '@flowviz/contract/decimal'
import type { Channel } from '@flowviz/contract/device'
import type { Measurement } from '@flowviz/contract/measurement'
import type { BadReason } from '@flowviz/contract/quality'
import { numberOf } from '../../protocol/modbus-registers.ts'

/**
 * The registers of the transmitter: what each holds, in which order. The range is what its sensor (SHT20) can give at
 * all: -46.85 to 128.86 °C, and a little more than 100 % when water condenses on it.
 */
export const POINTS = {
  temperature: { offset: 0, type: 'int16', unit: 'Cel', least: '-60', most: '130' },
  humidity: { offset: 1, type: 'uint16', unit: '%', least: '0', most: '120' },
} as const
export type Point = keyof typeof POINTS
export const isPoint = (name: string): name is Point => Object.hasOwn(POINTS, name)

/** A broken or missing probe is reported as the largest or the smallest int16; neither is a temperature or a humidity. */
const SENTINELS = new Set([0x7fff, 0x8000])

/** The two registers as measurements, in the order of the channels. Never throws. */
export function decode(registers: readonly number[], channels: readonly Channel[], places: number): Measurement[] {
  return channels.map(channel => {
    if (!isPoint(channel.name)) return badMeasurement(channel, 'config_error')
    const { offset, type, least, most } = POINTS[channel.name]
    const word = registers[offset]
    const integer = numberOf(registers.slice(offset), type)
    if (word === undefined || integer === null) return badMeasurement(channel, 'no_value')
    if (SENTINELS.has(word)) return badMeasurement(channel, 'sensor_fault')
    // Decimal arithmetic: 305 is 30.5, never 30.500000000000004.
    const value = decimalOf(integer, places)
    if (compareDecimal(value, least) < 0 || compareDecimal(value, most) > 0)
      return badMeasurement(channel, 'out_of_physical_range')
    return { channel: channel.name, value, unit: channel.unit, quality: 'good', reason: 'ok' }
  })
}

/** A channel that gave no value, and why. */
export function badMeasurement(channel: Channel, reason: BadReason): Measurement {
  return { channel: channel.name, value: null, unit: channel.unit, quality: 'bad', reason }
}
