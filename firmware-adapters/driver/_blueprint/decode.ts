import { isDecimal } from '@flowviz/contract/decimal'
import type { Channel } from '@flowviz/contract/device'
import type { Measurement } from '@flowviz/contract/measurement'

/** One frame as a measurement; null for noise. Never throws, and never makes a number of what is none. */
export function decode(frame: Uint8Array, channel: Channel): Measurement | null {
  const text = String.fromCharCode(...frame).trim()
  if (text === 'FAULT')
    return { channel: channel.name, value: null, unit: channel.unit, quality: 'bad', reason: 'sensor_fault' }
  if (!isDecimal(text)) return null
  return { channel: channel.name, value: text, unit: channel.unit, quality: 'good', reason: 'ok' }
}
