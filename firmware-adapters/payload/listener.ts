import type { Channel } from '@flowviz/contract/device'
import type { Measurement } from '@flowviz/contract/measurement'
import type { Decoded, Decoder, Message, Saying } from './family.ts'
import type { Told } from './told.ts'

/** A measurement, and when the device took it by its own clock (ms since 1970); left out, when it arrived. */
export interface Measured extends Measurement {
  at_ms?: number
}

/** What came of one message. */
export interface Heard {
  measured: Measured[]
  /** Repeats, and values whose moment nobody knows. */
  skipped: number
  /** The cause for which the message belongs into quarantine. */
  noise: string | null
  /** Names the message at its source for ever, when the source numbers its messages. */
  key: string | null
  say: readonly Saying[]
}

/** How far the time of a source may lie from ours before it is doubted (device-protocols.md C1). */
const AHEAD_MS = 5 * 60_000
const BEHIND_MS = 7 * 86_400_000
/** Nothing that reaches a plant was measured before this: a clock that was never set. */
const EARLIEST_MS = Date.UTC(2015, 0, 1)
const REPEAT_MS = 600_000
const KEYS_MAX = 2_000

/** Takes the meanings of a device's messages and holds them to the rules that are the same for every family. */
export class Listener {
  readonly #decoder: Decoder
  readonly #channels: readonly Channel[]
  readonly #seen: Map<string, number>
  #offline = false

  /** @param seen what was heard before; handed in where it outlives the connection */
  constructor(decoder: Decoder, channels: readonly Channel[], seen = new Map<string, number>()) {
    this.#decoder = decoder
    this.#channels = channels
    this.#seen = seen
  }

  hear(message: Message): Heard {
    return this.#heard(this.#decoder.hear(message), message)
  }

  /** What was heard is safe: the same message is a repeat from now on. */
  settle({ key }: Heard, now_ms: number): void {
    if (key === null) return
    this.#seen.delete(key)
    this.#seen.set(key, now_ms)
    if (this.#seen.size > KEYS_MAX) this.#seen.delete(this.#seen.keys().next().value ?? '')
  }

  /** What has become due by itself. */
  due(now_ms: number): Heard {
    const decoded = this.#decoder.due?.(now_ms) ?? { kind: 'nothing' }
    return this.#heard(decoded, { received_ms: now_ms, retained: false })
  }

  #heard(decoded: Decoded, message: Pick<Message, 'received_ms' | 'retained'>): Heard {
    switch (decoded.kind) {
      case 'noise':
        return heard({ noise: decoded.cause })
      case 'nothing':
        return heard({ say: decoded.say ?? [] })
      case 'presence':
        return heard({ measured: this.#presence(decoded.online) })
      case 'told':
        return this.#told(decoded, message)
    }
  }

  #told(
    { told, key, say = [] }: Extract<Decoded, { kind: 'told' }>,
    message: Pick<Message, 'received_ms' | 'retained'>,
  ): Heard {
    if (key !== null && this.#repeated(key, message.received_ms)) return heard({ skipped: 1, say })
    const measured = told.flatMap(one => dated(one, message) ?? [])
    // A value out of the past does not bring back a device that is gone.
    if (!message.retained && measured.some(({ reason }) => reason !== 'historical')) this.#offline = false
    return heard({ measured, skipped: told.length - measured.length, key, say })
  }

  /** The connection says nothing good about a sensor behind it: only a value does. */
  #presence(online: boolean): Measured[] {
    if (online) this.#offline = false
    if (online || this.#offline) return []
    this.#offline = true
    return this.#channels.map(({ name, unit }) => ({
      channel: name,
      value: null,
      unit,
      quality: 'bad',
      reason: 'comm_lost',
    }))
  }

  #repeated(key: string, now_ms: number): boolean {
    const before = this.#seen.get(key)
    return before !== undefined && now_ms - before < REPEAT_MS
  }
}

const heard = (some: Partial<Heard>): Heard => ({ measured: [], skipped: 0, noise: null, key: null, say: [], ...some })

/** The measurement at its moment; null when it is of the past and nobody knows of when. */
function dated({ measurement, at_ms }: Told, { received_ms, retained }: Pick<Message, 'received_ms' | 'retained'>) {
  const past = measurement.reason === 'historical'
  const ahead_ms = (at_ms ?? received_ms) - received_ms
  const credible = at_ms !== null && ahead_ms <= AHEAD_MS && (past ? at_ms >= EARLIEST_MS : ahead_ms >= -BEHIND_MS)
  if (past && !credible) return null
  const time = credible ? { at_ms } : {}
  if (measurement.quality !== 'good') return { ...measurement, ...time }
  if (retained) return { ...measurement, ...time, quality: 'uncertain', reason: 'retained' } as const
  if (at_ms === null || credible) return { ...measurement, ...time }
  return { ...measurement, quality: 'uncertain', reason: 'clock_suspect' } as const
}
