import type { Channel } from '@flowviz/contract/device'
import type { Measurement } from '@flowviz/contract/measurement'
import { qualityOf, type Reason } from '@flowviz/contract/quality'
import type { Said, Weight } from './said.ts'
import { unitOf } from './unit.ts'

/** What a frame says as the measurement of a channel; null for a frame that says nothing about the load. */
export function measurementOf(said: Said, channel: Channel, frame: Uint8Array): Measurement | null {
  const raw = Buffer.from(frame).toString('hex')
  const bad = (reason: Reason): Measurement => ({
    channel: channel.name,
    value: null,
    unit: channel.unit,
    quality: 'bad',
    reason,
    weight: { stable: null, basis: 'unknown' },
    raw,
  })
  if (said.kind === 'status') return bad(said.reason)
  if (said.kind !== 'weight') return null
  // A frame without a unit is in the one that is configured; another one than that is never converted in silence.
  if (said.unit !== null && unitOf(said.unit) !== channel.unit) return bad('unit_mismatch')
  const reason = reasonOf(said)
  const { stable, basis, at_zero, high_res, tare, alibi_id } = said
  const told = { at_zero, high_res, tare, alibi_id }
  const known = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
  return {
    channel: channel.name,
    value: said.value,
    unit: channel.unit,
    quality: qualityOf(reason),
    reason,
    weight: { stable, basis, ...known },
    raw,
  }
}

function reasonOf({ stable, high_res }: Weight): Reason {
  if (stable === false) return 'unstable'
  if (high_res === true) return 'high_res'
  return stable === null ? 'ok' : 'ok_stable'
}
