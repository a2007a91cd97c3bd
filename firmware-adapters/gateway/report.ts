import type { Channel } from '@flowviz/contract/device'
import type { Measurement } from '@flowviz/contract/measurement'

interface Reported {
  measurement: Measurement
  at: number
}

const PLACES = 9n

/** A decimal as an integer of its ninth place; exact, whatever its size. */
function ninths(text: string): bigint {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  const value = BigInt(whole) * 10n ** PLACES + BigInt(fraction.padEnd(Number(PLACES), '0'))
  return text.startsWith('-') ? -value : value
}

/** True when two values of a channel differ by at least its dead band; without one, when they differ at all. */
function moved(before: string, after: string, deadband: string | undefined): boolean {
  if (before === after) return false
  const by = ninths(after) - ninths(before)
  return deadband === undefined || (by < 0n ? -by : by) >= ninths(deadband)
}

/**
 * Decides which measurements are worth a message. A change of quality, reason, unit or stability always is. A period
 * only ever lets the read that has just come through: nothing is said again under a new time.
 */
export class Reporter {
  readonly #channels: ReadonlyMap<string, Channel>
  readonly #monotonic: () => number
  readonly #reported = new Map<string, Reported>()

  constructor(channels: readonly Channel[], monotonic: () => number) {
    this.#channels = new Map(channels.map(channel => [channel.name, channel]))
    this.#monotonic = monotonic
  }

  /** True when the measurement is to be sent; it is remembered as sent then. */
  worth(measurement: Measurement): boolean {
    const at = this.#monotonic()
    const last = this.#reported.get(measurement.channel)
    const worth = last === undefined || this.#differs(last, measurement, at)
    if (worth) this.#reported.set(measurement.channel, { measurement, at })
    return worth
  }

  /** What was sent of this channel did not arrive: the next read is worth a message. */
  forget(channel: string): void {
    this.#reported.delete(channel)
  }

  #differs({ measurement: last, at: then }: Reported, next: Measurement, now: number): boolean {
    const report = this.#channels.get(next.channel)?.report
    if (report === undefined || report.strategy === 'on_read') return true
    if (last.quality !== next.quality || last.reason !== next.reason || last.unit !== next.unit) return true
    if (last.weight?.stable !== next.weight?.stable || last.weight?.basis !== next.weight?.basis) return true
    if (last.value !== null && next.value !== null && moved(last.value, next.value, report.deadband)) return true
    return report.strategy === 'on_change_or_period' && now - then >= (report.period_s ?? 60) * 1_000
  }
}
