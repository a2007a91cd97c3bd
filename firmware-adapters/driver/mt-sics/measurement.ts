import type { Channel } from '@flowviz/contract/device'
import type { Measurement } from '@flowviz/contract/measurement'
import type { BadReason } from '@flowviz/contract/quality'
import type { Unit } from '@flowviz/contract/unit'
import type { Decoded, StatusCode } from './decode.ts'

/** Unit codes as scales print them, and what UCUM calls them. */
const UNITS: Readonly<Record<string, Unit>> = {
  g: 'g',
  kg: 'kg',
  mg: 'mg',
  t: 't',
  lb: '[lb_av]',
  oz: '[oz_av]',
  pcs: '1',
  PCS: '1',
  '%': '%',
}

/** Why a reply holds no weight. */
export const STATUS_REASON: Readonly<Record<StatusCode, BadReason>> = {
  busy_or_timeout: 'busy',
  overload: 'overload',
  underload: 'underload',
  bad_parameter: 'device_exception',
  device_error: 'device_exception',
  no_value: 'no_value',
}

/** A reply to S or SI as the measurement of a channel; null for a reply that says nothing about the load. */
export function measurementOf(reply: Decoded, channel: Channel, frame: Uint8Array): Measurement | null {
  const raw = hex(frame)
  if (reply.kind === 'status') return bad(channel, STATUS_REASON[reply.code], raw)
  if (reply.kind === 'error') return bad(channel, 'device_exception', raw)
  if (reply.kind !== 'weight') return null
  const unit = Object.hasOwn(UNITS, reply.unit) ? UNITS[reply.unit]! : null
  // Somebody pressed the unit key: limits and stock count in the configured unit, and nothing is converted in silence.
  if (unit !== channel.unit) return bad(channel, 'unit_mismatch', raw)
  return {
    channel: channel.name,
    value: reply.value,
    unit,
    quality: reply.stable ? 'good' : 'uncertain',
    reason: reply.stable ? 'ok_stable' : 'unstable',
    // S and SI do not say whether a tare is active.
    weight: { stable: reply.stable, basis: 'unknown' },
    raw,
  }
}

function bad(channel: Channel, reason: BadReason, raw: string): Measurement {
  return {
    channel: channel.name,
    value: null,
    unit: channel.unit,
    quality: 'bad',
    reason,
    weight: { stable: null, basis: 'unknown' },
    raw,
  }
}

function hex(frame: Uint8Array): string {
  let text = ''
  for (const byte of frame) text += byte.toString(16).padStart(2, '0')
  return text
}
