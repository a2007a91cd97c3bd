import type { Channel } from '@flowviz/contract/device'
import type { Measurement } from '@flowviz/contract/measurement'
import { dimensionOf, type Unit } from '@flowviz/contract/unit'
import type { Scalar } from './json-tree.ts'

const RAW_MAX = 512

/** What a message says of one channel, and when by the sender's clock: ms since 1970, null when it does not say. */
export interface Told {
  measurement: Measurement
  at_ms: number | null
}

export interface Context {
  /** The unit that the sender's grammar gives; null: it gives none, and the configured one is meant. */
  unit: Unit | null
  at_ms: number | null
  payload: Uint8Array
}

/** A value of a channel, as a measurement. One in another unit than the configured one is never converted in silence. */
export function toldOf(channel: Channel, said: Scalar, { unit, at_ms, payload }: Context): Told {
  const foreign = said.value !== null && unit !== null && unit !== channel.unit
  const { value, reason } = foreign ? ({ value: null, reason: 'unit_mismatch' } as const) : said
  const evidence = foreign || dimensionOf(channel.unit) === 'mass' ? evidenceOf(channel, payload) : {}
  const named = { channel: channel.name, unit: channel.unit }
  if (value === null) return { measurement: { ...named, value, quality: 'bad', reason, ...evidence }, at_ms }
  return { measurement: { ...named, value, quality: 'good', reason: 'ok', ...evidence }, at_ms }
}

/** A value that the sender kept back and sends late: for the history, never for the present. */
export function historicalOf(told: Told): Told {
  const { measurement, at_ms } = told
  if (measurement.value === null) return told
  return { at_ms, measurement: { ...measurement, quality: 'uncertain', reason: 'historical' } }
}

/** A weight keeps what was said of it; no family of payloads tells whether it was stable. */
function evidenceOf({ unit }: Channel, payload: Uint8Array): Pick<Measurement, 'weight' | 'raw'> {
  const weight = dimensionOf(unit) === 'mass' ? { weight: { stable: null, basis: 'unknown' as const } } : {}
  return { ...weight, ...(payload.length <= RAW_MAX ? { raw: hexOf(payload) } : {}) }
}

export function hexOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}
