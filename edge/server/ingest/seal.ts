import { createHash, type Hash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type { EventData } from '@flowviz/contract/event'
import { sealLine } from '@flowviz/contract/reading'
import type { PlantReader, TelemetryReader } from '../parts.ts'

type Seal = EventData<'reading.sealed'>

const PAGE = 500
/** A seal covers at most this many readings; a longer minute gives several. */
const MOST = 100_000

/**
 * Puts the readings since the last seal under the chain: one event with the digest of each channel.
 * @param tell appends the event; the next seal begins behind it
 * @param patient false ends it between two events; what is left is sealed the next time
 * @returns how many readings were sealed
 */
export async function sealReadings(options: {
  reader: Pick<PlantReader, 'sealedTo'>
  telemetry: Pick<TelemetryReader, 'after' | 'lastSeq'>
  tell: (seal: Seal) => Promise<unknown>
  patient: () => boolean
}): Promise<number> {
  const { reader, telemetry, tell, patient } = options
  const last = telemetry.lastSeq()
  let sealed = 0
  for (let from = reader.sealedTo(); from < last && patient(); ) {
    const to = Math.min(last, from + MOST)
    const seal = await digest(telemetry, from, to)
    await tell(seal)
    sealed += seal.to_seq - from
    from = seal.to_seq
  }
  return sealed
}

async function digest(telemetry: Pick<TelemetryReader, 'after'>, from: number, to: number): Promise<Seal> {
  const channels = new Map<string, { device_id: string; channel: string; count: number; hash: Hash }>()
  let at = from
  while (at < to) {
    const page = telemetry.after(at, Math.min(PAGE, to - at))
    if (page.length === 0) break
    for (const reading of page) {
      const key = `${reading.device_id}/${reading.channel}`
      const { device_id, channel } = reading
      const kept = channels.get(key) ?? { device_id, channel, count: 0, hash: createHash('sha256') }
      channels.set(key, kept)
      kept.hash.update(kept.count === 0 ? sealLine(reading) : `\n${sealLine(reading)}`)
      kept.count += 1
    }
    at = page.at(-1)!.seq
    // Between pages the doors are served: a busy minute has a hundred thousand readings.
    await breathe()
  }
  const digests = [...channels.values()].map(({ hash, ...rest }) => ({ ...rest, digest: hash.digest('hex') }))
  return { from_seq: from + 1, to_seq: to, channels: digests }
}
