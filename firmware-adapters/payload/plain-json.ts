import type { Channel } from '@flowviz/contract/device'
import type { Measurement } from '@flowviz/contract/measurement'
import { findPath, readJson, scalarOf } from './json-tree.ts'
import { toldOf } from './told.ts'

export type DecodedPayload = { ok: true; measurements: Measurement[] } | { ok: false; cause: string }

/**
 * Reads a payload of plain JSON (one number, or an object) into one measurement for each channel, in their order.
 * A channel whose value is null, missing or no number is bad, and the others are not affected by it. Never throws:
 * what is no such payload at all is `ok: false` with a cause for the quarantine.
 */
export function decodePlainJson(payload: Uint8Array, channels: readonly Channel[]): DecodedPayload {
  const read = readJson(payload)
  if (!read.ok) return read
  const { root } = read
  if (Array.isArray(root) || typeof root === 'boolean') return { ok: false, cause: 'neither an object nor a number' }
  const context = { unit: null, at_ms: null, payload }
  const measurements = channels.map(channel => {
    const found = findPath(root, channel.path ?? channel.name)
    return toldOf(channel, scalarOf(found), context).measurement
  })
  return { ok: true, measurements }
}
