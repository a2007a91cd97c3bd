import { isDecimal } from '@flowviz/contract/decimal'
import type { Channel } from '@flowviz/contract/device'
import type { Measurement } from '@flowviz/contract/measurement'
import type { BadReason } from '@flowviz/contract/quality'
import { dimensionOf } from '@flowviz/contract/unit'
import { decimalText } from './decimal-text.ts'
import { isNoNumber, strictJson } from './json-text.ts'

const BYTES_MAX = 65_536
const RAW_MAX = 512

export type DecodedPayload = { ok: true; measurements: Measurement[] } | { ok: false; cause: string }

/** A JSON number by its text: as a double, "4.20" would lose its zero. */
class NumberText {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown
// Node 24 hands the source text of a primitive to the reviver; TypeScript's library does not know it yet.
const parse = JSON.parse as (text: string, reviver: Reviver) => unknown

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Reads a payload of plain JSON (one number, or an object) into one measurement for each channel, in their order.
 * A channel whose value is null, missing or no number is bad, and the others are not affected by it. Never throws:
 * what is no such payload at all is `ok: false` with a cause for the quarantine.
 */
export function decodePlainJson(payload: Uint8Array, channels: readonly Channel[]): DecodedPayload {
  if (payload.length > BYTES_MAX)
    return { ok: false, cause: `payload of ${payload.length} bytes; at most ${BYTES_MAX}` }
  let root: unknown
  try {
    const text = strictJson(utf8.decode(payload))
    if (text === null) return { ok: false, cause: 'not JSON, or a key twice in one object' }
    root = parse(text, (_, value, { source }) =>
      typeof value === 'number' ? new NumberText(source ?? String(value)) : value,
    )
  } catch {
    return { ok: false, cause: 'not JSON in UTF-8' }
  }
  if (Array.isArray(root) || typeof root === 'boolean') return { ok: false, cause: 'neither an object nor a number' }
  const hex = payload.length <= RAW_MAX ? hexOf(payload) : undefined
  return { ok: true, measurements: channels.map(channel => measurementOf(channel, root, hex)) }
}

function measurementOf(channel: Channel, root: unknown, hex: string | undefined): Measurement {
  const { value, reason } = readValue(findValue(root, channel.path ?? channel.name))
  const weight =
    dimensionOf(channel.unit) === 'mass'
      ? { weight: { stable: null, basis: 'unknown' as const }, ...(hex === undefined ? {} : { raw: hex }) }
      : {}
  const { name, unit } = channel
  if (value === null) return { channel: name, value, unit, quality: 'bad', reason, ...weight }
  return { channel: name, value, unit, quality: 'good', reason: 'ok', ...weight }
}

function findValue(root: unknown, path: string): unknown {
  if (path === '$') return root
  let at: unknown = root
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null || at instanceof NumberText || !Object.hasOwn(at, key)) return undefined
    at = (at as Record<string, unknown>)[key]
  }
  return at
}

function readValue(found: unknown): { value: string; reason: 'ok' } | { value: null; reason: BadReason } {
  if (found instanceof NumberText) {
    const value = decimalText(found.text)
    return value === null ? { value, reason: 'out_of_physical_range' } : { value, reason: 'ok' }
  }
  if (typeof found !== 'string') return { value: null, reason: 'no_value' }
  if (isDecimal(found)) return { value: found, reason: 'ok' }
  return { value: null, reason: isNoNumber(found) ? 'sensor_fault' : 'no_value' }
}

function hexOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}
