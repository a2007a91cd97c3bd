import type { Decoded, Family, Message } from '../payload/family.ts'

export const RECEIVED_MS = Date.UTC(2026, 10, 23, 5)

/** A message with this text, or these bytes, that arrives now. */
export const messageOf = (topic: string, payload: string | Uint8Array, more: Partial<Message> = {}): Message => ({
  topic,
  payload: typeof payload === 'string' ? new TextEncoder().encode(payload) : payload,
  retained: false,
  received_ms: RECEIVED_MS,
  ...more,
})

/** What was told, channel by channel: a value with its unit, or the reason why there is none; else the kind. */
export function wordsOf(decoded: Decoded): string[] | string {
  if (decoded.kind === 'presence') return decoded.online ? 'online' : 'offline'
  if (decoded.kind !== 'told') return decoded.kind
  return decoded.told.map(({ measurement: { channel, value, unit, reason } }) =>
    value === null ? `${channel} ${reason}` : `${channel} ${value} ${unit}${reason === 'ok' ? '' : ` ${reason}`}`,
  )
}

/** A family's schema says what a device is set to when devices.yaml says nothing. */
export type SettingsOf<F> = F extends Family<infer S> ? S : never
