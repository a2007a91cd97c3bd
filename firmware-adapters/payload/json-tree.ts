import { isDecimal } from '@flowviz/contract/decimal'
import type { BadReason } from '@flowviz/contract/quality'
import { decimalText } from './decimal-text.ts'
import { isNoNumber, strictJson } from './json-text.ts'

const BYTES_MAX = 65_536

/** A JSON number by its text: as a double, "4.20" would lose its zero. */
export class NumberText {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type JsonTree = { ok: true; root: unknown } | { ok: false; cause: string }

/** A value that can be stored, or the reason why there is none. */
export type Scalar = { value: string; reason: 'ok' } | { value: null; reason: BadReason }

type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown
// Node 24 hands the source text of a primitive to the reviver; TypeScript's library does not know it yet.
const parse = JSON.parse as (text: string, reviver: Reviver) => unknown

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Reads a payload of JSON in UTF-8 whose numbers keep their digits. Never throws. */
export function readJson(payload: Uint8Array, most = BYTES_MAX): JsonTree {
  if (payload.length > most) return { ok: false, cause: `payload of ${payload.length} bytes; at most ${most}` }
  try {
    return parseTree(utf8.decode(payload))
  } catch {
    return { ok: false, cause: 'not JSON in UTF-8' }
  }
}

/** The same, of text that stood inside another payload. */
export function readJsonText(text: string): JsonTree {
  try {
    return parseTree(text)
  } catch {
    return { ok: false, cause: 'not JSON' }
  }
}

function parseTree(written: string): JsonTree {
  const text = strictJson(written)
  if (text === null) return { ok: false, cause: 'not JSON, or a key twice in one object' }
  const root = parse(text, (_, value, { source }) =>
    typeof value === 'number' ? new NumberText(source ?? String(value)) : value,
  )
  return { ok: true, root }
}

/** True for an object or array of the tree. */
export const isBranch = (node: unknown): node is Record<string, unknown> =>
  typeof node === 'object' && node !== null && !(node instanceof NumberText)

/** What stands under a key of a branch; undefined when there is none. */
export function fieldOf(node: unknown, key: string): unknown {
  return isBranch(node) && Object.hasOwn(node, key) ? node[key] : undefined
}

/** What stands at a path of dotted keys; `$` is the root itself. */
export function findPath(root: unknown, path: string): unknown {
  if (path === '$') return root
  let at: unknown = root
  for (const key of path.split('.')) at = fieldOf(at, key)
  return at
}

/** The text at a key; null when there is none, or something else. */
export function textOf(node: unknown, key: string): string | null {
  const found = fieldOf(node, key)
  return typeof found === 'string' ? found : null
}

/** The integer at a key; null when there is none, or something else. */
export function integerOf(node: unknown, key: string): number | null {
  const found = fieldOf(node, key)
  if (!(found instanceof NumberText)) return null
  const value = Number(found.text)
  return Number.isSafeInteger(value) ? value : null
}

/** A leaf as a value: numbers, and strings that are decimals. What is no number is bad. */
export function scalarOf(found: unknown): Scalar {
  if (found instanceof NumberText) {
    const value = decimalText(found.text)
    return value === null ? { value, reason: 'out_of_physical_range' } : { value, reason: 'ok' }
  }
  if (typeof found !== 'string') return { value: null, reason: 'no_value' }
  if (isDecimal(found)) return { value: found, reason: 'ok' }
  return { value: null, reason: isNoNumber(found) ? 'sensor_fault' : 'no_value' }
}

/** The same, where the sender's grammar also knows yes and no: 1 and 0. */
export function switchOf(found: unknown): Scalar {
  return typeof found === 'boolean' ? { value: found ? '1' : '0', reason: 'ok' } : scalarOf(found)
}
