import { hash } from 'node:crypto'

const KEPT_MS = 120_000
const KEPT_MAX = 2_000

/**
 * Names the messages of sensors that number nothing: a digest of topic, payload and the second of arrival. A repeat
 * after a lost PUBACK carries the DUP flag and may come much later: it takes the name of the first one.
 */
export function sensorSource(): (message: {
  topic: string
  payload: Uint8Array
  dup: boolean
  at_ms: number
}) => string {
  const seen = new Map<string, { source: string; at_ms: number }>()
  return ({ topic, payload, dup, at_ms }) => {
    const what = hash('sha256', Buffer.concat([Buffer.from(`${topic}\n`), payload]), 'hex')
    const before = seen.get(what)
    if (dup && before !== undefined && at_ms - before.at_ms < KEPT_MS) return before.source
    const source = hash('sha256', `${what}\n${Math.floor(at_ms / 1_000)}`, 'hex').slice(0, 32)
    // Re-inserted, so that the first of the map is the oldest.
    seen.delete(what)
    seen.set(what, { source, at_ms })
    if (seen.size > KEPT_MAX) seen.delete(seen.keys().next().value ?? '')
    return source
  }
}
