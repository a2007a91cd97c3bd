import type { Channel, DeviceConfig } from '@flowviz/contract/device'
import type { EventData } from '@flowviz/contract/event'
import type { Reading } from '@flowviz/contract/reading'

type Crossing = EventData<'limit.crossed'>
type Judged = Crossing['verdict']

interface Seen {
  /** What the ledger knows. */
  confirmed: Judged
  /** The first reading that said otherwise. */
  first: Reading | null
}

export interface LimitWatch {
  /** The verdicts that the ledger ends with: a restart neither repeats a crossing nor misses one. */
  resume(crossings: readonly Crossing[]): void
  see(reading: Reading, device: DeviceConfig): void
}

const keyOf = (reading: { device_id: string; channel: string }) => `${reading.device_id}/${reading.channel}`

/**
 * Tells when a channel crosses a limit and its next reading says the same: one wild sample is none. A reading that is
 * not judged (bad, or without limits) neither confirms nor clears.
 */
export function limitWatch(tell: (crossing: Crossing) => void): LimitWatch {
  const seen = new Map<string, Seen>()
  return {
    resume(crossings) {
      for (const crossing of crossings) seen.set(keyOf(crossing), { confirmed: crossing.verdict, first: null })
    },
    see(reading, device) {
      const { verdict } = reading
      if (verdict === 'unjudged' || reading.value === null || reading.unit === null) return
      if (!hasLimits(device.channels, reading.channel)) return
      const key = keyOf(reading)
      const before = seen.get(key) ?? { confirmed: 'within', first: null }
      if (verdict === before.confirmed) seen.set(key, { confirmed: verdict, first: null })
      else if (before.first?.verdict !== verdict) seen.set(key, { ...before, first: reading })
      else {
        seen.set(key, { confirmed: verdict, first: null })
        tell(crossingOf(before.first, verdict))
      }
    },
  }
}

const hasLimits = (channels: readonly Channel[], name: string) =>
  channels.some(channel => channel.name === name && channel.limits !== undefined)

/** The first reading that crossed is the evidence. */
function crossingOf(first: Reading, verdict: Judged): Crossing {
  return {
    device_id: first.device_id,
    channel: first.channel,
    verdict,
    value: first.value ?? '',
    unit: first.unit ?? '',
    reading_seq: first.seq,
    measured_at: first.measured_at,
  }
}
